//! Saying something.

use super::log::{self, Record};
use super::open::{self, Place};
use super::{
    Asker, Body, Card, MessageKey, MessageText, RoomId, RoomState, Sent, Side, card, find,
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
/// has not taken the room; [`Refusal::OtherMessage`] for a key under which something else was sent. Kafka is down: the same key may be sent again.
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
    let about = card::parse(&form.card)?;
    let (place, card) = match room_of(&form.room_id)? {
        Some(room) => {
            let place = place_of(shop, asker, room).await?;
            let card = card::look_up(shop, place.owner, about).await?;
            (place, card)
        }
        // Nothing is opened for the sake of a card that is none.
        None => {
            let card = card::look_up(shop, asker.member, about).await?;
            (open::find_or_open(shop, asker, language).await?, card)
        }
    };
    let record = record(shop, asker, &place, key, Body::Text { text: text.into(), card });
    let said = say_once(shop, &place, &record).await;
    if said.is_err() && place.opened_for.is_some() {
        open::give_up(shop, place.room).await;
    }
    said?;
    Ok(Opened { sent: Sent { room_id: place.room, key }, visitor: place.opened_for })
}

async fn say_once(shop: &Shop, place: &Place, record: &Record) -> Outcome<()> {
    if is_archived(shop, record).await? {
        return Ok(());
    }
    match &place.shut {
        Some(refusal) => Err(refusal.clone().into()),
        None => log::say(shop, record).await,
    }
}

async fn place_of(shop: &Shop, asker: &Asker, room: RoomId) -> Outcome<Place> {
    let access = find(shop, asker, room).await?;
    let shut = match access.side {
        _ if access.room.state == RoomState::Closed => Some(Refusal::RoomClosed),
        // Of the shop only who has taken the room speaks in it.
        Side::Counsellor if access.counsellor != asker.member => Some(Refusal::RoomMovedOn),
        _ => None,
    };
    Ok(Place { room, side: access.side, owner: access.owner, shut, opened_for: None })
}

fn record(shop: &Shop, asker: &Asker, place: &Place, key: MessageKey, body: Body) -> Record {
    // A member who is in a visitor's talk of theirs is its shopper all the same.
    let is_known = place.side == Side::Counsellor || place.owner.is_some();
    let member = asker.member.filter(|_| is_known);
    Record { room: place.room, key, side: place.side, member, body, sent_at: shop.now() }
}

/// Whether this very message has its place already.
async fn is_archived(shop: &Shop, record: &Record) -> Outcome<bool> {
    let known = sqlx::query!(
        r#"select side, member_id, body as "body: String"
           from chat_messages where room_id = ? and message_key = ?"#,
        record.room.0,
        &record.key.0[..],
    )
    .fetch_optional(&shop.mysql)
    .await?;
    let Some(known) = known else { return Ok(false) };
    let body = serde_json::from_str(&known.body).ok();
    let is_theirs = known.side == record.side.as_str();
    if is_theirs && body.is_some_and(|body| is_same(&body, &record.body)) {
        Ok(true)
    } else {
        Err(Refusal::OtherMessage.into())
    }
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

fn room_of(text: &str) -> Result<Option<RoomId>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(|id| Some(RoomId(id))).map_err(|_| Refusal::NotUnderstood),
    }
}
