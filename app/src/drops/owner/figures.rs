//! The figures of a board.

use super::board::LiveBoard;
use super::charts::Figure;
use crate::drops::waiting::eta;
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, use_locale};
use leptos::prelude::*;
use shop::drops::Board;

/// Who waits, what is left, how fast it goes, and what went wrong.
#[component]
pub fn Figures(
    /// The board.
    board: LiveBoard,
) -> impl IntoView {
    let locale = use_locale();
    let waiting = board.tell(move |board| waiting(locale, board));
    let remaining = board.tell(move |board| {
        let count = grouped(board.remaining().into());
        td_string!(locale, owner_drops.board.remaining_count, count = count).to_string()
    });
    let quota = board.tell(move |board| {
        let quota = grouped(board.drop.quota.into());
        td_string!(locale, owner_drops.board.remaining_of, quota = quota).to_string()
    });
    let joined =
        board.tell(move |board| a_second(locale, board.beats.last().map_or(0, |beat| beat.joined)));
    let issued =
        board.tell(move |board| a_second(locale, board.beats.last().map_or(0, |beat| beat.issued)));
    let empty_in = board.tell(move |board| empty_in(locale, board));
    let troubles = board.tell(move |board| {
        let (refused, failed) = board.troubles();
        let count = grouped(refused + failed);
        td_string!(locale, owner_drops.board.troubles_count, count = count).to_string()
    });
    let troubles_detail = board.tell(move |board| {
        let (refused, failed) = board.troubles();
        let (refused, failed) = (grouped(refused), grouped(failed));
        td_string!(locale, owner_drops.board.troubles_detail, refused = refused, failed = failed)
            .to_string()
    });
    view! {
        <ul class="board-grid" aria-label=td_string!(locale, owner_drops.board.figures)>
            <Figure
                board
                label=td_string!(locale, owner_drops.board.waiting)
                testid="board-waiting"
                value=waiting
                of=|beat| beat.waiting
            />
            <Figure
                board
                label=td_string!(locale, owner_drops.board.remaining)
                testid="board-remaining"
                value=remaining
                detail=quota
                of=|beat| beat.remaining
            />
            <Figure
                board
                label=td_string!(locale, owner_drops.board.joined)
                testid="board-joined"
                value=joined
                of=|beat| beat.joined
            />
            <Figure
                board
                label=td_string!(locale, owner_drops.board.issued)
                testid="board-issued"
                value=issued
                detail=empty_in
                of=|beat| beat.issued
            />
            <Figure
                board
                label=td_string!(locale, owner_drops.board.troubles)
                testid="board-troubles"
                value=troubles
                detail=troubles_detail
                of=|beat| beat.refused + beat.failed
                is_trouble=true
            />
        </ul>
    }
}

fn waiting(locale: Locale, board: &Board) -> String {
    match board.waiting() {
        Some(count) => {
            let count = grouped(count);
            td_string!(locale, owner_drops.board.waiting_count, count = count).to_string()
        }
        None => td_string!(locale, owner_drops.board.unknown).to_owned(),
    }
}

fn a_second(locale: Locale, count: u64) -> String {
    td_string!(locale, owner_drops.board.a_second, count = grouped(count)).to_string()
}

fn empty_in(locale: Locale, board: &Board) -> String {
    let label = td_string!(locale, owner_drops.board.empty_in);
    match board.empty_in_s() {
        Some(seconds) => format!("{label} {}", eta(locale, Some(seconds))),
        None => format!("{label} {}", td_string!(locale, owner_drops.board.unknown)),
    }
}
