//! The way to Kafka.

use rdkafka::ClientConfig;
use rdkafka::consumer::{BaseConsumer, Consumer};
use std::sync::Arc;
use std::time::Duration;

const PING_TIMEOUT: Duration = Duration::from_millis(900);

/// A client that connects in the background and keeps trying.
#[derive(Clone)]
pub struct Kafka {
    client: Arc<BaseConsumer>,
}

impl Kafka {
    /// Connects when it is first asked.
    ///
    /// # Errors
    /// Brokers that cannot be read.
    pub fn new(brokers: &str) -> Result<Self, String> {
        ClientConfig::new()
            .set("bootstrap.servers", brokers)
            .set("client.id", "seonchak")
            // A broker that is down is told by `ping`, not by a line a second in the log.
            .set("log.connection.close", "false")
            .set_log_level(rdkafka::config::RDKafkaLogLevel::Critical)
            .create()
            .map(|client| Self { client: Arc::new(client) })
            .map_err(|_| "KAFKA_BROKERS is no list of host:port".to_owned())
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
