//! Times in a talk.

use crate::i18n::{Locale, td_string};
use shop::Moment;

/// `오후 3:07`, `3:07 pm`.
pub fn time_of_day(locale: Locale, at: Moment) -> String {
    let wall = at.in_korea();
    let hour = if wall.hour.is_multiple_of(12) { 12 } else { wall.hour % 12 };
    let time = format!("{hour}:{:02}", wall.minute);
    if wall.hour < 12 {
        td_string!(locale, chat.clock_am, time = time).to_string()
    } else {
        td_string!(locale, chat.clock_pm, time = time).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noon_and_midnight_are_twelve() {
        let shown = ["00:05", "09:30", "12:00", "23:59"].map(|time| {
            let at = Moment::parse_in_korea(&format!("2026-11-28T{time}")).unwrap();
            time_of_day(Locale::ko, at)
        });
        assert_eq!(shown, ["오전 12:05", "오전 9:30", "오후 12:00", "오후 11:59"]);
    }
}
