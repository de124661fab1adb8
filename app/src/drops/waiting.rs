//! The reader's place in the line.

use super::live_room::LiveRoom;
use super::room::Shown;
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, use_locale};
use leptos::prelude::*;

const SECONDS_PER_MINUTE: u64 = 60;
const MINUTES_PER_HOUR: u64 = 60;
/// Longer waits are told in minutes.
const SECONDS_TOLD_MAX: u64 = 90;
/// Nobody counts the seconds of an estimate: they are told in steps.
const SECONDS_STEP: u64 = 5;

/// The figures of a place in the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Figures {
    ticket: u64,
    position: Option<u64>,
    eta_s: Option<u64>,
    is_paused: bool,
}

/// The ticket, the position that ticks down, and how long it may take.
#[component]
pub fn Waiting(
    /// The room.
    room: LiveRoom,
) -> impl IntoView {
    let locale = use_locale();
    let figures = Memo::new(move |_| room.shown.with(figures));
    let position = move || figures.get().position.map_or_else(|| "–".to_owned(), grouped);
    view! {
        <div class="waiting" class:is-paused=move || figures.get().is_paused>
            <h2 class="stage-title">{move || title(locale, figures.get())}</h2>
            <p class="waiting-position">
                <span class="waiting-label">{td_string!(locale, drops.waiting.position)} " "</span>
                <strong class="waiting-figure" data-testid="position">{position}</strong>
            </p>
            <dl class="waiting-facts">
                <div>
                    <dt>{td_string!(locale, drops.waiting.ticket)}</dt>
                    <dd data-testid="ticket">{move || grouped(figures.get().ticket)}</dd>
                </div>
                <div>
                    <dt>{td_string!(locale, drops.waiting.eta)}</dt>
                    <dd>{move || eta(locale, figures.get().eta_s)}</dd>
                </div>
            </dl>
            <p class="stage-body">{move || body(locale, figures.get())}</p>
            <LeaveButton room />
        </div>
    }
}

/// Gives the place back at once: who did not mean it takes a new one.
#[component]
fn LeaveButton(room: LiveRoom) -> impl IntoView {
    let locale = use_locale();
    let pending = room.leave.pending();
    let label = move || match pending.get() {
        true => td_string!(locale, drops.waiting.leaving),
        false => td_string!(locale, drops.waiting.leave),
    };
    view! {
        <ActionForm action=room.leave>
            <input type="hidden" name="drop_id" value=room.drop_id.0.to_string() />
            <button
                class="button is-quiet"
                type="submit"
                disabled=pending
                data-testid="leave-button"
            >
                {label}
            </button>
        </ActionForm>
    }
}

fn figures(shown: &Shown) -> Figures {
    match *shown {
        Shown::Waiting { ticket, position, eta_s, is_paused } => {
            Figures { ticket, position, eta_s, is_paused }
        }
        _ => Figures::default(),
    }
}

fn title(locale: Locale, figures: Figures) -> &'static str {
    match figures {
        Figures { is_paused: true, .. } => td_string!(locale, drops.waiting.paused_title),
        Figures { position: Some(0), .. } => td_string!(locale, drops.waiting.title_turn),
        _ => td_string!(locale, drops.waiting.title),
    }
}

fn body(locale: Locale, figures: Figures) -> &'static str {
    match figures {
        Figures { is_paused: true, .. } => td_string!(locale, drops.waiting.paused),
        Figures { position: Some(0), .. } => td_string!(locale, drops.waiting.turn),
        _ => td_string!(locale, drops.waiting.body),
    }
}

/// "약 35초", "약 4분", "약 1시간 20분".
pub(super) fn eta(locale: Locale, eta_s: Option<u64>) -> String {
    let Some(seconds) = eta_s else {
        return td_string!(locale, drops.waiting.eta_unknown).to_owned();
    };
    if seconds <= SECONDS_TOLD_MAX {
        let seconds = seconds.max(1).next_multiple_of(SECONDS_STEP);
        return td_string!(locale, drops.waiting.eta_seconds, seconds = seconds).to_string();
    }
    let minutes = seconds.div_ceil(SECONDS_PER_MINUTE);
    let (hours, minutes_left) = (minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);
    if hours == 0 {
        return td_string!(locale, drops.waiting.eta_minutes, minutes = minutes).to_string();
    }
    td_string!(locale, drops.waiting.eta_hours, hours = hours, minutes = minutes_left).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_roughly() {
        let told = [None, Some(0), Some(33), Some(90), Some(91), Some(3_600), Some(4_800)]
            .map(|seconds| eta(Locale::ko, seconds));
        let expected = [
            "계산하고 있어요",
            "약 5초",
            "약 35초",
            "약 90초",
            "약 2분",
            "약 1시간 0분",
            "약 1시간 20분",
        ];
        assert_eq!(told, expected);
    }
}
