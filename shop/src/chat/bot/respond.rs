//! What the bot does about one record of the log.

use super::answer::answer;
use super::key::answer_key;
use super::{BotSays, Topic, understand};
use crate::chat::change::{Change, change};
use crate::chat::log::{self, Record};
use crate::chat::presence::GONE_AFTER;
use crate::chat::{Body, Card, RoomId, RoomState, Side, access};
use crate::members::MemberId;
use crate::{Fault, Outcome, Refusal, Shop};
use std::collections::HashSet;
use std::time::Duration;

/// After an outage a message is answered however old it is, unless somebody has spoken since: then
/// the talk has gone on.
const LATE_AFTER: Duration = Duration::from_secs(3 * 60);

/// Answers a shopper whose room is the bot's, and tells one who has begun to wait for a person what
/// to expect. Whatever else is said is not for the bot.
///
/// # Errors
/// A part is down; [`Fault::Broken`] for a record that no try will answer.
pub(super) async fn respond(shop: &Shop, record: &Record) -> Outcome<()> {
    let Some(state) = state_for(record) else { return Ok(()) };
    let Some(room) = look_into(shop, record).await? else { return Ok(()) };
    let is_late = record.sent_at.plus(LATE_AFTER) < shop.now();
    if room.state != state || room.is_answered || (is_late && room.has_gone_on) {
        return Ok(());
    }
    let says = match &record.body {
        Body::Text { text, card } => says_to(shop, &room, text, card.as_ref()).await?,
        _ => Some(wait(shop, record).await?),
    };
    match says {
        Some(says) => say(shop, record, says).await,
        None => hand_over(shop, record).await,
    }
}

/// In which state a room must be for the bot to say something to a record; none for most.
fn state_for(record: &Record) -> Option<RoomState> {
    match (record.side, &record.body) {
        (Side::Shopper, Body::Text { .. }) => Some(RoomState::Bot),
        (Side::Shop, Body::Waiting | Body::Reopened) => Some(RoomState::Waiting),
        _ => None,
    }
}

/// The rooms of these records in which the bot may have to say something, by one query: on a busy day
/// nearly all of them are people's.
pub(super) async fn rooms_to_look_into(
    shop: &Shop,
    records: &[Record],
) -> Outcome<HashSet<RoomId>> {
    let concerned = records.iter().filter(|record| state_for(record).is_some());
    let ids: HashSet<RoomId> = concerned.map(|record| record.room).collect();
    if ids.is_empty() {
        return Ok(ids);
    }
    let rooms = sqlx::query_scalar!(
        r#"select room.id
           from json_table(?, '$[*]' columns (id bigint unsigned path '$')) wanted
           straight_join chat_rooms room on room.id = wanted.id
           where room.state in ('bot', 'waiting')"#,
        serde_json::to_string(&ids).unwrap_or_default(),
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rooms.into_iter().map(RoomId).collect())
}

/// What the bot says to a shopper's words; nothing if a person has to.
async fn says_to(
    shop: &Shop,
    room: &Room,
    text: &str,
    card: Option<&Card>,
) -> Outcome<Option<BotSays>> {
    let topic = match understand(text) {
        // Words that mean nothing by themselves are about what they were sent with.
        None if matches!(card, Some(Card::Order { .. })) => Some(Topic::Orders),
        topic => topic,
    };
    match topic {
        Some(topic) => answer(shop, room.member, topic).await,
        None if room.was_lost => Ok(None),
        None => Ok(Some(BotSays::NotUnderstood)),
    }
}

/// A room as the bot needs to know it.
struct Room {
    member: Option<MemberId>,
    state: RoomState,
    /// Whether this record has its answer.
    is_answered: bool,
    /// Whether the bot or a person has spoken since.
    has_gone_on: bool,
    /// Whether the bot did not understand what was said before.
    was_lost: bool,
}

/// Nothing if the shopper has deleted it.
async fn look_into(shop: &Shop, record: &Record) -> Outcome<Option<Room>> {
    let row = sqlx::query!(
        r#"select r.member_id, r.state,
                  exists (select 1 from chat_messages where room_id = r.id and message_key = ?)
                      as "is_answered!: bool",
                  exists (select 1 from chat_messages
                          where room_id = r.id and side in ('bot', 'counsellor') and sent_at > ?)
                      as "has_gone_on!: bool",
                  (select body from chat_messages where room_id = r.id and side = 'bot'
                   order by number desc limit 1) as "last?: String"
           from chat_rooms r where r.id = ?"#,
        &answer_key(record.key).0[..],
        record.sent_at,
        record.room.0,
    )
    .fetch_optional(&shop.mysql)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let last = row.last.and_then(|body| serde_json::from_str(&body).ok());
    Ok(Some(Room {
        member: row.member_id.map(MemberId),
        state: access::state_of(&row.state)?,
        is_answered: row.is_answered,
        has_gone_on: row.has_gone_on,
        was_lost: matches!(last, Some(Body::Bot { says: BotSays::NotUnderstood, .. })),
    }))
}

async fn say(shop: &Shop, record: &Record, says: BotSays) -> Outcome<()> {
    let answer = Record {
        room: record.room,
        key: answer_key(record.key),
        side: Side::Bot,
        member: None,
        body: Body::Bot { choices: says.choices(), says },
        sent_at: shop.now(),
    };
    log::say(shop, &answer).await
}

/// A person, please. What the shopper may expect is said once the room says that it waits, whoever
/// has asked for it.
async fn hand_over(shop: &Shop, record: &Record) -> Outcome<()> {
    let to_wait = Change { to: RoomState::Waiting, counsellor: None, by: None };
    let handed = change(shop, record.room, to_wait, |before| match before.state {
        RoomState::Bot => Ok(()),
        _ => Err(Refusal::RoomMovedOn),
    });
    match handed.await {
        // Somebody was first, or it is not there any more.
        Err(Fault::Refused(_)) => Ok(()),
        done => done,
    }
}

/// What a shopper who waits for a person may expect.
async fn wait(shop: &Shop, record: &Record) -> Outcome<BotSays> {
    let now = shop.now();
    let row = sqlx::query!(
        r#"select exists (select 1 from chat_counsellors where seen_at > ?) as "are_there!: bool",
                  (select count(*) from chat_rooms other
                   where other.state = 'waiting' and other.id <> r.id
                     and (other.state_at < r.state_at
                          or (other.state_at = r.state_at and other.id < r.id))) as "before!"
           from chat_rooms r where r.id = ?"#,
        now.minus(GONE_AFTER),
        record.room.0,
    )
    .fetch_one(&shop.mysql)
    .await?;
    Ok(BotSays::HandedOver {
        are_there: row.are_there,
        before: u32::try_from(row.before).unwrap_or(u32::MAX),
        opens_at: shop.counsel.hours.next_opening(now),
    })
}
