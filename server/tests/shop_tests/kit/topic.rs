//! A chat's topic of one's own, gone when the test is over.

use super::database::unique_name;
use rdkafka::ClientConfig;
use rdkafka::admin::{AdminClient, AdminOptions};
use rdkafka::client::DefaultClientContext;
use rdkafka::config::RDKafkaLogLevel;
use shop::chat::LogSettings;
use std::time::Duration;

/// More than one, so that two servers share the work.
const PARTITIONS: u16 = 2;
const KEPT: Duration = Duration::from_secs(60 * 60);
const PATIENCE: Duration = Duration::from_secs(5);

pub struct Topic {
    pub settings: LogSettings,
    brokers: String,
}

impl Topic {
    /// A name that no other test has; the first server makes the topic.
    pub fn new(brokers: &str) -> Self {
        let topic = format!("test-{}.chat.messages", unique_name());
        let settings = LogSettings { topic, partitions: PARTITIONS, kept: KEPT };
        Self { settings, brokers: brokers.to_owned() }
    }
}

impl Drop for Topic {
    fn drop(&mut self) {
        let (brokers, topic) = (self.brokers.clone(), self.settings.topic.clone());
        // A thread of its own: the test's runtime may be on its way out.
        let deleted = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(delete(&brokers, &topic));
        });
        deleted.join().ok();
    }
}

/// One that was never made is none either.
async fn delete(brokers: &str, topic: &str) {
    let mut config = ClientConfig::new();
    config.set("bootstrap.servers", brokers).set_log_level(RDKafkaLogLevel::Critical);
    let admin: AdminClient<DefaultClientContext> = config.create().unwrap();
    let options = AdminOptions::new().request_timeout(Some(PATIENCE));
    admin.delete_topics(&[topic], &options).await.ok();
}
