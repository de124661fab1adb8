//! The transaction that gives messages their numbers.

use super::Placed;
use super::number::{Numbered, number};
use crate::chat::log::Record;
use crate::chat::rows::key_of;
use crate::chat::{Message, MessageKey, RoomId, Side};
use crate::members::MemberId;
use crate::parts::is_passing;
use crate::{Fault, Outcome, Shop};
use serde::Serialize;
use sqlx::MySqlConnection;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A deadlock passes.
const TRIES_MAX: u32 = 3;

/// A message as `json_table` reads it: room, number, key, side, member, body, when it was sent.
/// The body is text, which both databases read alike.
#[derive(Serialize)]
struct Row {
    r: RoomId,
    n: u32,
    k: MessageKey,
    s: Side,
    m: Option<MemberId>,
    b: String,
    t: i64,
}

/// Gives records their numbers and keeps them: all of them or none. Those that their rooms have
/// already are left out, and so are those of rooms that are not there any more.
///
/// The rooms' rows are locked first, by ascending number, so that whoever archives messages of
/// the same room, be it a server that was taken to be dead, does so before or after.
///
/// # Errors
/// MySQL is down: nothing is archived, or all of it. [`Fault::Broken`] if MySQL refuses a record.
pub(super) async fn write(shop: &Shop, records: &[Record]) -> Outcome<Vec<Placed>> {
    if records.is_empty() {
        return Ok(vec![]);
    }
    let mut tries = 1;
    loop {
        match try_to_write(shop, records).await {
            Err(error) if tries < TRIES_MAX && may_pass(&error) => tries += 1,
            answer => return answer.map_err(Fault::from),
        }
    }
}

fn may_pass(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(is_passing)
}

async fn try_to_write(shop: &Shop, records: &[Record]) -> Result<Vec<Placed>, sqlx::Error> {
    let mut transaction = shop.mysql.begin().await?;
    let last_numbers = lock(&mut transaction, records).await?;
    let known = known(&mut transaction, records).await?;
    let numbered = number(records, &last_numbers, &known);
    if numbered.is_empty() {
        transaction.rollback().await?;
        return Ok(vec![]);
    }
    let rows = to_json(&numbered.iter().map(row).collect::<Vec<_>>());
    sqlx::query!(
        r#"insert into chat_messages
               (room_id, number, message_key, side, member_id, body, sent_at, archived_at)
           select said.r, said.n, unhex(said.k), said.s, said.m, said.b,
                  timestamp '1970-01-01 00:00:00' + interval said.t * 1000 microsecond, ?
           from json_table(?, '$[*]' columns (
                    r bigint unsigned path '$.r', n int unsigned path '$.n',
                    k char(32) path '$.k', s varchar(10) path '$.s',
                    m bigint unsigned path '$.m', b longtext path '$.b',
                    t bigint path '$.t')) said"#,
        shop.now(),
        rows,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        r#"update chat_rooms room
           join (select said.r, max(said.n) as n, max(said.t) as t
                 from json_table(?, '$[*]' columns (
                          r bigint unsigned path '$.r', n int unsigned path '$.n',
                          t bigint path '$.t')) said
                 group by said.r) newest on newest.r = room.id
           set room.last_number = newest.n,
               room.last_message_at =
                   timestamp '1970-01-01 00:00:00' + interval newest.t * 1000 microsecond"#,
        rows,
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(numbered.iter().map(placed).collect())
}

/// Locks the rooms that are there. Gives their last numbers. MySQL locks nothing beside a
/// `json_table` of the same select, so that one stands in a select of its own.
async fn lock(
    transaction: &mut MySqlConnection,
    records: &[Record],
) -> Result<BTreeMap<RoomId, u32>, sqlx::Error> {
    let ids: BTreeSet<RoomId> = records.iter().map(|record| record.room).collect();
    let rows = sqlx::query!(
        r#"select room.id, room.last_number
           from (select distinct id
                 from json_table(?, '$[*]' columns (id bigint unsigned path '$')) ids) wanted
           straight_join chat_rooms room on room.id = wanted.id
           for update"#,
        to_json(&ids),
    )
    .fetch_all(&mut *transaction)
    .await?;
    Ok(rows.into_iter().map(|row| (RoomId(row.id), row.last_number)).collect())
}

/// The keys among the records' that their rooms have already. The first plain reading of the
/// transaction, so that it sees what was committed before the rooms were locked.
async fn known(
    transaction: &mut MySqlConnection,
    records: &[Record],
) -> Result<HashSet<(RoomId, MessageKey)>, sqlx::Error> {
    let names: Vec<(RoomId, MessageKey)> = records.iter().map(|r| (r.room, r.key)).collect();
    let rows = sqlx::query!(
        r#"select message.room_id, message.message_key
           from json_table(?, '$[*]' columns (
                    r bigint unsigned path '$[0]', k char(32) path '$[1]')) said
           straight_join chat_messages message
               on message.room_id = said.r and message.message_key = unhex(said.k)"#,
        to_json(&names),
    )
    .fetch_all(&mut *transaction)
    .await?;
    let name = |room: u64, key: &[u8]| Some((RoomId(room), key_of(key)?));
    Ok(rows.iter().filter_map(|row| name(row.room_id, &row.message_key)).collect())
}

fn row(numbered: &Numbered<'_>) -> Row {
    let Numbered { number, record } = numbered;
    Row {
        r: record.room,
        n: *number,
        k: record.key,
        s: record.side,
        m: record.member,
        b: to_json(&record.body),
        t: record.sent_at.ms(),
    }
}

fn placed(numbered: &Numbered<'_>) -> Placed {
    let Numbered { number, record } = numbered;
    let message = Message {
        number: *number,
        key: record.key,
        side: record.side,
        name: None,
        body: record.body.clone(),
        sent_at: record.sent_at,
    };
    // A shopper's name is nobody's business but the counsellors', who see it elsewhere.
    let writer = record.member.filter(|_| record.side == Side::Counsellor);
    Placed { room: record.room, message, writer }
}

fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
