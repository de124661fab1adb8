//! Reading the log, as one of a group that shares its partitions.

use super::{Record, down, of};
use crate::chat::Body;
use crate::parts::Quiet;
use crate::{Outcome, Shop};
use futures::FutureExt;
use rdkafka::Message;
use rdkafka::consumer::{Consumer, StreamConsumer};
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::message::BorrowedMessage;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout_at};

/// Whoever is not heard of for so long is taken to be dead, and others read their partitions.
const SESSION_MS: &str = "10000";
const HEARTBEAT_MS: &str = "3000";
/// What was done is noted in Kafka at most so much later; on leaving, and before a partition goes
/// to another reader, at once.
const NOTE_EVERY_MS: &str = "1000";
/// Once there is one record, others that are about to come travel with it.
const GATHER: Duration = Duration::from_millis(5);
/// A part that is down is asked again after this long, doubled each time up to the maximum.
const FAULT_DELAY_MIN: Duration = Duration::from_millis(100);
const FAULT_DELAY_MAX: Duration = Duration::from_secs(2);
/// How long leaving may take: somebody waits for the process to end.
const LEAVE_TIME_MAX: Duration = Duration::from_secs(3);

/// A broker keeps its answer back until there is so much, or the reader's time to wait is over.
const MORE_BYTES_THAN_COME: &str = "1048576";

/// How soon a reader wants what is written.
#[derive(Clone, Copy, Debug)]
pub enum Haste {
    /// At once: an answer for every few records.
    Great,
    /// After so many milliseconds, with whatever else has come by then: half of what a broker has to do
    /// on a busy day is to answer its readers.
    Some { wait_ms: &'static str },
}

/// Records in the order of their rooms, and up to where they go.
#[derive(Debug, Default)]
pub struct Batch {
    /// The records. One that cannot be read is not among them.
    pub records: Vec<Record>,
    /// The last offset of each partition, records included that cannot be read.
    offsets: BTreeMap<i32, i64>,
}

impl Batch {
    /// Whether nothing was read.
    pub fn is_empty(&self) -> bool {
        self.offsets.is_empty()
    }
}

/// One reader of a group.
pub struct Reader {
    topic: String,
    /// `None` once it is on its way out.
    consumer: Option<StreamConsumer<Quiet>>,
}

impl Reader {
    /// Joins the group of a purpose. The topic must be there.
    ///
    /// # Errors
    /// A setting that librdkafka does not take.
    pub fn join(shop: &Shop, purpose: &str, haste: Haste) -> Outcome<Self> {
        let log = of(shop)?;
        let mut config = shop.kafka.config();
        config
            .set("group.id", log.group(purpose))
            // What was said before anybody read is read as well.
            .set("auto.offset.reset", "earliest")
            // Only what `done` says counts as read.
            .set("enable.auto.offset.store", "false")
            .set("enable.auto.commit", "true")
            .set("auto.commit.interval.ms", NOTE_EVERY_MS)
            // A server that comes takes some partitions, and the others are read on meanwhile.
            .set("partition.assignment.strategy", "cooperative-sticky")
            .set("session.timeout.ms", SESSION_MS)
            .set("heartbeat.interval.ms", HEARTBEAT_MS);
        if let Haste::Some { wait_ms } = haste {
            config.set("fetch.wait.max.ms", wait_ms).set("fetch.min.bytes", MORE_BYTES_THAN_COME);
        }
        let consumer: StreamConsumer<Quiet> =
            config.create_with_context(Quiet).map_err(|error| down(&error))?;
        let topic = log.settings.topic.clone();
        consumer.subscribe(&[&topic]).map_err(|error| down(&error))?;
        Ok(Self { topic, consumer: Some(consumer) })
    }

    /// Up to `max` records; waits at most `block` for the first. Nothing is lost if nobody waits
    /// for the answer any more: what was not [`Reader::done`] is read again by somebody.
    ///
    /// # Errors
    /// Kafka is down.
    pub async fn next(&self, max: usize, block: Duration) -> Outcome<Batch> {
        let mut batch = Batch::default();
        let Some(consumer) = &self.consumer else { return Ok(batch) };
        let mut until = Instant::now() + block;
        while batch.records.len() < max {
            let received = match consumer.recv().now_or_never() {
                Some(received) => received,
                None => match timeout_at(until, consumer.recv()).await {
                    Ok(received) => received,
                    Err(_) => break,
                },
            };
            match received {
                Ok(message) => batch.take(&message),
                Err(error) if is_passing(&error) => continue,
                // What has come before the fault is not kept waiting.
                Err(_) if !batch.is_empty() => break,
                Err(error) => return Err(down(&error)),
            }
            until = until.min(Instant::now() + GATHER);
        }
        Ok(batch)
    }

    /// Notes that a batch is done with. A partition that somebody else reads by now is theirs to
    /// note: they do the same again, which changes nothing.
    pub fn done(&self, batch: &Batch) {
        let Some(consumer) = &self.consumer else { return };
        for (partition, offset) in &batch.offsets {
            if let Err(error) = consumer.store_offset(&self.topic, *partition, *offset) {
                tracing::debug!(%error, partition, "another reader has this partition");
            }
        }
    }

    /// Notes what was done, and tells the group, so that others read on at once.
    pub async fn leave(mut self) {
        let Some(left) = self.go() else { return };
        if tokio::time::timeout(LEAVE_TIME_MAX, left).await.is_err() {
            tracing::warn!("Kafka did not hear in time that this server has left");
        }
    }

    /// Closing waits for the brokers, so it has a thread of its own; a process that ends does not
    /// wait for that thread.
    fn go(&mut self) -> Option<tokio::sync::oneshot::Receiver<()>> {
        let consumer = self.consumer.take()?;
        let (left, wait) = tokio::sync::oneshot::channel();
        std::thread::spawn(move || {
            drop(consumer);
            left.send(()).ok();
        });
        Some(wait)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.go();
    }
}

impl Batch {
    fn take(&mut self, message: &BorrowedMessage<'_>) {
        let (partition, offset) = (message.partition(), message.offset());
        self.offsets.insert(partition, offset);
        match serde_json::from_slice(message.payload().unwrap_or_default()) {
            // A newer release's, in the middle of a change of releases.
            Ok(Record { body: Body::Unknown, .. }) => {
                tracing::error!(partition, offset, "a record of the chat is of an unknown kind");
            }
            Ok(record) => self.records.push(record),
            Err(error) => {
                tracing::error!(%error, partition, offset, "a record of the chat cannot be read");
            }
        }
    }
}

/// How long a reader waits after a fault: longer each time, until a step goes well again.
#[derive(Debug)]
pub struct Patience(Duration);

impl Default for Patience {
    fn default() -> Self {
        Self(FAULT_DELAY_MIN)
    }
}

impl Patience {
    /// A step has ended; after a fault it is logged, and waited.
    pub async fn keep<T>(&mut self, step: Outcome<T>) {
        let Err(fault) = step else {
            *self = Self::default();
            return;
        };
        fault.log();
        sleep(self.0).await;
        self.0 = (self.0 * 2).min(FAULT_DELAY_MAX);
    }
}

/// What librdkafka mends by itself, and tells all the same.
fn is_passing(error: &KafkaError) -> bool {
    use RDKafkaErrorCode::{
        AllBrokersDown, BrokerTransportFailure, OperationTimedOut, Resolve, UnknownTopicOrPartition,
    };
    matches!(
        error.rdkafka_error_code(),
        Some(
            AllBrokersDown
                | BrokerTransportFailure
                | OperationTimedOut
                | Resolve
                // It was made just now, and the broker that is asked has not heard of it.
                | UnknownTopicOrPartition
        )
    )
}
