//! The reader's language. It holds for the whole life of a page: to change it, the language
//! switch posts to the server, which remembers the choice and renders the page anew.

use crate::i18n::{Locale, td_string};
use crate::sentences;
use leptos::prelude::{provide_context, use_context};
use shop::{Bilingual, Moment, Won};

/// Finds out the reader's language, for everything inside.
pub fn provide_locale() -> Locale {
    let locale = find_locale();
    provide_context(locale);
    locale
}

/// The reader's language.
pub fn use_locale() -> Locale {
    use_context().unwrap_or_default()
}

#[cfg(feature = "ssr")]
fn find_locale() -> Locale {
    crate::asking::locale()
}

/// The page says which language the server chose; asking again could give another answer.
#[cfg(not(feature = "ssr"))]
fn find_locale() -> Locale {
    crate::browser::page_language().and_then(|tag| tag.parse().ok()).unwrap_or_default()
}

/// An owner's text in the reader's language.
pub fn own_text(locale: Locale, text: &Bilingual) -> String {
    text.text(sentences::language(locale)).to_owned()
}

/// `12,900원`, `₩12,900`.
pub fn won(locale: Locale, won: Won) -> String {
    td_string!(locale, common.won, amount = won).to_string()
}

/// `11월 22일 21:00`, `22 November, 21:00 KST`.
pub fn moment(locale: Locale, moment: Moment) -> String {
    let wall = moment.in_korea();
    let time = format!("{:02}:{:02}", wall.hour, wall.minute);
    let month = month(locale, wall.month);
    td_string!(locale, common.moment, month = month, day = wall.day, time = time).to_string()
}

/// `2026년 11월 22일`, `22 November 2026`.
pub fn date(locale: Locale, moment: Moment) -> String {
    let wall = moment.in_korea();
    let month = month(locale, wall.month);
    td_string!(locale, common.date, year = wall.year, month = month, day = wall.day).to_string()
}

/// A whole number with its thousands set apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

fn month(locale: Locale, month: u8) -> &'static str {
    match month {
        1 => td_string!(locale, common.month.m1),
        2 => td_string!(locale, common.month.m2),
        3 => td_string!(locale, common.month.m3),
        4 => td_string!(locale, common.month.m4),
        5 => td_string!(locale, common.month.m5),
        6 => td_string!(locale, common.month.m6),
        7 => td_string!(locale, common.month.m7),
        8 => td_string!(locale, common.month.m8),
        9 => td_string!(locale, common.month.m9),
        10 => td_string!(locale, common.month.m10),
        11 => td_string!(locale, common.month.m11),
        _ => td_string!(locale, common.month.m12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENING: Moment = Moment::from_ms(1_795_350_600_000);

    #[test]
    fn money_and_times_are_written_as_in_korea() {
        assert_eq!(won(Locale::ko, Won(12_900)), "12,900원");
        assert_eq!(moment(Locale::ko, EVENING), "11월 22일 21:30");
        assert_eq!(date(Locale::ko, EVENING), "2026년 11월 22일");
    }

    #[test]
    fn money_and_times_are_written_in_english() {
        assert_eq!(won(Locale::en, Won(12_900)), "₩12,900");
        assert_eq!(moment(Locale::en, EVENING), "22 November, 21:30 KST");
        assert_eq!(date(Locale::en, EVENING), "22 November 2026");
    }

    #[test]
    fn large_numbers_are_set_apart() {
        let shown = [0, 999, 1_000, 1_234_567].map(grouped);
        assert_eq!(shown, ["0", "999", "1,000", "1,234,567"]);
    }
}
