//! A room changes hands.

use super::fixtures::{about, block, counsellor, hands, insert_room, listed};
use crate::kit::{Answer, Person, TestShop, until};
use serde_json::json;
use shop::chat::{RoomId, RoomState};
use std::time::Duration;

async fn hand_over(from: &Person, room: RoomId, to: &Person) -> Answer {
    let form = [("room_id", room.0.to_string()), ("member_id", to.id().0.to_string())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    from.call("counsel/hand_over", &form).await
}

fn taken_by(person: &Person) -> (String, Option<shop::members::MemberId>) {
    ("taken".into(), Some(person.id()))
}

#[tokio::test]
async fn of_two_who_take_a_room_at_once_one_gets_it() {
    let shop = TestShop::open_with(2).await;
    let (first, second) = (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "d@b.kr").await);
    let second = second.at(shop.url(1));
    for state in [RoomState::Waiting, RoomState::Bot] {
        let room = insert_room(&shop, |room| room.state = state).await;
        let (one, two) =
            tokio::join!(about(&first, "counsel/take", room), about(&second, "counsel/take", room));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409], "{one:?} {two:?}");
        let winner = if one.status == 200 { &first } else { &second };
        assert_eq!(hands(&shop, room).await, taken_by(winner));
        assert_eq!(about(winner, "counsel/take", room).await.status, 200, "it is theirs");
    }
}

#[tokio::test]
async fn a_room_is_free_again_once_its_counsellor_has_gone() {
    let shop = TestShop::open().await;
    let (first, second) = (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "d@b.kr").await);
    let room = insert_room(&shop, |_| {}).await;
    assert_eq!(about(&first, "counsel/take", room).await.status, 200);
    shop.clock.advance(Duration::from_secs(40));
    listed(&first, "mine").await;
    shop.clock.advance(Duration::from_secs(40));
    let early = about(&second, "counsel/take", room).await;
    assert_eq!((early.status, &early.json()["refusal"]), (409, &json!("room_moved_on")));
    shop.clock.advance(Duration::from_secs(20));
    assert_eq!(about(&second, "counsel/take", room).await.status, 200);
    assert_eq!(hands(&shop, room).await, taken_by(&second));
}

#[tokio::test]
async fn nobody_but_staff_takes_a_room_and_nobody_one_that_is_over() {
    let shop = TestShop::open().await;
    let shopper = shop.member("a@b.kr").await;
    let room = insert_room(&shop, |room| room.owner = Some(shopper.id())).await;
    let blocked = counsellor(&shop, "gone@b.kr").await;
    block(&shop, &blocked).await;
    assert_eq!(about(&shop.visitor(), "counsel/take", room).await.status, 401);
    for person in [&shopper, &blocked] {
        assert_eq!(about(person, "counsel/take", room).await.status, 403);
        assert_eq!(hand_over(person, room, &shopper).await.status, 403);
    }
    assert_eq!(hands(&shop, room).await, ("waiting".into(), None));
    let works = counsellor(&shop, "c@b.kr").await;
    let over = insert_room(&shop, |room| room.state = RoomState::Closed).await;
    let refused = about(&works, "counsel/take", over).await;
    assert_eq!((refused.status, &refused.json()["refusal"]), (409, &json!("room_closed")));
    assert_eq!(about(&works, "counsel/take", RoomId(999_999)).await.status, 404);
}

#[tokio::test]
async fn who_has_a_room_hands_it_to_a_colleague_and_to_nobody_else() {
    let shop = TestShop::open().await;
    let (holder, colleague) =
        (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "d@b.kr").await);
    let admin = shop.admin("owner@b.kr").await;
    let stranger = shop.member("a@b.kr").await;
    let blocked = counsellor(&shop, "gone@b.kr").await;
    block(&shop, &blocked).await;
    let room = insert_room(&shop, |_| {}).await;
    assert_eq!(hand_over(&holder, room, &colleague).await.status, 409, "nobody has it");
    assert_eq!(about(&holder, "counsel/take", room).await.status, 200);
    for nobody in [&stranger, &blocked] {
        assert_eq!(hand_over(&holder, room, nobody).await.status, 404);
    }
    assert_eq!(hand_over(&colleague, room, &admin).await.status, 403, "it is not theirs to give");
    assert_eq!(hand_over(&holder, room, &holder).await.status, 409);
    assert_eq!(hand_over(&holder, room, &colleague).await.status, 200);
    assert_eq!(hands(&shop, room).await, taken_by(&colleague));
    assert_eq!(hand_over(&admin, room, &holder).await.status, 200, "an admin may");
    assert_eq!(hands(&shop, room).await, taken_by(&holder));
    let events: Vec<(String, Option<u64>, Option<u64>)> = sqlx::query_as(
        "select state, actor_id, counsellor_id from chat_room_events where room_id = ? order by id",
    )
    .bind(room.0)
    .fetch_all(&shop.direct.mysql)
    .await
    .unwrap();
    let event = |by: &Person, to: &Person| ("taken".to_owned(), Some(by.id().0), Some(to.id().0));
    let said = [event(&holder, &holder), event(&holder, &colleague), event(&admin, &holder)];
    assert_eq!(events, said);
}

#[tokio::test]
async fn a_counsellor_ends_a_talk_and_opens_it_again() {
    let shop = TestShop::open().await;
    let works = counsellor(&shop, "c@b.kr").await;
    let room = insert_room(&shop, |_| {}).await;
    assert_eq!(about(&works, "counsel/take", room).await.status, 200);
    assert_eq!(about(&works, "chat/close", room).await.status, 200);
    assert_eq!(hands(&shop, room).await, ("closed".into(), None));
    assert_eq!(about(&works, "chat/close", room).await.status, 409);
    assert_eq!(about(&works, "chat/reopen", room).await.status, 200);
    assert_eq!(hands(&shop, room).await, ("waiting".into(), None));
}

#[tokio::test]
async fn who_does_not_have_a_talk_ends_it_only_as_an_admin() {
    let shop = TestShop::open().await;
    let (holder, colleague) =
        (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "d@b.kr").await);
    let admin = shop.admin("e@b.kr").await;
    let room = insert_room(&shop, |_| {}).await;
    assert_eq!(about(&holder, "counsel/take", room).await.status, 200);
    assert_eq!(about(&colleague, "chat/close", room).await.status, 403);
    assert_eq!(hands(&shop, room).await, taken_by(&holder));
    assert_eq!(about(&admin, "chat/close", room).await.status, 200);
    let unwanted = insert_room(&shop, |_| {}).await;
    assert_eq!(about(&colleague, "chat/close", unwanted).await.status, 200, "nobody has it");
}

#[tokio::test]
async fn only_who_has_a_room_speaks_in_it() {
    let shop = TestShop::with_chat(1).await;
    let (holder, colleague) =
        (counsellor(&shop, "c@b.kr").await, counsellor(&shop, "d@b.kr").await);
    let room = insert_room(&shop, |_| {}).await;
    let say = async |person: &Person, address: &str| {
        let form = [("room_id", room.0.to_string()), ("text", "안녕하세요".into())];
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        person.call(address, &form).await.status
    };
    let addresses = ["counsel/say", "chat/send"];
    for address in addresses {
        assert_eq!(say(&holder, address).await, 409, "nobody has it yet: {address}");
    }
    assert_eq!(about(&holder, "counsel/take", room).await.status, 200);
    for address in addresses {
        let answers = (say(&holder, address).await, say(&colleague, address).await);
        assert_eq!(answers, (200, 409), "{address}");
    }
    let shopper = shop.member("a@b.kr").await;
    assert_eq!(say(&shopper, "counsel/say").await, 403);
    assert_eq!(say(&shopper, "chat/send").await, 404, "it is another's room");
    let count = async || {
        let history = about(&holder, "chat/history", room).await.json();
        let messages = history.as_array()?;
        let said = messages.iter().filter(|message| message["side"] == "counsellor").count();
        (said >= addresses.len()).then_some(said)
    };
    assert_eq!(until("the words are there", count).await, 2);
}
