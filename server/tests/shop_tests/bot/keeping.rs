//! How long talks are kept, and how a shopper carries one away.

use crate::kit::shop::insert_member;
use crate::kit::{Person, TestShop, until};
use shop::chat::{self, RoomId, RoomState};
use shop::members::MemberId;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A room that has come into a state so many days ago, and was written in so many days ago.
async fn insert_room(
    shop: &TestShop,
    owner: MemberId,
    state: RoomState,
    state_days: u32,
    written_days: u32,
) -> RoomId {
    let counsellor = (state == RoomState::Taken).then_some(owner.0);
    let row = sqlx::query(
        "insert into chat_rooms (member_id, language, opened_at, state, state_at, counsellor_id,
                                 last_number, last_message_at)
         values (?, 'ko', ?, ?, ?, ?, 1, ?)",
    )
    .bind(owner.0)
    .bind(shop.now().minus(DAY * 1_000))
    .bind(state.as_str())
    .bind(shop.now().minus(DAY * state_days))
    .bind(counsellor)
    .bind(shop.now().minus(DAY * written_days))
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    let room = RoomId(row.last_insert_id());
    say(shop, room, 1, "안녕하세요").await;
    room
}

async fn say(shop: &TestShop, room: RoomId, number: u32, text: &str) {
    let body = chat::Body::Text { text: text.into(), card: None };
    sqlx::query(
        "insert into chat_messages (room_id, number, message_key, side, body, sent_at, archived_at)
         values (?, ?, unhex(md5(?)), 'shopper', ?, ?, ?)",
    )
    .bind(room.0)
    .bind(number)
    .bind(number)
    .bind(serde_json::to_string(&body).unwrap())
    .bind(shop.now())
    .bind(shop.now())
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
}

async fn rooms(shop: &TestShop) -> Vec<RoomId> {
    let ids: Vec<u64> = sqlx::query_scalar("select distinct room_id from chat_messages order by 1")
        .fetch_all(&shop.direct.mysql)
        .await
        .unwrap();
    ids.into_iter().map(RoomId).collect()
}

#[tokio::test]
async fn a_talk_is_deleted_a_year_after_its_end_with_what_was_said_in_it() {
    let shop = TestShop::open_with(0).await;
    let owner = insert_member(&shop.direct, "a@b.kr").await;
    let mut kept = vec![];
    for (state, state_days, written_days, is_kept) in [
        (RoomState::Closed, 366, 366, false),
        (RoomState::Closed, 364, 366, true),
        (RoomState::Closed, 366, 364, true),
        (RoomState::Bot, 366, 366, false),
        (RoomState::Waiting, 366, 366, true),
        (RoomState::Taken, 366, 366, true),
    ] {
        let room = insert_room(&shop, owner, state, state_days, written_days).await;
        kept.extend(is_kept.then_some(room));
    }
    assert_eq!(chat::sweep(&shop.direct).await.unwrap(), 2);
    assert_eq!(rooms(&shop).await, kept);
    assert_eq!(chat::sweep(&shop.direct).await.unwrap(), 0);
}

#[tokio::test]
async fn a_server_sweeps_by_itself() {
    let mut shop = TestShop::open_with(0).await;
    let owner = insert_member(&shop.direct, "a@b.kr").await;
    insert_room(&shop, owner, RoomState::Closed, 366, 366).await;
    shop.add_server().await;
    until("the talk is gone", async || rooms(&shop).await.is_empty().then_some(())).await;
}

async fn file(person: &Person, room: RoomId) -> crate::kit::Answer {
    person.get(&format!("/chat/{}/export", room.0)).await
}

#[tokio::test]
async fn a_shopper_carries_their_talk_away_and_nobody_else_does() {
    let shop = TestShop::open().await;
    let (owner, other) = (shop.member("a@b.kr").await, shop.member("o@b.kr").await);
    let room = insert_room(&shop, owner.id(), RoomState::Closed, 0, 0).await;
    // More than is read at once.
    for number in 2..=120 {
        say(&shop, room, number, &format!("{number}번째\n줄")).await;
    }
    let answer = file(&owner, room).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    let name = format!("attachment; filename=\"seonchak-chat-{}.txt\"", room.0);
    assert_eq!(answer.header("content-disposition"), Some(name.as_str()));
    let begins = format!("\u{feff}선착 상담 기록 {}\n\n", room.0);
    assert!(answer.text.starts_with(&begins), "{}", answer.text);
    let lines: Vec<&str> = answer.text.lines().filter(|line| line.starts_with("    ")).collect();
    let second_lines: Vec<String> = (2..=120).map(|number| format!("    {number}번째")).collect();
    assert_eq!(lines.len(), 1 + 2 * 119);
    assert_eq!(lines.into_iter().skip(1).step_by(2).collect::<Vec<_>>(), second_lines);
    assert!(file(&owner.reading("en"), room).await.text.contains("Seonchak chat"));

    let admin = shop.admin("owner@seonchak.kr").await;
    for person in [&other, &shop.visitor(), &admin] {
        assert_eq!(file(person, room).await.status, 404);
    }
    assert_eq!(owner.get("/chat/none/export").await.status, 404);
    assert_eq!(file(&owner, RoomId(room.0 + 1)).await.status, 404);
}
