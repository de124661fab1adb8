//! How rooms and their shoppers read.

use crate::i18n::{Locale, td_string};
use shop::Moment;
use shop::chat::counsel::{Shopper, Tab};
use shop::chat::{RoomId, RoomState};

const SECONDS_PER_MINUTE: u64 = 60;
const SECONDS_PER_HOUR: u64 = 60 * SECONDS_PER_MINUTE;
const SECONDS_PER_DAY: u64 = 24 * SECONDS_PER_HOUR;

/// The shopper's name; a visitor has their room's number.
pub fn shopper_name(locale: Locale, shopper: &Shopper, room: RoomId) -> String {
    match shopper {
        Shopper::Member { name, .. } => name.clone(),
        Shopper::Visitor => td_string!(locale, counsel.visitor, number = room.0).to_string(),
    }
}

/// A tab's name.
pub fn tab_text(locale: Locale, tab: Tab) -> &'static str {
    match tab {
        Tab::Waiting => td_string!(locale, counsel.tabs.waiting),
        Tab::Mine => td_string!(locale, counsel.tabs.mine),
        Tab::All => td_string!(locale, counsel.tabs.all),
        Tab::Closed => td_string!(locale, counsel.tabs.closed),
    }
}

/// A room's state in a word or two.
pub fn state_text(locale: Locale, state: RoomState) -> &'static str {
    match state {
        RoomState::Bot => td_string!(locale, counsel.state.bot),
        RoomState::Waiting => td_string!(locale, counsel.state.waiting),
        RoomState::Taken => td_string!(locale, counsel.state.taken),
        RoomState::Closed => td_string!(locale, counsel.state.closed),
    }
}

/// How long it is from a moment until now, as exactly as anybody wants to know.
pub fn while_text(locale: Locale, since: Moment, now: Moment) -> String {
    let seconds = now.until_from(since).as_secs();
    let (minutes, hours) = (seconds / SECONDS_PER_MINUTE, seconds / SECONDS_PER_HOUR);
    let minutes_left = minutes % (SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
    let seconds_left = seconds % SECONDS_PER_MINUTE;
    match seconds {
        0..SECONDS_PER_MINUTE => {
            td_string!(locale, counsel.while_.seconds, seconds = seconds).to_string()
        }
        SECONDS_PER_MINUTE..SECONDS_PER_HOUR => {
            let text = td_string!(
                locale,
                counsel.while_.minutes,
                minutes = minutes,
                seconds = seconds_left
            );
            text.to_string()
        }
        SECONDS_PER_HOUR..SECONDS_PER_DAY => {
            let text =
                td_string!(locale, counsel.while_.hours, hours = hours, minutes = minutes_left);
            text.to_string()
        }
        _ => {
            let days = seconds / SECONDS_PER_DAY;
            td_string!(locale, counsel.while_.days, days = days).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_while_is_said_as_exactly_as_it_matters() {
        let shown = |locale, seconds| {
            let now = Moment::default().plus(Duration::from_secs(seconds));
            while_text(locale, Moment::default(), now)
        };
        let texts = [0, 59, 60, 3_599, 3_600, 86_399, 86_400].map(|s| shown(Locale::ko, s));
        let said = ["0초", "59초", "1분 0초", "59분 59초", "1시간 0분", "23시간 59분", "1일"];
        assert_eq!(texts, said);
        assert_eq!(shown(Locale::en, 75), "1 min 15 s");
    }

    #[test]
    fn a_visitor_is_called_by_the_number_of_their_room() {
        assert_eq!(shopper_name(Locale::ko, &Shopper::Visitor, RoomId(1234)), "방문자 1234");
    }
}
