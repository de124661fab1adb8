//! Parts that are down while people talk.

use super::{enter, hear_up_to, new_key, open_room, room_of, say, until_archived};
use crate::kit::{Mode, TestShop, until};
use serde_json::json;

#[tokio::test]
async fn without_kafka_a_message_is_refused_and_goes_through_once_when_it_is_sent_again() {
    let shop = TestShop::with_chat(2).await;
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "하나").await;
    for (mode, text) in [(Mode::Cut, "둘"), (Mode::Stall, "셋")] {
        shop.kafka.set(mode);
        let key = new_key();
        let refused = say(&member, room, &key, text).await;
        assert_eq!((refused.status, refused.header("retry-after")), (503, Some("2")), "{mode:?}");
        assert_eq!(member.call("catalog/search", &[]).await.status, 200, "the rest goes on");
        shop.kafka.set(Mode::Pass);
        until("it is sent", async || {
            (say(&member, room, &key, text).await.status == 200).then_some(())
        })
        .await;
    }
    // Kafka may have taken in the first try as well.
    until_archived(&shop.direct, room, &["하나", "둘", "셋"]).await;
}

#[tokio::test]
async fn a_visitor_whose_first_message_is_refused_leaves_no_empty_room() {
    let shop = TestShop::with_chat(1).await;
    let visitor = shop.visitor();
    let rooms = async || {
        let rooms: i64 = sqlx::query_scalar("select count(*) from chat_rooms")
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
        rooms
    };
    shop.kafka.set(Mode::Cut);
    let key = new_key();
    assert_eq!(say(&visitor, 0, &key, "계세요?").await.status, 503);
    assert_eq!(rooms().await, 0);
    shop.kafka.set(Mode::Pass);
    let sent = until("it is sent", async || {
        let sent = say(&visitor, 0, &key, "계세요?").await;
        (sent.status == 200).then_some(sent)
    })
    .await;
    until_archived(&shop.direct, room_of(&sent), &["계세요?"]).await;
    assert_eq!(rooms().await, 1);
}

#[tokio::test]
async fn kafka_may_come_after_the_server() {
    let mut shop = TestShop::with_chat(0).await;
    shop.kafka.set(Mode::Cut);
    shop.add_server().await;
    let member = shop.member("a@b.kr").await;
    assert_eq!(say(&member, 0, &new_key(), "이르네요").await.status, 503);
    shop.kafka.set(Mode::Pass);
    let key = new_key();
    let sent = until("it is sent", async || {
        let sent = say(&member, 0, &key, "이제요").await;
        (sent.status == 200).then_some(sent)
    })
    .await;
    until_archived(&shop.direct, room_of(&sent), &["이제요"]).await;
}

#[tokio::test]
async fn news_that_are_lost_are_made_up_for() {
    let shop = TestShop::with_chat(1).await;
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "하나").await;
    until_archived(&shop.direct, room, &["하나"]).await;
    let mut socket = enter(&shop, 0, &member, room).await;
    shop.redis.set(Mode::Cut);
    for text in ["둘", "셋"] {
        assert_eq!(say(&member, room, &new_key(), text).await.status, 200, "Redis is not asked");
    }
    hear_up_to(&mut socket, 1, 3).await;
    let counsellor = shop.counsellor("c@b.kr").await;
    let read = [("room_id", &*room.to_string()), ("number", "2")];
    assert_eq!(counsellor.call("chat/read", &read).await.status, 200);
    let by_shop = |frame| match frame {
        shop::live::ToBrowser::Room { room } => (room.read_by_shop == 2).then_some(()),
        _ => None,
    };
    socket.hear("it was read", by_shop).await;
}

#[tokio::test]
async fn a_shop_without_a_chat_says_so_and_opens_no_room() {
    let shop = TestShop::open().await;
    let member = shop.member("a@b.kr").await;
    assert_eq!(say(&member, 0, &new_key(), "계세요?").await.status, 503);
    assert_eq!(member.call("chat/show", &[]).await.json(), json!(null));
}

#[tokio::test]
async fn what_became_of_messages_is_measured() {
    let shop = TestShop::with_chat(1).await;
    let member = shop.member("a@b.kr").await;
    let room = open_room(&member, "하나").await;
    until_archived(&shop.direct, room, &["하나"]).await;
    until("the archiver has nothing left", async || {
        shop::chat::lag(&shop.direct).await.is_ok_and(|lag| lag == 0).then_some(())
    })
    .await;
    let metrics = until("the lag is measured", async || {
        let metrics = member.get("/metrics").await.text;
        metrics.contains("seonchak_chat_lag").then_some(metrics)
    })
    .await;
    for name in ["seonchak_chat_sent_total", "seonchak_chat_archived_total"] {
        assert!(metrics.contains(name), "{metrics}");
    }
}
