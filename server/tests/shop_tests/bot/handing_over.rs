//! The bot gives way to people.

use super::{Talks, answers, member, offers_a_person, said, visitor};
use crate::kit::shop::insert_member;
use shop::chat::bot::BotSays;
use shop::chat::{self, Asker, Body, RoomId, RoomState, Side};

/// Waits until a room's shopper was told what to expect, and gives that.
async fn told_to_wait(talks: &mut Talks, room: RoomId) -> BotSays {
    talks
        .until("the shopper is told what to expect", room, |said| match answers(said).last() {
            Some(says @ BotSays::HandedOver { .. }) => Some((*says).clone()),
            _ => None,
        })
        .await
}

fn events(said: &[(Side, Body)]) -> usize {
    said.iter().filter(|(_, body)| *body == Body::Waiting).count()
}

#[tokio::test]
async fn who_asks_for_a_person_waits_for_one_and_is_told_what_to_expect() {
    let mut talks = Talks::open().await;
    let mut waited = vec![];
    for before in 0..3 {
        let asker = visitor(&talks.shop.direct).await;
        let room = talks.write(&asker, "상담원 연결해 주세요").await;
        let says = told_to_wait(&mut talks, room).await;
        let opens_at = talks.shop.direct.counsel.hours.next_opening(talks.shop.now());
        assert_eq!(says, BotSays::HandedOver { are_there: false, before, opens_at });
        assert_eq!(talks.state(room).await, RoomState::Waiting);
        waited.push((asker, room));
    }
    // Whoever goes away is waited for no more, and a counsellor who comes is there.
    let (asker, room) = &waited[0];
    chat::close(&talks.shop.direct, asker, *room).await.unwrap();
    let colleague = insert_member(&talks.shop.direct, "c@seonchak.kr").await;
    sqlx::query("insert into chat_counsellors (member_id, seen_at) values (?, ?)")
        .bind(colleague.0)
        .bind(talks.shop.now())
        .execute(&talks.shop.direct.mysql)
        .await
        .unwrap();
    let room = talks.write(&visitor(&talks.shop.direct).await, "human please").await;
    let says = told_to_wait(&mut talks, room).await;
    assert!(matches!(says, BotSays::HandedOver { are_there: true, before: 2, .. }), "{says:?}");
}

#[tokio::test]
async fn who_presses_the_button_is_told_the_same() {
    let mut talks = Talks::open().await;
    let asker = visitor(&talks.shop.direct).await;
    let (room, _) = talks.ask(&asker, "안녕하세요").await;
    chat::ask_counsellor(&talks.shop.direct, &asker, room).await.unwrap();
    told_to_wait(&mut talks, room).await;
    assert_eq!(events(&said(&talks.shop.direct, room).await), 1);
}

#[tokio::test]
async fn who_is_not_understood_is_offered_a_person_and_the_second_time_given_one() {
    let mut talks = Talks::open().await;
    let asker = member(insert_member(&talks.shop.direct, "a@b.kr").await);
    let (room, says) = talks.ask(&asker, "이 크림 지성 피부에 맞아요?").await;
    assert_eq!(says, BotSays::NotUnderstood);
    assert!(offers_a_person(&says));
    // What is understood in between begins the counting anew.
    assert_eq!(talks.ask(&asker, "고마워요").await.1, BotSays::Welcome);
    assert_eq!(talks.ask(&asker, "향은 어때요").await.1, BotSays::NotUnderstood);
    assert_eq!(talks.state(room).await, RoomState::Bot);
    talks.write(&asker, "무거운가요?").await;
    told_to_wait(&mut talks, room).await;
    assert_eq!(talks.state(room).await, RoomState::Waiting);
}

#[tokio::test]
async fn where_a_person_is_asked_for_the_bot_is_silent() {
    let mut talks = Talks::open().await;
    let asker = visitor(&talks.shop.direct).await;
    let room = talks.write(&asker, "상담원").await;
    told_to_wait(&mut talks, room).await;
    let before = said(&talks.shop.direct, room).await.len();
    for text in ["배송비 얼마예요", "상담원", "안녕하세요"] {
        talks.write(&asker, text).await;
    }
    talks.catch_up().await;
    let said = said(&talks.shop.direct, room).await;
    assert_eq!(said.len(), before + 3, "{said:?}");
    assert_eq!(events(&said), 1, "who waits already is not put at the end again");
}

#[tokio::test]
async fn a_talk_that_goes_on_is_told_what_to_expect() {
    let mut talks = Talks::open().await;
    let asker: Asker = visitor(&talks.shop.direct).await;
    let (room, _) = talks.ask(&asker, "안녕하세요").await;
    chat::close(&talks.shop.direct, &asker, room).await.unwrap();
    chat::reopen(&talks.shop.direct, &asker, room).await.unwrap();
    told_to_wait(&mut talks, room).await;
}
