//! The hours of a week: `월–금 09:00–18:00`.

use crate::i18n::{Locale, td_string};
use shop::chat::bot::{Clock, Hours, Span};

pub(super) fn text(locale: Locale, hours: &Hours) -> String {
    let spans: Vec<String> = hours.spans().iter().map(|span| span_text(locale, *span)).collect();
    spans.join(", ")
}

fn span_text(locale: Locale, span: Span) -> String {
    let first = day(locale, span.first_day);
    let days = if span.first_day == span.last_day {
        first.to_owned()
    } else {
        let last = day(locale, span.last_day);
        td_string!(locale, bot.hours.days, first = first, last = last).to_string()
    };
    let (from, to) = (Clock(span.from).to_string(), Clock(span.to).to_string());
    td_string!(locale, bot.hours.span, days = days, from = from, to = to).to_string()
}

fn day(locale: Locale, day: u8) -> &'static str {
    match day {
        0 => td_string!(locale, bot.day.d0),
        1 => td_string!(locale, bot.day.d1),
        2 => td_string!(locale, bot.day.d2),
        3 => td_string!(locale, bot.day.d3),
        4 => td_string!(locale, bot.day.d4),
        5 => td_string!(locale, bot.day.d5),
        _ => td_string!(locale, bot.day.d6),
    }
}
