//! Kafka, gone after it had been found.

use crate::kit::database::unique_name;
use crate::kit::{Mode, TestShop, until};
use rdkafka::ClientConfig;
use rdkafka::admin::{AdminClient, AdminOptions, NewTopic, TopicReplication};
use rdkafka::client::DefaultClientContext;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::producer::{FutureProducer, FutureRecord};
use std::time::Duration;

/// A broker that answers needs a few milliseconds.
const DELIVERY_MS_MAX: &str = "1500";

#[tokio::test]
async fn who_had_found_it_misses_it_and_finds_it_again_and_the_rest_goes_on() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let topic = Topic::create(&shop).await;
    for mode in [Mode::Cut, Mode::Stall] {
        until_kafka_is(&shop, "up").await;
        until("a message is delivered", async || topic.write().await).await;

        shop.kafka.set(mode);
        until_kafka_is(&shop, "down").await;
        assert_eq!(topic.write().await, None, "{mode:?}");
        let drop = shop.drop_of(1).await;
        person.join(drop).await;
        person.until_place_is(drop, "issued").await;
        shop.kafka.set(Mode::Pass);
    }
    until_kafka_is(&shop, "up").await;
    until("a message is delivered again", async || topic.write().await).await;
    topic.delete().await;
}

async fn until_kafka_is(shop: &TestShop, state: &str) {
    until(&format!("Kafka is {state}"), async || {
        let answer = shop.visitor().get("/readyz").await;
        // The shop sells without Kafka, too.
        (answer.status == 200 && answer.json()["kafka"] == state).then_some(())
    })
    .await;
}

/// A topic of one's own, reached through the proxy.
struct Topic {
    name: String,
    producer: FutureProducer,
    admin: AdminClient<DefaultClientContext>,
}

impl Topic {
    async fn create(shop: &TestShop) -> Self {
        let mut config = ClientConfig::new();
        config
            .set("bootstrap.servers", &shop.settings.kafka_brokers)
            .set("message.timeout.ms", DELIVERY_MS_MAX)
            .set_log_level(RDKafkaLogLevel::Critical);
        let (producer, admin) = (config.create().unwrap(), config.create().unwrap());
        let topic = Self { name: format!("test-{}", unique_name()), producer, admin };
        let new = NewTopic::new(&topic.name, 1, TopicReplication::Fixed(1));
        let created = topic.admin.create_topics([&new], &AdminOptions::new()).await.unwrap();
        assert_eq!(created, [Ok(topic.name.clone())]);
        topic
    }

    /// Whether a message is delivered in time.
    async fn write(&self) -> Option<()> {
        let record = FutureRecord::<(), _>::to(&self.name).payload("a message");
        self.producer.send(record, Duration::ZERO).await.ok().map(|_| ())
    }

    async fn delete(self) {
        self.admin.delete_topics(&[&self.name], &AdminOptions::new()).await.unwrap();
    }
}
