//! Rooms put straight into the tables, without their road.

use crate::kit::{Person, TestShop};
use serde_json::{Value, json};
use shop::Moment;
use shop::chat::{RoomId, RoomState, Side};
use shop::members::{self, MemberId, Role};

/// A signed-in counsellor.
pub async fn counsellor(shop: &TestShop, email: &str) -> Person {
    let person = shop.member(email).await;
    members::grant(&shop.direct, email, Role::Counsellor, "test").await.unwrap();
    person
}

/// A room that is to be there.
#[derive(Clone)]
pub struct SeededRoom {
    /// A visitor's, if it is nobody's.
    pub owner: Option<MemberId>,
    pub state: RoomState,
    pub state_at: Moment,
    pub counsellor: Option<MemberId>,
}

/// A visitor's room that waits since now, unless `change` says otherwise.
pub async fn insert_room(shop: &TestShop, change: impl FnOnce(&mut SeededRoom)) -> RoomId {
    let mut room = SeededRoom {
        owner: None,
        state: RoomState::Waiting,
        state_at: shop.now(),
        counsellor: None,
    };
    change(&mut room);
    let secret: [u8; 32] = shop.direct.random();
    let hash = room.owner.is_none().then_some(secret.as_slice());
    let row = sqlx::query(
        "insert into chat_rooms (member_id, visitor_hash, language, opened_at, state, state_at,
                                 counsellor_id)
         values (?, ?, 'ko', ?, ?, ?, ?)",
    )
    .bind(room.owner.map(|member| member.0))
    .bind(hash)
    .bind(room.state_at)
    .bind(room.state.as_str())
    .bind(room.state_at)
    .bind(room.counsellor.map(|member| member.0))
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    RoomId(row.last_insert_id())
}

/// Says something in a room, now; the number of the message.
pub async fn say(shop: &TestShop, room: RoomId, side: Side, text: &str) -> u32 {
    let mysql = &shop.direct.mysql;
    let key: [u8; 16] = shop.direct.random();
    let body = json!({ "kind": "text", "text": text, "card": null }).to_string();
    sqlx::query(
        "update chat_rooms set last_number = last_number + 1, last_message_at = ? where id = ?",
    )
    .bind(shop.now())
    .bind(room.0)
    .execute(mysql)
    .await
    .unwrap();
    sqlx::query(
        "insert into chat_messages (room_id, number, message_key, side, body, sent_at, archived_at)
         select id, last_number, ?, ?, ?, ?, ? from chat_rooms where id = ?",
    )
    .bind(key.as_slice())
    .bind(side.as_str())
    .bind(body)
    .bind(shop.now())
    .bind(shop.now())
    .bind(room.0)
    .execute(mysql)
    .await
    .unwrap();
    sqlx::query_scalar("select last_number from chat_rooms where id = ?")
        .bind(room.0)
        .fetch_one(mysql)
        .await
        .unwrap()
}

/// Whose a room is, and how, as the table has it.
pub async fn hands(shop: &TestShop, room: RoomId) -> (String, Option<MemberId>) {
    let row: (String, Option<u64>) =
        sqlx::query_as("select state, counsellor_id from chat_rooms where id = ?")
            .bind(room.0)
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
    (row.0, row.1.map(MemberId))
}

/// Calls a function about a room.
pub async fn about(person: &Person, function: &str, room: RoomId) -> crate::kit::Answer {
    person.call(function, &[("room_id", &room.0.to_string())]).await
}

/// A page of a tab.
pub async fn listed(person: &Person, tab: &str) -> Value {
    let answer = person.call("counsel/list", &[("tab", tab)]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

/// The rooms of a page, in their order.
pub fn ids(list: &Value) -> Vec<RoomId> {
    let rooms = list["rooms"].as_array().unwrap();
    rooms.iter().map(|row| RoomId(row["room"]["id"].as_u64().unwrap())).collect()
}

/// Closes somebody's account behind their back.
pub async fn block(shop: &TestShop, person: &Person) {
    sqlx::query(
        "insert into member_blocks (member_id, blocked_at, blocked_by, reason)
         values (?, ?, ?, '시험')",
    )
    .bind(person.id().0)
    .bind(shop.now())
    .bind(person.id().0)
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
}
