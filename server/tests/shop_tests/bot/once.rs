//! An answer is one message, and comes after all.

use super::{BLOCK, Talks, answers, behind_proxies, member, said, visitor};
use crate::kit::shop::insert_member;
use crate::kit::{Mode, TestShop, until};
use rdkafka::ClientConfig;
use rdkafka::producer::{FutureProducer, FutureRecord};
use shop::chat::bot::{Bot, BotSays};
use shop::chat::{Body, RoomState, Side};
use shop::parts::Part;
use std::time::Duration;

#[tokio::test]
async fn who_takes_over_from_a_bot_that_died_says_the_same_message_again() {
    let mut talks = Talks::open().await;
    let asker = member(insert_member(&talks.shop.direct, "a@b.kr").await);
    let room = talks.write(&asker, "사람인가요?").await;
    // It has said its answer, and dies before it has noted it.
    until("the first bot has answered", async || {
        (talks.bot.answer(BLOCK).await.unwrap() > 0).then_some(())
    })
    .await;
    talks.bot = Bot::join(&talks.shop.direct).unwrap();
    until("the second one has answered too", async || {
        (talks.bot.step(BLOCK).await.unwrap() > 0).then_some(())
    })
    .await;
    assert!(said(&talks.shop.direct, room).await.is_empty(), "neither could know of the other's");
    talks.catch_up().await;
    let said = said(&talks.shop.direct, room).await;
    assert_eq!(answers(&said), [&BotSays::Myself], "{said:?}");
}

#[tokio::test]
async fn without_mysql_or_kafka_it_answers_later() {
    let mut talks = Talks::open().await;
    let shop = behind_proxies(&talks.shop);
    let asker = member(insert_member(&talks.shop.direct, "a@b.kr").await);
    talks.bot = Bot::join(&shop).unwrap();
    let (room, _) = talks.ask(&asker, "안녕하세요").await;
    for (part, proxy) in [(Part::MySql, &talks.shop.mysql), (Part::Kafka, &talks.shop.kafka)] {
        let before = answers(&said(&talks.shop.direct, room).await).len();
        proxy.set(Mode::Cut);
        super::write(&talks.shop.direct, &asker, "배송비").await;
        until("the bot cannot answer", async || match part {
            Part::Kafka => {
                talks.bot.step(BLOCK).await.ok();
                shop.kafka.ping().await.err().map(drop)
            }
            part => talks.bot.step(BLOCK).await.err()?.is_down(part).then_some(()),
        })
        .await;
        assert_eq!(answers(&said(&talks.shop.direct, room).await).len(), before);
        proxy.set(Mode::Pass);
        until("it has answered", async || {
            talks.bot.step(BLOCK).await.ok();
            talks.archiver.step(BLOCK).await.unwrap();
            (answers(&said(&talks.shop.direct, room).await).len() == before + 1).then_some(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_record_that_cannot_be_read_keeps_nobody_waiting() {
    let mut talks = Talks::open().await;
    let mut config = ClientConfig::new();
    config.set("bootstrap.servers", crate::kit::parts::address("KAFKA_BROKERS"));
    let producer: FutureProducer = config.create().unwrap();
    let topic = talks.shop.settings.chat.as_ref().unwrap().topic.clone();
    for rubbish in ["", "{", r#"{"room":1}"#] {
        for partition in 0..2 {
            let record = FutureRecord::<(), _>::to(&topic).partition(partition).payload(rubbish);
            producer.send(record, Duration::from_secs(5)).await.unwrap();
        }
    }
    let asker = visitor(&talks.shop.direct).await;
    assert_eq!(talks.ask(&asker, "사람인가요?").await.1, BotSays::Myself);
}

#[tokio::test]
async fn who_deleted_their_talk_meanwhile_keeps_nobody_waiting() {
    let mut talks = Talks::open().await;
    let asker = visitor(&talks.shop.direct).await;
    let room = talks.write(&asker, "배송비").await;
    shop::chat::delete(&talks.shop.direct, &asker, room).await.unwrap();
    talks.catch_up().await;
}

/// What was said long ago, in the order of their asking; `speaks` happens in between.
async fn answers_after_an_outage(speaks: Option<Side>) -> usize {
    let mut talks = Talks::open().await;
    let asker = member(insert_member(&talks.shop.direct, "a@b.kr").await);
    let room = talks.write(&asker, "배송비").await;
    until("the message is archived", async || {
        talks.archive().await;
        (said(&talks.shop.direct, room).await.len() == 1).then_some(())
    })
    .await;
    talks.shop.clock.advance(Duration::from_secs(10 * 60));
    if let Some(side) = speaks {
        let body = Body::Text { text: "다 됐어요".into(), card: None };
        sqlx::query(
            "insert into chat_messages (room_id, number, message_key, side, body, sent_at, archived_at)
             values (?, 2, repeat('k', 16), ?, ?, ?, ?)",
        )
        .bind(room.0)
        .bind(side.as_str())
        .bind(serde_json::to_string(&body).unwrap())
        .bind(talks.shop.now())
        .bind(talks.shop.now())
        .execute(&talks.shop.direct.mysql)
        .await
        .unwrap();
        sqlx::query("update chat_rooms set last_number = 2 where id = ?")
            .bind(room.0)
            .execute(&talks.shop.direct.mysql)
            .await
            .unwrap();
    }
    talks.catch_up().await;
    assert_eq!(talks.state(room).await, RoomState::Bot);
    answers(&said(&talks.shop.direct, room).await).len()
}

#[tokio::test]
async fn an_old_message_is_answered_unless_the_talk_has_gone_on() {
    assert_eq!(answers_after_an_outage(None).await, 1);
    assert_eq!(answers_after_an_outage(Some(Side::Shopper)).await, 1);
    assert_eq!(answers_after_an_outage(Some(Side::Counsellor)).await, 0);
}

#[tokio::test]
async fn a_server_answers_by_itself_and_a_page_is_shown_it() {
    let mut shop = TestShop::with_chat(0).await;
    shop.settings.counsel.has_bot = true;
    shop.add_server().await;
    let person = shop.member("a@b.kr").await;
    until("Kafka has the message", async || {
        let sent = person.call("chat/send", &[("text", "사람인가요?")]).await;
        (sent.status == 200).then_some(())
    })
    .await;
    until("it is answered", async || {
        let talk = person.call("chat/show", &[]).await.json();
        let messages = talk["messages"].as_array()?;
        messages.iter().any(|message| message["body"]["says"]["about"] == "myself").then_some(())
    })
    .await;
}
