//! Writing into the log.

use super::{Record, down};
use crate::Outcome;
use crate::parts::{Fault, Quiet};
use parking_lot::Mutex;
use rdkafka::ClientConfig;
use rdkafka::error::{KafkaError, KafkaResult};
use rdkafka::producer::{FutureProducer, FutureRecord, Producer};
use std::time::Duration;

/// Whoever writes waits no longer for Kafka's acknowledgement. What Kafka took in all the same is
/// known by its key when it is sent again.
const DELIVERY_MS_MAX: &str = "5000";
/// A connection on which nobody answers any more is given up, and made anew.
const SILENCE_MS_MAX: &str = "6000";
/// Messages that are written in the same moment travel together.
const LINGER_MS: &str = "2";
/// Records that wait for a broker at most, and their bytes: more are refused at once.
const WAITING_MAX: &str = "5000";
const WAITING_KB_MAX: &str = "16384";

/// A producer whose records are acknowledged by every replica in sync, and stand in Kafka once and
/// in their order however often a connection breaks.
pub(super) struct Writer {
    config: ClientConfig,
    producer: Mutex<FutureProducer<Quiet>>,
}

impl Writer {
    pub fn new(mut config: ClientConfig) -> KafkaResult<Self> {
        config
            .set("acks", "all")
            .set("enable.idempotence", "true")
            // Whoever asks for the topic before it is made waits for it: a broker that makes it
            // unasked gives it other partitions, and keeps it for another time.
            .set("allow.auto.create.topics", "false")
            .set("linger.ms", LINGER_MS)
            .set("message.timeout.ms", DELIVERY_MS_MAX)
            .set("socket.timeout.ms", SILENCE_MS_MAX)
            .set("queue.buffering.max.messages", WAITING_MAX)
            .set("queue.buffering.max.kbytes", WAITING_KB_MAX);
        let producer = Mutex::new(config.create_with_context(Quiet)?);
        Ok(Self { config, producer })
    }

    /// Writes a record, and waits until Kafka has it.
    ///
    /// # Errors
    /// Kafka is down, or too many records wait for it already.
    pub async fn write(&self, topic: &str, record: &Record) -> Outcome<()> {
        let payload = serde_json::to_vec(record)
            .map_err(|error| Fault::Broken(format!("a record is no JSON: {error}")))?;
        let key = record.room.0.to_string();
        let record = FutureRecord::to(topic).key(&key).payload(&payload);
        let producer = self.producer.lock().clone();
        let written = producer.send(record, Duration::ZERO).await;
        written.map(|_| ()).map_err(|(error, _)| {
            self.start_anew_if_broken(&producer);
            down(&error)
        })
    }

    /// A producer that has lost count of its records says so to everybody from then on: another
    /// one takes its place.
    fn start_anew_if_broken(&self, broken: &FutureProducer<Quiet>) {
        let Some((code, reason)) = broken.client().fatal_error() else { return };
        let mut producer = self.producer.lock();
        if producer.client().native_ptr() != broken.client().native_ptr() {
            return;
        }
        tracing::warn!(%code, reason, "the chat's producer is broken: a new one takes its place");
        match self.config.create_with_context::<_, FutureProducer<Quiet>>(Quiet) {
            Ok(new) => *producer = new,
            Err(error) => log_that_there_is_none(&error),
        }
    }
}

fn log_that_there_is_none(error: &KafkaError) {
    tracing::error!(%error, "no producer can be made");
}
