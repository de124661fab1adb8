//! Between the rows of a room and what is told of it.

use super::access::state_of;
use super::{MESSAGES_AT_ONCE, Message, MessageKey, Room, RoomId, Side};
use crate::members::MemberId;
use crate::{Fault, Moment, Outcome, Shop};
use std::collections::HashMap;

/// How rooms are; one that is not there is left out.
pub(super) async fn rooms(shop: &Shop, ids: &[RoomId]) -> Outcome<Vec<Room>> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let rows = sqlx::query!(
        r#"select r.id, r.state, r.state_at as "state_at: Moment",
                  r.opened_at as "opened_at: Moment", c.name as "counsellor?",
                  r.last_number, r.read_by_shopper, r.read_by_shop
           from json_table(?, '$[*]' columns (id bigint unsigned path '$')) wanted
           straight_join chat_rooms r on r.id = wanted.id
           left join members c on c.id = r.counsellor_id"#,
        serde_json::to_string(ids).unwrap_or_default(),
    )
    .fetch_all(&shop.mysql)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Room {
                id: RoomId(row.id),
                state: state_of(&row.state)?,
                state_at: row.state_at,
                counsellor: row.counsellor,
                opened_at: row.opened_at,
                last_number: row.last_number,
                read_by_shopper: row.read_by_shopper,
                read_by_shop: row.read_by_shop,
            })
        })
        .collect()
}

/// The newest messages before a number, the oldest first.
pub(super) async fn before(shop: &Shop, room: RoomId, number: u32) -> Outcome<Vec<Message>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select said.number, said.message_key, said.side, writer.name as "writer?",
                  said.body as "body: String", said.sent_at as "sent_at: Moment"
           from chat_messages said
           left join members writer on writer.id = said.member_id
           where said.room_id = ? and said.number < ?
           order by said.number desc
           limit ?"#,
        room.0,
        number,
        MESSAGES_AT_ONCE,
    )
    .fetch_all(&shop.mysql)
    .await?;
    rows.into_iter().rev().map(Row::message).collect()
}

/// The oldest messages after a number.
pub(super) async fn after(shop: &Shop, room: RoomId, number: u32) -> Outcome<Vec<Message>> {
    let rows = sqlx::query_as!(
        Row,
        r#"select said.number, said.message_key, said.side, writer.name as "writer?",
                  said.body as "body: String", said.sent_at as "sent_at: Moment"
           from chat_messages said
           left join members writer on writer.id = said.member_id
           where said.room_id = ? and said.number > ?
           order by said.number
           limit ?"#,
        room.0,
        number,
        MESSAGES_AT_ONCE,
    )
    .fetch_all(&shop.mysql)
    .await?;
    rows.into_iter().map(Row::message).collect()
}

/// A message as its row has it.
struct Row {
    number: u32,
    message_key: Vec<u8>,
    side: String,
    writer: Option<String>,
    body: String,
    sent_at: Moment,
}

impl Row {
    fn message(self) -> Outcome<Message> {
        let side = side_of(&self.side)?;
        Ok(Message {
            number: self.number,
            key: key_of(&self.message_key).ok_or_else(|| broken("message_key"))?,
            side,
            // A shopper's name is nobody's business but the counsellors', who see it elsewhere.
            name: self.writer.filter(|_| side == Side::Counsellor),
            body: serde_json::from_str(&self.body).map_err(|_| broken("body"))?,
            sent_at: self.sent_at,
        })
    }
}

/// The names of members.
pub(super) async fn names_of(
    shop: &Shop,
    members: impl Iterator<Item = MemberId>,
) -> Outcome<HashMap<MemberId, String>> {
    let mut ids: Vec<MemberId> = members.collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sqlx::query!(
        r#"select m.id, m.name
           from json_table(?, '$[*]' columns (id bigint unsigned path '$')) wanted
           straight_join members m on m.id = wanted.id"#,
        serde_json::to_string(&ids).unwrap_or_default(),
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows.into_iter().map(|row| (MemberId(row.id), row.name)).collect())
}

/// A key as the table has it.
pub(super) fn key_of(bytes: &[u8]) -> Option<MessageKey> {
    bytes.try_into().ok().map(MessageKey)
}

fn side_of(word: &str) -> Outcome<Side> {
    let known = [Side::Shopper, Side::Counsellor, Side::Bot, Side::Shop];
    known.into_iter().find(|side| side.as_str() == word).ok_or_else(|| broken("side"))
}

fn broken(column: &str) -> Fault {
    Fault::Broken(format!("chat_messages.{column} is none of ours"))
}
