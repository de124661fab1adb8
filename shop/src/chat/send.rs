//! Saying something.

use super::{Asker, Sent};
use crate::members::VisitorKey;
use crate::{Language, Outcome, Shop};

/// What a page sends.
#[derive(Clone, Debug, Default)]
pub struct SendForm {
    /// Which room; empty opens one.
    pub room_id: String,
    /// The message's key; empty is a new one.
    pub key: String,
    /// What is said.
    pub text: String,
    /// What it is about: `product:12`, `order:34`, or nothing.
    pub card: String,
}

/// A message that Kafka has.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Where it went.
    pub sent: Sent,
    /// The secret of a visitor whose first talk this has opened.
    pub visitor: Option<VisitorKey>,
}

/// Says something; Kafka has it when this returns.
///
/// # Errors
/// [`Refusal::Form`](crate::Refusal) for the text, the key or the card;
/// [`Refusal::NoSuchRoom`](crate::Refusal); [`Refusal::RoomClosed`](crate::Refusal);
/// [`Refusal::OtherMessage`](crate::Refusal) for a key under which something else was sent.
pub async fn send(
    _shop: &Shop,
    _asker: &Asker,
    _form: &SendForm,
    _language: Language,
) -> Outcome<Opened> {
    todo!()
}
