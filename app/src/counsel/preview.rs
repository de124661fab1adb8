//! A message in one line.

use crate::i18n::{Locale, td_string};
use crate::language::own_text;
use shop::chat::counsel::Newest;
use shop::chat::{Body, Card, Side};

/// Who spoke, where it was not the shopper.
pub fn speaker_text(locale: Locale, newest: &Newest, is_mine: bool) -> &'static str {
    match newest.side {
        Side::Shopper | Side::Shop => "",
        Side::Bot => td_string!(locale, counsel.list.bot),
        Side::Counsellor if is_mine => td_string!(locale, counsel.list.own),
        Side::Counsellor => td_string!(locale, counsel.list.counsellor),
    }
}

/// What was said.
pub fn preview_text(locale: Locale, body: &Body) -> String {
    match body {
        Body::Text { text, .. } if !text.is_empty() => text.clone(),
        Body::Text { card, .. } => {
            card.as_ref().map_or_else(String::new, |card| card_text(locale, card))
        }
        Body::Taken { counsellor } => {
            td_string!(locale, counsel.said.taken, name = counsellor).to_string()
        }
        Body::Bot { .. } => td_string!(locale, counsel.said.bot).to_owned(),
        Body::Waiting => td_string!(locale, counsel.said.waiting).to_owned(),
        Body::Closed => td_string!(locale, counsel.said.closed).to_owned(),
        Body::Reopened => td_string!(locale, counsel.said.reopened).to_owned(),
        Body::Unknown => td_string!(locale, chat.unknown).to_owned(),
    }
}

/// What a message is about.
pub fn card_text(locale: Locale, card: &Card) -> String {
    match card {
        Card::Product { name, .. } => {
            let name = own_text(locale, name);
            td_string!(locale, counsel.said.product, name = name).to_string()
        }
        Card::Order { id, .. } => td_string!(locale, counsel.said.order, number = id.0).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::Moment;

    fn newest(side: Side) -> Newest {
        let body = Body::Text { text: "네".into(), card: None };
        Newest { side, body, sent_at: Moment::default() }
    }

    #[test]
    fn the_list_says_who_spoke_where_it_was_not_the_shopper() {
        assert_eq!(speaker_text(Locale::ko, &newest(Side::Shopper), true), "");
        assert_eq!(speaker_text(Locale::ko, &newest(Side::Counsellor), true), "나: ");
        assert_eq!(speaker_text(Locale::en, &newest(Side::Counsellor), false), "Counsellor: ");
    }

    #[test]
    fn an_event_reads_as_a_sentence() {
        let taken = Body::Taken { counsellor: "이서연".into() };
        assert_eq!(preview_text(Locale::ko, &taken), "이서연 상담원이 상담을 맡았어요.");
        assert_eq!(preview_text(Locale::en, &Body::Closed), "The chat is over.");
    }
}
