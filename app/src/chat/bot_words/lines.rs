//! The sentences of what the bot says: for a page, and for a file.

use super::{drops, week};
use crate::i18n::{Locale, td_string};
use crate::language::{date, grouped, moment, own_text, won};
use crate::orders::state_text;
use shop::chat::bot::{BotSays, SaidCoupon, SaidOrder};
use shop::orders::State;

/// A line of what the bot says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where they lead.
    pub link: Option<String>,
}

impl Line {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), link: None }
    }

    pub(super) fn link(text: impl Into<String>, address: impl Into<String>) -> Self {
        Self { text: text.into(), link: Some(address.into()) }
    }
}

/// What the bot says, line by line.
pub fn lines(locale: Locale, says: &BotSays) -> Vec<Line> {
    match says {
        BotSays::Hello => vec![
            Line::text(td_string!(locale, bot.hello.title)),
            Line::text(td_string!(locale, bot.hello.body)),
        ],
        BotSays::Welcome => vec![Line::text(td_string!(locale, bot.welcome))],
        BotSays::Myself => vec![
            Line::text(td_string!(locale, bot.myself.title)),
            Line::text(td_string!(locale, bot.myself.body)),
        ],
        BotSays::LogInFirst => vec![
            Line::text(td_string!(locale, bot.log_in.body)),
            Line::link(td_string!(locale, bot.log_in.link), "/log-in"),
        ],
        BotSays::Orders { newest } => orders(locale, newest),
        BotSays::Coupons { next, more } => coupons(locale, next, *more),
        BotSays::Drops { drops } => drops::lines(locale, drops),
        BotSays::Hours { hours, opens_at } => {
            let when = match opens_at {
                Some(at) => {
                    let at = moment(locale, *at);
                    td_string!(locale, bot.hours.closed, at = at).to_string()
                }
                None => td_string!(locale, bot.hours.open).to_owned(),
            };
            let week = week::text(locale, hours);
            let hours = td_string!(locale, bot.hours.some, hours = week).to_string();
            vec![Line::text(hours), Line::text(when)]
        }
        BotSays::Delivery { fee, free_from } => {
            let (fee, free_from) = (won(locale, *fee), won(locale, *free_from));
            let text = td_string!(locale, bot.delivery, fee = fee, free_from = free_from);
            vec![Line::text(text.to_string())]
        }
        BotSays::Cancelling { while_in } => cancelling(locale, while_in),
        BotSays::HandedOver { are_there, before, opens_at } => {
            let wait = match (are_there, opens_at) {
                (false, Some(at)) => {
                    let at = moment(locale, *at);
                    td_string!(locale, bot.handed_over.closed, at = at).to_string()
                }
                (false, None) => td_string!(locale, bot.handed_over.nobody).to_owned(),
                (true, _) if *before == 0 => td_string!(locale, bot.handed_over.first).to_owned(),
                (true, _) => {
                    let count = grouped(u64::from(*before));
                    td_string!(locale, bot.handed_over.before, count = count).to_string()
                }
            };
            vec![Line::text(td_string!(locale, bot.handed_over.told)), Line::text(wait)]
        }
        BotSays::NotUnderstood => vec![Line::text(td_string!(locale, bot.not_understood))],
        BotSays::Unknown => vec![Line::text(td_string!(locale, chat.unknown))],
    }
}

fn orders(locale: Locale, newest: &[SaidOrder]) -> Vec<Line> {
    if newest.is_empty() {
        return vec![Line::text(td_string!(locale, bot.orders.none))];
    }
    let mut lines = vec![Line::text(td_string!(locale, bot.orders.some))];
    lines.extend(newest.iter().map(|order| {
        let first = own_text(locale, &order.first_item);
        let items = match order.other_items {
            0 => first,
            more => {
                let (first, more) = (&first, grouped(u64::from(more)));
                td_string!(locale, orders.items_and_more, first = first, more = more).to_string()
            }
        };
        let (state, at) = (state_text(locale, order.state), moment(locale, order.placed_at));
        let text = td_string!(locale, bot.orders.one, items = items, state = state, at = at);
        Line::link(text.to_string(), format!("/orders/{}", order.id.0))
    }));
    lines.push(Line::link(td_string!(locale, bot.orders.link), "/orders"));
    lines
}

fn coupons(locale: Locale, next: &[SaidCoupon], more: u32) -> Vec<Line> {
    if next.is_empty() {
        return vec![Line::text(td_string!(locale, bot.coupons.none))];
    }
    let mut lines = vec![Line::text(td_string!(locale, bot.coupons.some))];
    lines.extend(next.iter().map(|coupon| {
        let (name, until) = (&coupon.drop_name, date(locale, coupon.expires_at));
        let text = td_string!(locale, bot.coupons.one, name = name, until = until);
        Line::text(text.to_string())
    }));
    if more > 0 {
        let count = grouped(u64::from(more));
        lines.push(Line::text(td_string!(locale, bot.coupons.more, count = count).to_string()));
    }
    lines.push(Line::link(td_string!(locale, bot.coupons.link), "/coupons"));
    lines
}

fn cancelling(locale: Locale, while_in: &[State]) -> Vec<Line> {
    let states: Vec<&str> = while_in.iter().map(|state| state_text(locale, *state)).collect();
    let states = states.join(", ");
    vec![
        Line::text(td_string!(locale, bot.cancelling.before, states = states).to_string()),
        Line::text(td_string!(locale, bot.cancelling.after)),
        Line::link(td_string!(locale, bot.cancelling.link), "/orders"),
    ]
}

#[cfg(test)]
mod tests;
