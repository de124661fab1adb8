//! A talk as a text file.

use super::bot_words::lines;
use crate::i18n::{Locale, td_string};
use crate::language::{own_text, won};
use shop::chat::{Body, Card, Message, RoomId, Side};

/// What follows the first line of a message stands under it.
const INDENT: &str = "    ";

/// The first line of the file.
pub fn title(locale: Locale, room: RoomId) -> String {
    td_string!(locale, bot.file.title, room = room.0).to_string()
}

/// A message: when, who, and what, with its lines under each other.
pub fn message(locale: Locale, message: &Message) -> String {
    let at = message.sent_at.in_korea().to_field().replace('T', " ");
    let body = body(locale, &message.body).join("\n").replace('\n', &format!("\n{INDENT}"));
    format!("\n{at}  {}\n{INDENT}{body}\n", speaker(locale, message))
}

fn speaker(locale: Locale, message: &Message) -> String {
    match (message.side, &message.name) {
        (Side::Shopper, _) => td_string!(locale, bot.file.shopper).to_owned(),
        (Side::Counsellor, None) => td_string!(locale, bot.file.counsellor).to_owned(),
        (Side::Counsellor, Some(name)) => {
            td_string!(locale, bot.file.counsellor_named, name = name).to_string()
        }
        (Side::Bot, _) => td_string!(locale, bot.file.bot).to_owned(),
        (Side::Shop, _) => td_string!(locale, bot.file.shop).to_owned(),
    }
}

fn body(locale: Locale, body: &Body) -> Vec<String> {
    match body {
        Body::Text { text, card } => {
            let card = card.as_ref().map(|card| format!("[{}]", card_text(locale, card)));
            card.into_iter().chain([text.clone()]).collect()
        }
        Body::Bot { says, .. } => lines(locale, says).into_iter().map(|line| line.text).collect(),
        Body::Taken { counsellor } => {
            vec![td_string!(locale, bot.file.taken, name = counsellor).to_string()]
        }
        Body::Waiting => vec![td_string!(locale, bot.file.waiting).to_owned()],
        Body::Closed => vec![td_string!(locale, bot.file.closed).to_owned()],
        Body::Reopened => vec![td_string!(locale, bot.file.reopened).to_owned()],
        Body::Unknown => vec![td_string!(locale, chat.unknown).to_owned()],
    }
}

fn card_text(locale: Locale, card: &Card) -> String {
    match card {
        Card::Product { name, price, .. } => {
            format!("{}, {}", own_text(locale, name), won(locale, *price))
        }
        Card::Order { id, .. } => {
            td_string!(locale, bot.file.about_order, number = id.0).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::chat::MessageKey;
    use shop::chat::bot::BotSays;
    use shop::{Bilingual, Moment, Won};

    fn said(side: Side, body: Body) -> Message {
        let (key, sent_at) = (MessageKey([0; 16]), Moment::from_ms(1_795_350_600_000));
        Message { number: 1, key, side, name: None, body, sent_at }
    }

    #[test]
    fn a_message_has_its_time_its_speaker_and_its_lines() {
        let name = Bilingual { ko: "세럼".into(), en: "Serum".into() };
        let card = Card::Product {
            id: shop::catalog::ProductId(1),
            name,
            price: Won(9_000),
            picture: None,
        };
        let text =
            Body::Text { text: "안녕하세요\n이거 있어요?".into(), card: Some(card) };
        assert_eq!(
            message(Locale::ko, &said(Side::Shopper, text)),
            "\n2026-11-22 21:30  나\n    [세럼, 9,000원]\n    안녕하세요\n    이거 있어요?\n"
        );
    }

    #[test]
    fn what_the_bot_says_is_said_here_too() {
        let says = BotSays::Welcome;
        let body = Body::Bot { says, choices: vec![] };
        let text = message(Locale::en, &said(Side::Bot, body));
        assert!(text.starts_with("\n2026-11-22 21:30  Assistant\n    You are welcome."), "{text}");
    }
}
