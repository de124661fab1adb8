//! The first-come coupons, and the reader's place in a line.

use super::Line;
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, moment};
use shop::chat::bot::{SaidDrop, SaidPlace};

const SECONDS_PER_MINUTE: u32 = 60;

pub(super) fn lines(locale: Locale, drops: &[SaidDrop]) -> Vec<Line> {
    if drops.is_empty() {
        return vec![
            Line::text(td_string!(locale, bot.drops.none)),
            Line::link(td_string!(locale, bot.drops.link), "/drops"),
        ];
    }
    let one = |drop: &SaidDrop| {
        let (name, place) = (&drop.name, place(locale, drop));
        let text = td_string!(locale, bot.drops.one, name = name, place = place).to_string();
        Line::link(text, format!("/drops/{}", drop.id.0))
    };
    drops.iter().map(one).collect()
}

fn place(locale: Locale, drop: &SaidDrop) -> String {
    match drop.place {
        SaidPlace::Upcoming => {
            let at = moment(locale, drop.opens_at);
            td_string!(locale, bot.drops.upcoming, at = at).to_string()
        }
        SaidPlace::Open => {
            let at = moment(locale, drop.closes_at);
            td_string!(locale, bot.drops.open, at = at).to_string()
        }
        SaidPlace::Waiting { ticket, position, eta_s } => waiting(locale, ticket, position, eta_s),
        SaidPlace::Paused { ticket: None } => td_string!(locale, bot.drops.paused).to_owned(),
        SaidPlace::Paused { ticket: Some(ticket) } => {
            let ticket = grouped(ticket);
            td_string!(locale, bot.drops.paused_ticket, ticket = ticket).to_string()
        }
        SaidPlace::Issued => td_string!(locale, bot.drops.issued).to_owned(),
        SaidPlace::Over => td_string!(locale, bot.drops.over).to_owned(),
    }
}

fn waiting(locale: Locale, ticket: u64, position: u64, eta_s: Option<u32>) -> String {
    let (ticket, position) = (grouped(ticket), grouped(position));
    match eta_s {
        Some(seconds) => {
            let minutes = grouped(u64::from(seconds.div_ceil(SECONDS_PER_MINUTE).max(1)));
            td_string!(
                locale,
                bot.drops.waiting_eta,
                ticket = ticket,
                position = position,
                minutes = minutes
            )
            .to_string()
        }
        None => {
            td_string!(locale, bot.drops.waiting, ticket = ticket, position = position).to_string()
        }
    }
}
