//! The topic itself: made by whoever comes first.

use super::{Log, down, of};
use crate::parts::{Fault, Quiet};
use crate::{Outcome, Shop};
use rdkafka::admin::{AdminClient, AdminOptions, NewTopic, TopicReplication};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::{KafkaError, KafkaResult, RDKafkaErrorCode};
use rdkafka::topic_partition_list::TopicPartitionList;
use rdkafka::{ClientConfig, Offset};
use std::time::Duration;

const MAKE_TIME_MAX: Duration = Duration::from_secs(5);
/// A process that ends waits for the thread that asks.
const ASK_TIME_MAX: Duration = Duration::from_secs(1);
/// As many copies as the brokers make of a topic by default: whoever has three brokers says so
/// there, once, and how many of them must have a record before it is acknowledged.
const AS_THE_BROKERS_SAY: i32 = -1;

/// Makes the log's topic, if it is not there yet. One that is there stays as it is.
///
/// # Errors
/// Kafka is down.
pub async fn make_topic(shop: &Shop) -> Outcome<()> {
    let Log { settings, .. } = of(shop)?;
    let kept_ms = settings.kept.as_millis().to_string();
    let copies = TopicReplication::Fixed(AS_THE_BROKERS_SAY);
    let topic = NewTopic::new(&settings.topic, settings.partitions.into(), copies)
        .set("retention.ms", &kept_ms)
        .set("cleanup.policy", "delete");
    let admin: AdminClient<Quiet> =
        shop.kafka.config().create_with_context(Quiet).map_err(|error| down(&error))?;
    let options = AdminOptions::new().request_timeout(Some(MAKE_TIME_MAX));
    let made = admin.create_topics([&topic], &options).await.map_err(|error| down(&error))?;
    match made.into_iter().next() {
        Some(Err((_, code))) if code != RDKafkaErrorCode::TopicAlreadyExists => {
            Err(down(&KafkaError::AdminOp(code)))
        }
        _ => Ok(()),
    }
}

/// How many records the archiver has not archived yet, in all partitions.
///
/// # Errors
/// Kafka is down.
pub async fn lag(shop: &Shop) -> Outcome<u64> {
    let log = of(shop)?;
    let mut config = shop.kafka.config();
    config.set("group.id", log.group(super::super::archive::PURPOSE));
    let (topic, partitions) = (log.settings.topic.clone(), log.settings.partitions);
    tokio::task::spawn_blocking(move || lag_of(&config, &topic, partitions))
        .await
        .map_err(|error| Fault::Broken(error.to_string()))?
        .map_err(|error| down(&error))
}

fn lag_of(config: &ClientConfig, topic: &str, partitions: u16) -> KafkaResult<u64> {
    let client: BaseConsumer<Quiet> = config.create_with_context(Quiet)?;
    let mut wanted = TopicPartitionList::new();
    for partition in 0..partitions.into() {
        wanted.add_partition(topic, partition);
    }
    let committed = client.committed_offsets(wanted, ASK_TIME_MAX)?;
    let mut lag = 0;
    for part in committed.elements() {
        let (first, next) = client.fetch_watermarks(topic, part.partition(), ASK_TIME_MAX)?;
        let read = match part.offset() {
            Offset::Offset(offset) => offset.max(first),
            _ => first,
        };
        lag += u64::try_from(next - read).unwrap_or(0);
    }
    Ok(lag)
}
