//! The chat, while Kafka and a server are killed.

use crate::kit::reader::Reader;
use crate::kit::{alone, seed};
use bench::chaos::{Folder, Kafka, Part, Parts, until};
use bench::talks::{Ground, Plan, Said, say_all};
use shop::chat::MessageKey;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::sleep;

const ROOMS: u32 = 200;
const MESSAGES_PER_S: u32 = 1_000;
const SECONDS: u64 = 20;
const CONNECTIONS: u32 = 64;
const SERVERS: usize = 2;
/// Well within the talking.
const KAFKA_DIES_AFTER: Duration = Duration::from_secs(5);
const SERVER_DIES_AFTER: Duration = Duration::from_secs(7);
/// Without limits: a few connections speak for everybody.
const NO_LIMIT: &str = "0";

#[tokio::test]
async fn what_was_sent_is_seen_once_and_in_order_though_kafka_and_a_server_die() {
    let _alone = alone().await;
    let (mut parts, mut kafka) = stage().await;
    let ground = Arc::new(Ground::prepare(&parts.shop, ROOMS).await.expect("rooms"));
    let addresses = parts.addresses().to_vec();
    let readers = readers(&ground, &addresses);
    let plan = Plan {
        addresses,
        messages_per_s: MESSAGES_PER_S,
        seconds: SECONDS,
        connections: CONNECTIONS,
        seed: seed(),
    };
    let talking = tokio::spawn({
        let ground = Arc::clone(&ground);
        async move { say_all(&ground, &plan).await.expect("talks") }
    });
    // Deaths in the midst of talking: when they come is the plan, not a wait for something.
    sleep(KAFKA_DIES_AFTER).await;
    kafka.process.kill().expect("Kafka was there");
    kafka.process.start_again().expect("Kafka");
    sleep(SERVER_DIES_AFTER).await;
    parts.process(Part::Server(1)).kill().expect("the server was there");
    parts.process(Part::Server(1)).start_again().expect("the server");
    assert!(!talking.is_finished(), "both died while people talked");
    let said = talking.await.expect("talks");

    let sent: Vec<&Said> = said.iter().filter(|said| said.is_sent).collect();
    let repeated = sent.iter().filter(|said| said.tries > 1).count();
    println!("{} of {} sent, {repeated} after a repetition", sent.len(), said.len());
    assert!(repeated > 0, "the deaths were noticed");
    assert_eq!(sent.len(), said.len(), "with patience everything can be sent");
    let seen = until_all_is_seen(&readers, sent.len()).await;
    let archived = ground.archived(&parts.shop).await.expect("MySQL");
    assert_eq!(archived.len(), sent.len(), "nothing twice, and nothing else");
    for said in &sent {
        assert!(archived.contains_key(&said.key), "{} is in MySQL", said.key);
    }
    for (reader, seen) in readers.iter().zip(&seen) {
        let keys: HashSet<&MessageKey> = seen.iter().collect();
        assert_eq!(keys.len(), seen.len(), "a side saw a message twice");
        for (key, number) in seen.iter().zip(1..) {
            assert_eq!(archived.get(key), Some(&(reader.room, number)), "in MySQL's order");
        }
    }
}

/// Two servers with a chat over a Kafka of their own.
async fn stage() -> (Parts, Kafka) {
    let folder = Folder::create().expect("a folder");
    let kafka = Kafka::start(folder.path()).expect("Kafka");
    let mut parts = Parts::without_servers(folder, 1).await.expect("parts");
    until("Kafka answers", async || kafka.answers().await.then_some(())).await.expect("Kafka");
    let brokers = kafka.brokers();
    let own = [
        ("KAFKA_BROKERS", brokers.as_str()),
        ("SEONCHAK_CHAT_MESSAGES_PER_S", NO_LIMIT),
        ("SEONCHAK_CHAT_ROOMS_PER_HOUR", NO_LIMIT),
    ];
    for _ in 0..SERVERS {
        parts.start_server(&own).await.expect("a server");
    }
    (parts, kafka)
}

/// Both sides of every room, in turns at both servers.
fn readers(ground: &Ground, addresses: &[bench::http::Address]) -> Vec<Reader> {
    let mut readers = Vec::new();
    for (n, room) in ground.rooms.iter().enumerate() {
        let sides = [&ground.shoppers[n], ground.counsellor_of(n)];
        for (turn, who) in sides.into_iter().enumerate() {
            readers.push(Reader::begin(addresses.to_vec(), n + turn, *room, &who.session));
        }
    }
    readers
}

/// What each side saw, in the order in which it saw it.
async fn until_all_is_seen(readers: &[Reader], sent: usize) -> Vec<Vec<MessageKey>> {
    let seen = until("both sides have seen everything", async || {
        let seen: Vec<Vec<MessageKey>> = readers.iter().map(Reader::seen).collect();
        let sides: HashMap<bool, usize> =
            seen.iter().enumerate().fold(HashMap::new(), |mut sides, (n, keys)| {
                *sides.entry(n % 2 == 0).or_default() += keys.len();
                sides
            });
        sides.values().all(|count| *count >= sent).then_some(seen)
    });
    seen.await.expect("everything is seen")
}
