//! What a screen reader says of the line: every turn of events, and the position now and then.

use super::live_room::LiveRoom;
use super::room::Shown;
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, use_locale};
use leptos::prelude::*;

/// Says it politely. The figures on the screen change too often to be read out.
#[component]
pub fn Announcement(
    /// The room.
    room: LiveRoom,
) -> impl IntoView {
    let locale = use_locale();
    let said = Memo::new(move |_| room.shown.with(|shown| said(locale, shown)));
    view! { <p class="visually-hidden" aria-live="polite">{move || said.get()}</p> }
}

fn said(locale: Locale, shown: &Shown) -> String {
    match shown {
        // The countdown has a role of its own.
        Shown::Countdown(_) => String::new(),
        Shown::MayJoin { is_paused: false } => td_string!(locale, drops.join.title).to_owned(),
        Shown::MayJoin { is_paused: true } => {
            td_string!(locale, drops.join.paused_title).to_owned()
        }
        Shown::Waiting { is_paused: true, .. } | Shown::Paused => {
            td_string!(locale, drops.paused.title).to_owned()
        }
        Shown::Waiting { position: None, .. } => td_string!(locale, drops.waiting.title).to_owned(),
        Shown::Waiting { position: Some(0), .. } => {
            td_string!(locale, drops.waiting.title_turn).to_owned()
        }
        Shown::Waiting { position: Some(position), .. } => {
            let position = grouped(rounded(*position));
            td_string!(locale, drops.waiting.announce, position = position).to_string()
        }
        Shown::Checking => td_string!(locale, drops.challenge.title).to_owned(),
        Shown::Issued(_) => td_string!(locale, drops.issued.title).to_owned(),
        Shown::Stopped { .. } => td_string!(locale, drops.stopped.title).to_owned(),
        Shown::SoldOut => td_string!(locale, drops.sold_out.title).to_owned(),
        Shown::Closed => td_string!(locale, drops.closed.title).to_owned(),
    }
}

/// A position, in steps that grow with it.
fn rounded(position: u64) -> u64 {
    let step = match position {
        0..=10 => 1,
        11..=100 => 10,
        101..=1_000 => 100,
        _ => 1_000,
    };
    position.next_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn far_away_the_position_is_told_in_large_steps() {
        assert_eq!(
            [0, 7, 11, 95, 101, 950, 1_001].map(rounded),
            [0, 7, 20, 100, 200, 1_000, 2_000]
        );
    }
}
