//! The log: every message, in Kafka, in the order of its room.

mod reader;
mod record;
mod topic;
mod writer;

pub(super) use reader::{Batch, Haste, Patience, Reader};
pub use record::Record;
pub use topic::{lag, make_topic};

use super::{Body, MessageKey, RoomId, Side};
use crate::parts::{Fault, Kafka, Part};
use crate::{Outcome, Shop};
use rdkafka::error::KafkaError;
use std::time::Duration;
use writer::Writer;

/// Where the log is, and how much of it Kafka keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSettings {
    /// The topic's name.
    pub topic: String,
    /// Parts of the topic: so many servers at most share the archiver's work.
    pub partitions: u16,
    /// How long a record is kept. What MySQL did not take in by then is lost.
    pub kept: Duration,
}

/// The way to the log.
pub struct Log {
    settings: LogSettings,
    writer: Writer,
}

impl Log {
    /// Connects when something is first said.
    pub(crate) fn new(kafka: &Kafka, settings: &LogSettings) -> Result<Self, String> {
        let writer = Writer::new(kafka.config()).map_err(|error| error.to_string())?;
        Ok(Self { settings: settings.clone(), writer })
    }

    /// The group of those who read the log for one purpose.
    fn group(&self, purpose: &str) -> String {
        format!("{}-{purpose}", self.settings.topic)
    }
}

/// The log of this shop.
///
/// # Errors
/// A shop without a chat is one whose log is down.
pub(super) fn of(shop: &Shop) -> Outcome<&Log> {
    let cause = || "this shop has no chat".to_owned();
    shop.chat.as_ref().ok_or_else(|| Fault::Down { part: Part::Kafka, cause: cause() })
}

/// Says something. Kafka has it when this returns.
pub(super) async fn say(shop: &Shop, record: &Record) -> Outcome<()> {
    let log = of(shop)?;
    let said = log.writer.write(&log.settings.topic, record).await;
    let counter =
        if said.is_ok() { "seonchak_chat_sent_total" } else { "seonchak_chat_failed_total" };
    metrics::counter!(counter).increment(1);
    said
}

/// Says in a room that something has happened. Kafka has it when this returns.
pub(super) async fn say_as_shop(shop: &Shop, room: RoomId, body: Body) -> Outcome<()> {
    let record = Record {
        room,
        key: MessageKey(shop.random()),
        side: Side::Shop,
        member: None,
        body,
        sent_at: shop.now(),
    };
    say(shop, &record).await
}

/// Whatever Kafka says, the log cannot be asked just now.
fn down(error: &KafkaError) -> Fault {
    Fault::Down { part: Part::Kafka, cause: error.to_string() }
}
