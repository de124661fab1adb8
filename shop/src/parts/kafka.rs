//! The way to Kafka.

use rdkafka::client::ClientContext;
use rdkafka::config::RDKafkaLogLevel;
use rdkafka::consumer::{BaseConsumer, Consumer, ConsumerContext};
use rdkafka::error::KafkaError;
use rdkafka::{ClientConfig, Statistics};
use std::sync::Arc;
use std::time::Duration;

const PING_TIMEOUT: Duration = Duration::from_millis(900);
/// A broker that comes back is found within this long.
const RECONNECT_MS_MAX: &str = "1000";

/// A client that connects in the background and keeps trying.
#[derive(Clone)]
pub struct Kafka {
    client: Arc<BaseConsumer<Quiet>>,
    brokers: String,
}

impl Kafka {
    /// Connects when it is first asked.
    ///
    /// # Errors
    /// Brokers that cannot be read.
    pub fn new(brokers: &str) -> Result<Self, String> {
        config(brokers)
            .create_with_context(Quiet)
            .map(|client| Self { client: Arc::new(client), brokers: brokers.to_owned() })
            .map_err(|_| "KAFKA_BROKERS is no list of host:port".to_owned())
    }

    /// What every client of these brokers is made of.
    pub(crate) fn config(&self) -> ClientConfig {
        config(&self.brokers)
    }

    /// Whether a broker answers.
    ///
    /// # Errors
    /// What librdkafka said.
    pub async fn ping(&self) -> Result<(), String> {
        let client = Arc::clone(&self.client);
        tokio::task::spawn_blocking(move || client.fetch_metadata(None, PING_TIMEOUT))
            .await
            .map_err(|error| error.to_string())?
            .map(|_| ())
            .map_err(|error| error.to_string())
    }
}

fn config(brokers: &str) -> ClientConfig {
    let mut config = ClientConfig::new();
    config
        .set("bootstrap.servers", brokers)
        .set("client.id", "seonchak")
        .set("reconnect.backoff.max.ms", RECONNECT_MS_MAX)
        // A broker that is down is told by `ping`, not by a line a second in the log.
        .set("log.connection.close", "false")
        .set_log_level(RDKafkaLogLevel::Critical);
    config
}

/// A client that leaves it to its user to say what failed: librdkafka would say it once a second.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quiet;

impl ClientContext for Quiet {
    fn error(&self, error: KafkaError, reason: &str) {
        tracing::debug!(%error, reason, "Kafka");
    }

    fn stats(&self, _: Statistics) {}
}

impl ConsumerContext for Quiet {}
