//! What an owner may do to a drop just now.

use super::board::LiveBoard;
use super::steering::{AddQuotaForm, CloseForm, PauseForm, RateForm, ResumeForm};
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use shop::drops::{Board, Stage};

/// What fits a board's state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Fitting {
    pause: bool,
    resume: bool,
    rate: bool,
    quota: bool,
    close: bool,
}

impl Fitting {
    fn of(board: &Board) -> Self {
        let stage = board.drop.stage(board.now);
        let is_open = matches!(stage, Stage::Open | Stage::Paused);
        // Redis alone knows whether somebody waits; without it the owner may do as they think.
        let somebody_waits = stage == Stage::Closed && board.waiting() != Some(0);
        let is_paused = board.drop.paused_at.is_some();
        Self {
            pause: stage == Stage::Open,
            resume: is_paused && (is_open || somebody_waits),
            rate: is_open || somebody_waits,
            quota: board.now < board.drop.closes_at && stage != Stage::Upcoming,
            close: is_open,
        }
    }

    fn is_none(self) -> bool {
        self == Self::default()
    }
}

/// The buttons. Each asks once more before it does anything; the server checks the state again.
#[component]
pub fn Controls(
    /// The board.
    board: LiveBoard,
) -> impl IntoView {
    let locale = use_locale();
    let fitting = board.tell(Fitting::of);
    // A memo each: a form that goes on fitting is not made anew while somebody types into it.
    let fits = move |which: fn(Fitting) -> bool| Memo::new(move |_| which(fitting.get()));
    let (pause, resume) = (fits(|fitting| fitting.pause), fits(|fitting| fitting.resume));
    let (rate, quota) = (fits(|fitting| fitting.rate), fits(|fitting| fitting.quota));
    let (close, none) = (fits(|fitting| fitting.close), fits(Fitting::is_none));
    view! {
        <section class="steering" class:is-empty=none aria-labelledby="steering-title">
            <h2 id="steering-title">{td_string!(locale, owner_drops.steer.title)}</h2>
            {move || resume.get().then(|| view! { <ResumeForm board /> })}
            {move || pause.get().then(|| view! { <PauseForm board /> })}
            {move || rate.get().then(|| view! { <RateForm board /> })}
            {move || quota.get().then(|| view! { <AddQuotaForm board /> })}
            {move || close.get().then(|| view! { <CloseForm board /> })}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::drops::{BoardLine, Discount, Drop, DropId, LineState, LineView, Terms};
    use shop::{Moment, Won};

    fn board(now: i64, issued: u32, paused_at: Option<i64>, last: u64) -> Board {
        let (opens_at, closes_at) = (Moment::from_ms(1_000), Moment::from_ms(9_000));
        let drop = Drop {
            id: DropId(1),
            name: "겨울".into(),
            quota: 100,
            issued,
            opens_at,
            closes_at,
            terms: Terms {
                discount: Discount::Fixed(Won(1)),
                minimum_spend: Won(0),
                valid_days: 1,
            },
            rate_per_s: None,
            paused_at: paused_at.map(Moment::from_ms),
            version: 1,
        };
        let line = LineView {
            drop_id: DropId(1),
            epoch: 1,
            version: 1,
            state: LineState::Open,
            serving: 40,
            last,
            remaining: 100 - issued,
            quota: 100,
            opens_at,
            closes_at,
        };
        let line = BoardLine::Known { line };
        Board { drop, now: Moment::from_ms(now), line, beats: vec![] }
    }

    #[test]
    fn an_open_drop_can_be_paused_and_a_paused_one_resumed() {
        let open = Fitting::of(&board(5_000, 40, None, 90));
        assert!(open.pause && open.rate && open.quota && open.close && !open.resume);
        let paused = Fitting::of(&board(5_000, 40, Some(4_000), 90));
        assert!(paused.resume && !paused.pause);
    }

    #[test]
    fn a_drop_that_is_sold_out_can_only_get_more() {
        let sold_out = Fitting::of(&board(5_000, 100, None, 90));
        assert_eq!(sold_out, Fitting { quota: true, ..Fitting::default() });
    }

    #[test]
    fn after_the_closing_those_who_wait_can_be_served() {
        let waiting = Fitting::of(&board(9_000, 40, Some(4_000), 90));
        assert_eq!(waiting, Fitting { resume: true, rate: true, ..Fitting::default() });
        assert!(Fitting::of(&board(9_000, 40, None, 40)).is_none());
        assert!(Fitting::of(&board(500, 0, None, 40)).is_none());
    }
}
