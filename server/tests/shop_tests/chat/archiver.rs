//! Archivers that die, sleep and come again. No server runs here: the test takes every step.

use super::{archived, text_of};
use crate::kit::shop::insert_member;
use crate::kit::{Mode, TestShop, until};
use futures::StreamExt;
use serde_json::Value;
use shop::chat::{self, Archiver, Asker, RoomId, SendForm};
use shop::parts::SystemEntropy;
use shop::{Language, Shop};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

const BLOCK: Duration = Duration::from_millis(200);

/// A shop whose topic is there, a process with proxies before its parts, and a room of three
/// messages that nobody has archived.
async fn three_said() -> (TestShop, Arc<Shop>, RoomId) {
    let shop = TestShop::with_chat(0).await;
    chat::make_topic(&shop.direct).await.unwrap();
    let process = Shop::new(&shop.settings, shop.clock.clone(), Arc::new(SystemEntropy)).unwrap();
    let member = insert_member(&shop.direct, "a@b.kr").await;
    let mut room = None;
    for text in ["하나", "둘", "셋"] {
        room = Some(say(&shop.direct, member, text).await);
    }
    (shop, process, room.unwrap())
}

async fn say(shop: &Shop, member: shop::members::MemberId, text: &str) -> RoomId {
    let asker = Asker { member: Some(member), visitor: None };
    let form = SendForm { text: text.into(), ..SendForm::default() };
    chat::send(shop, &asker, &form, Language::Ko).await.unwrap().sent.room_id
}

/// Steps until so many messages have got their places by this archiver.
async fn archive(archiver: &mut Archiver, count: usize) {
    let mut done = 0;
    until("they are archived", async || {
        done += archiver.step(BLOCK).await.unwrap_or(0);
        (done >= count).then_some(())
    })
    .await;
    assert_eq!(done, count);
}

async fn assert_archived(shop: &TestShop, room: RoomId, texts: &[&str]) {
    let found: Vec<String> =
        archived(&shop.direct, room.0).await.into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, texts);
}

#[tokio::test]
async fn whoever_leaves_has_told_what_they_archived() {
    let (shop, process, room) = three_said().await;
    let mut news = pin!(shop.direct.redis.listen::<Value>("chat").await.unwrap());
    let mut archiver = Archiver::join(&process).unwrap();
    archive(&mut archiver, 3).await;
    archiver.leave().await;
    let mut told = Vec::new();
    while told.len() < 3 {
        let news = news.next().await.unwrap();
        assert_eq!(news["said"]["room"]["id"], room.0);
        let messages = news["said"]["messages"].as_array().unwrap();
        told.extend(messages.iter().map(|message| message["number"].clone()));
    }
    assert_eq!(told, [1, 2, 3]);
}

#[tokio::test]
async fn while_mysql_is_down_a_batch_waits_and_nothing_is_lost() {
    let (shop, process, room) = three_said().await;
    let mut archiver = Archiver::join(&process).unwrap();
    shop.mysql.set(Mode::Cut);
    until("it meets the fault", async || archiver.step(BLOCK).await.err()).await;
    assert_archived(&shop, room, &[]).await;
    shop.mysql.set(Mode::Pass);
    archive(&mut archiver, 3).await;
    assert_archived(&shop, room, &["하나", "둘", "셋"]).await;
}

#[tokio::test]
async fn who_dies_before_the_commit_is_followed_by_another() {
    let (shop, process, room) = three_said().await;
    let mut first = Archiver::join(&process).unwrap();
    shop.mysql.set(Mode::Cut);
    until("it has read them", async || first.step(BLOCK).await.err()).await;
    drop(first);
    let mut second = Archiver::join(&shop.direct).unwrap();
    archive(&mut second, 3).await;
    assert_archived(&shop, room, &["하나", "둘", "셋"]).await;
}

#[tokio::test]
async fn who_dies_after_the_commit_and_before_saying_so_is_followed_and_nothing_is_doubled() {
    let (shop, process, room) = three_said().await;
    let mut first = Archiver::join(&process).unwrap();
    archive(&mut first, 3).await;
    // Kafka never hears that they are done, nor that this one goes.
    shop.kafka.set(Mode::Stall);
    let unheard = chat::lag(&shop.direct).await.unwrap();
    drop(first);
    let mut second = Archiver::join(&shop.direct).unwrap();
    say(&shop.direct, insert_member(&shop.direct, "b@b.kr").await, "넷").await;
    archive(&mut second, 1).await;
    assert_archived(&shop, room, &["하나", "둘", "셋"]).await;
    assert!(unheard > 0, "Kafka had heard of it before");
}

#[tokio::test]
async fn a_process_that_slept_changes_nothing_when_it_wakes_up() {
    let (shop, process, room) = three_said().await;
    let mut sleeper = Archiver::join(&process).unwrap();
    shop.mysql.set(Mode::Cut);
    until("it has read them", async || sleeper.step(BLOCK).await.err()).await;
    // The others take it to be dead.
    shop.kafka.set(Mode::Stall);
    let mut other = Archiver::join(&shop.direct).unwrap();
    archive(&mut other, 3).await;
    shop.mysql.set(Mode::Pass);
    assert_eq!(sleeper.step(BLOCK).await.unwrap(), 0, "all of its batch has its place");
    assert_archived(&shop, room, &["하나", "둘", "셋"]).await;
}

#[tokio::test]
async fn what_cannot_be_read_is_passed_over() {
    let (shop, _, room) = three_said().await;
    let topic = &shop.settings.chat.as_ref().unwrap().topic;
    let producer: rdkafka::producer::FutureProducer = rdkafka::ClientConfig::new()
        .set("bootstrap.servers", crate::kit::parts::address("KAFKA_BROKERS"))
        .create()
        .unwrap();
    let nobody = r#"{"room":1,"key":"0123456789abcdef0123456789abcdef","side":"shopper",
        "member":999999,"body":{"kind":"text","text":"누구","card":null},"sent_at":0}"#;
    let nobody = nobody.replace("\"room\":1", &format!("\"room\":{}", room.0));
    for payload in ["", "no JSON", r#"{"room":1}"#, &nobody] {
        let key = room.0.to_string();
        let record = rdkafka::producer::FutureRecord::to(topic).key(&key).payload(payload);
        producer.send(record, Duration::ZERO).await.unwrap();
    }
    let member: u64 = sqlx::query_scalar("select member_id from chat_rooms where id = ?")
        .bind(room.0)
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    say(&shop.direct, shop::members::MemberId(member), "넷").await;
    let mut archiver = Archiver::join(&shop.direct).unwrap();
    archive(&mut archiver, 4).await;
    assert_archived(&shop, room, &["하나", "둘", "셋", "넷"]).await;
    assert_eq!(text_of(r#"{"kind":"waiting"}"#), "Waiting");
}

#[tokio::test]
async fn two_share_the_work_and_one_that_leaves_is_missed_by_nobody() {
    let (shop, process, room) = three_said().await;
    let (mut first, mut second) =
        (Archiver::join(&process).unwrap(), Archiver::join(&shop.direct).unwrap());
    until("they have archived them together", async || {
        first.step(BLOCK).await.unwrap();
        second.step(BLOCK).await.unwrap();
        (archived(&shop.direct, room.0).await.len() == 3).then_some(())
    })
    .await;
    first.leave().await;
    for number in 0..8 {
        let member = insert_member(&shop.direct, &format!("m{number}@b.kr")).await;
        say(&shop.direct, member, "안녕하세요").await;
    }
    archive(&mut second, 8).await;
}
