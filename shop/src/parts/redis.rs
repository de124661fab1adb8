//! The way to Redis.

use futures::future::ready;
use futures::{Stream, StreamExt};
use parking_lot::Mutex;
use redis::aio::{ConnectionManager, ConnectionManagerConfig, MultiplexedConnection};
use redis::{AsyncConnectionConfig, Msg, RedisResult};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A join that waited this long has a better chance at the narrow door.
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(1);
const CONNECTION_TIMEOUT: Duration = Duration::from_secs(1);
const RECONNECT_DELAY_MIN: Duration = Duration::from_millis(50);
const RECONNECT_DELAY_MAX: Duration = Duration::from_secs(1);

/// One connection that all requests share (Redis answers in order, so it needs no pool), and
/// more for those who block.
#[derive(Clone)]
pub struct Redis {
    client: redis::Client,
    shared: ConnectionManager,
    prefix: String,
    answered_at: Arc<Mutex<Instant>>,
}

impl Redis {
    /// Connects when it is first asked, and again whenever the connection is lost.
    ///
    /// # Errors
    /// An address that cannot be read.
    pub fn new(url: &str, prefix: &str) -> Result<Self, String> {
        Self::with_patience(url, prefix, RESPONSE_TIMEOUT)
    }

    /// As [`Redis::new`], for somebody who can wait so long for an answer.
    ///
    /// # Errors
    /// An address that cannot be read.
    pub(crate) fn with_patience(
        url: &str,
        prefix: &str,
        patience: Duration,
    ) -> Result<Self, String> {
        let unreadable = |_| "REDIS_URL is no redis:// address".to_owned();
        let client = redis::Client::open(url).map_err(unreadable)?;
        let config = ConnectionManagerConfig::new()
            .set_response_timeout(Some(patience))
            .set_connection_timeout(Some(CONNECTION_TIMEOUT))
            .set_min_delay(RECONNECT_DELAY_MIN)
            .set_max_delay(RECONNECT_DELAY_MAX)
            .set_number_of_retries(1);
        let shared =
            ConnectionManager::new_lazy_with_config(client.clone(), config).map_err(unreadable)?;
        let answered_at = Arc::new(Mutex::new(Instant::now()));
        Ok(Self { client, shared, prefix: prefix.to_owned(), answered_at })
    }

    /// The connection that all requests share.
    pub fn shared(&self) -> ConnectionManager {
        self.shared.clone()
    }

    /// A connection of one's own, for a reader that blocks at most this long.
    pub async fn blocking(&self, block: Duration) -> RedisResult<MultiplexedConnection> {
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(CONNECTION_TIMEOUT))
            .set_response_timeout(Some(block + RESPONSE_TIMEOUT));
        self.client.get_multiplexed_async_connection_with_config(&config).await
    }

    /// What is said on a channel of this shop's, until the connection is lost. What is none of our
    /// news, an older or a newer server's, is passed over.
    ///
    /// # Errors
    /// Redis is down.
    pub async fn listen<N: DeserializeOwned>(
        &self,
        channel: &str,
    ) -> RedisResult<impl Stream<Item = N> + use<N>> {
        let mut listener = self.client.get_async_pubsub().await?;
        listener.subscribe(self.name(channel)).await?;
        let messages = listener.into_on_message();
        let read = |message: Msg| serde_json::from_slice(message.get_payload_bytes()).ok();
        Ok(messages.filter_map(move |message| ready(read(message))))
    }

    /// A name of this shop's own.
    pub fn name(&self, rest: &str) -> String {
        format!("{}{rest}", self.prefix)
    }

    /// Notes that Redis has answered just now.
    pub fn note_answer(&self) {
        *self.answered_at.lock() = Instant::now();
    }

    /// How long nobody here has had an answer. The reconciler asks every second, so more than
    /// that is an absence and not a quiet hour.
    pub fn silent_for(&self) -> Duration {
        self.answered_at.lock().elapsed()
    }

    /// Whether Redis answers.
    pub async fn ping(&self) -> RedisResult<()> {
        redis::cmd("PING").query_async(&mut self.shared()).await
    }
}
