//! Saying something.

use super::access::{Placed, find_with};
use super::log::{self, Record};
use super::open::{self, Place};
use super::{
    About, Access, Asker, Body, Card, MessageKey, MessageText, RoomId, RoomState, Sent, Side, card,
};
use crate::members::VisitorKey;
use crate::refusal::Problems;
use crate::{Field, Language, Outcome, Refusal, Shop};

/// What a page sends.
#[derive(Clone, Debug, Default)]
pub struct SendForm {
    /// Which room; empty is the asker's own, which is opened if there is none that goes on.
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

/// Says something; Kafka has it when this returns. Sent again under its key it is the same
/// message: one that is archived is answered from MySQL, and of others the archiver keeps one.
///
/// # Errors
/// [`Refusal::Form`] for the text; [`Refusal::NotUnderstood`] for a key or a card of no form of
/// ours; [`Refusal::NoSuchProduct`] and [`Refusal::NoSuchOrder`] for the card;
/// [`Refusal::NoSuchRoom`]; [`Refusal::RoomClosed`]; [`Refusal::RoomMovedOn`] for a counsellor who
/// has not taken the room; [`Refusal::OtherMessage`] for a key under which something else was sent.
/// Kafka is down: the same key may be sent again.
pub async fn send(
    shop: &Shop,
    asker: &Asker,
    form: &SendForm,
    language: Language,
) -> Outcome<Opened> {
    // A shop without a chat opens no rooms.
    log::of(shop)?;
    let key = key_of(shop, &form.key)?;
    let mut problems = Problems::default();
    let Some(text) = problems.take(Field::Message, MessageText::parse(&form.text)) else {
        return Err(problems.refuse().into());
    };
    let about = about_of(&form.card)?;
    let (place, placed, card) = match room_of(&form.room_id)? {
        Some(room) => {
            let (place, placed) = place_of(shop, asker, room, key).await?;
            let card = card::look_up(shop, place.owner, about).await?;
            (place, placed, card)
        }
        // Nothing is opened for the sake of a card that is none.
        None => {
            let card = card::look_up(shop, asker.member, about).await?;
            let place = open::find_or_open(shop, asker, language).await?;
            let placed = placed_in(shop, &place, key).await?;
            (place, placed, card)
        }
    };
    let record = record(shop, asker, &place, key, Body::Text { text: text.into(), card });
    let said = say_once(shop, &place, placed, &record).await;
    if said.is_err() && place.opened_for.is_some() {
        open::give_up(shop, place.room).await;
    }
    said?;
    Ok(Opened { sent: Sent { room_id: place.room, key }, visitor: place.opened_for })
}

async fn say_once(
    shop: &Shop,
    place: &Place,
    placed: Option<Placed>,
    record: &Record,
) -> Outcome<()> {
    match (placed, &place.shut) {
        (Some(placed), _) if is_this(&placed, record) => Ok(()),
        (Some(_), _) => Err(Refusal::OtherMessage.into()),
        (None, Some(refusal)) => Err(refusal.clone().into()),
        (None, None) => log::say(shop, record).await,
    }
}

async fn place_of(
    shop: &Shop,
    asker: &Asker,
    room: RoomId,
    key: MessageKey,
) -> Outcome<(Place, Option<Placed>)> {
    let (access, placed) = find_with(shop, asker, room, Some(key)).await?;
    let shut = match access.side {
        _ if access.room.state == RoomState::Closed => Some(Refusal::RoomClosed),
        // Of the shop only who has taken the room speaks in it.
        Side::Counsellor if access.counsellor != asker.member => Some(Refusal::RoomMovedOn),
        _ => None,
    };
    let Access { side, owner, .. } = access;
    Ok((Place { room, side, owner, shut, opened_for: None }, placed))
}

fn record(shop: &Shop, asker: &Asker, place: &Place, key: MessageKey, body: Body) -> Record {
    // A member who is in a visitor's talk of theirs is its shopper all the same.
    let is_known = place.side == Side::Counsellor || place.owner.is_some();
    let member = asker.member.filter(|_| is_known);
    Record { room: place.room, key, side: place.side, member, body, sent_at: shop.now() }
}

/// What has its place under a key, in a room of the asker's own.
async fn placed_in(shop: &Shop, place: &Place, key: MessageKey) -> Outcome<Option<Placed>> {
    if place.opened_for.is_some() {
        return Ok(None);
    }
    Ok(sqlx::query_as!(
        Placed,
        r#"select side, body as "body: String"
           from chat_messages where room_id = ? and message_key = ?"#,
        place.room.0,
        &key.0[..],
    )
    .fetch_optional(&shop.mysql)
    .await?)
}

/// Whether it is this very message that has its place already.
fn is_this(placed: &Placed, record: &Record) -> bool {
    let body = serde_json::from_str(&placed.body).ok();
    placed.side == record.side.as_str() && body.is_some_and(|body| is_same(&body, &record.body))
}

/// The same words about the same thing, whatever that costs by now.
fn is_same(one: &Body, other: &Body) -> bool {
    match (one, other) {
        (Body::Text { text: one, card: a }, Body::Text { text: other, card: b }) => {
            one == other && a.as_ref().map(Card::about) == b.as_ref().map(Card::about)
        }
        _ => one == other,
    }
}

fn key_of(shop: &Shop, text: &str) -> Result<MessageKey, Refusal> {
    match text.trim() {
        "" => Ok(MessageKey(shop.random())),
        text => text.parse().map_err(|_| Refusal::NotUnderstood),
    }
}

fn about_of(text: &str) -> Result<Option<About>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some),
    }
}

fn room_of(text: &str) -> Result<Option<RoomId>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(|id| Some(RoomId(id))).map_err(|_| Refusal::NotUnderstood),
    }
}
