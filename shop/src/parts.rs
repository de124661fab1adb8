//! What the shop stands on: MySQL, Redis, Kafka, the pictures' files, a clock and a source of
//! chance; and what it holds in memory between requests.

mod bucket;
mod clock;
mod entropy;
mod fault;
mod kafka;
mod media;
mod mysql;
mod redis;
mod said;
pub mod security;
mod skew;
mod slots;
mod turnstile;

pub use bucket::Bucket;
pub use clock::{Clock, SystemClock};
pub use entropy::{Entropy, SystemEntropy};
pub(crate) use fault::is_passing;
pub use fault::{Fault, Outcome, Part};
pub use kafka::Kafka;
pub(crate) use kafka::Quiet;
pub use media::{Media, MediaPlace};
pub use mysql::{connect as connect_mysql, migrate};
pub use redis::Redis;
pub use skew::{SKEW_MAX, note_skew};
pub(crate) use slots::Slots;
pub(crate) use turnstile::{Together, Turnstile};

use crate::Moment;
use crate::catalog::Shelf;
use crate::catalog::owner::Darkroom;
use crate::chat::{CounselSettings, Log, LogSettings, Rooms};
use crate::drops::challenge::{Bits, Challenges};
use crate::drops::{Door, Lines, Stop};
use crate::live::Hub;
use crate::members::factor::Factors;
use crate::members::sessions::{SessionKey, Sessions};
use crate::members::{Passwords, Seals};
use sqlx::MySqlPool;
use std::sync::Arc;
use std::time::Duration;

/// Where the parts are, and what is the shop's own in them.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `mysql://user:password@host:port/database`.
    pub database_url: String,
    /// Connections to MySQL at most.
    pub database_connections_max: u32,
    /// `redis://host:port`.
    pub redis_url: String,
    /// Stands before every key and channel, so that shops may share a Redis.
    pub redis_prefix: String,
    /// `host:port,host:port`.
    pub kafka_brokers: String,
    /// Where pictures lie.
    pub media: MediaPlace,
    /// The first seals new sessions; all of them are believed.
    pub session_keys: Vec<SessionKey>,
    /// Whether staff may do nothing without a second factor.
    pub staff_factor_is_required: bool,
    /// How long a place in a line is kept for a member who is away; `None` is for ever.
    pub place_kept: Option<Duration>,
    /// How much work a browser does before it joins a line; `None` is none.
    pub challenge_bits: Option<Bits>,
    /// Where the chat's log is; a shop without one has no chat.
    pub chat: Option<LogSettings>,
    /// When counsellors are there, and how long talks are kept.
    pub counsel: CounselSettings,
}

/// The shop: every verb takes it.
pub struct Shop {
    /// The truth.
    pub mysql: MySqlPool,
    /// The order of the line.
    pub redis: Redis,
    /// What the chat's log stands on.
    pub kafka: Kafka,
    /// The chat's log; a shop without one has no chat.
    pub chat: Option<Log>,
    /// Where those meet who ask for a room of the chat.
    pub(crate) rooms: Turnstile<Rooms>,
    /// When counsellors are there, and how long talks are kept.
    pub counsel: CounselSettings,
    /// The pictures' files.
    pub media: Media,
    /// Making pictures, bounded.
    pub darkroom: Darkroom,
    /// Who is signed in, known without I/O.
    pub sessions: Sessions,
    /// The second factors' keys, and whether staff need one.
    pub factors: Factors,
    /// What a browser keeps for the shop for some minutes.
    pub seals: Seals,
    /// Hashing, bounded.
    pub passwords: Passwords,
    /// Every product, as shoppers look for them, in memory.
    pub shelf: Shelf,
    /// Every line this process knows of, in memory.
    pub lines: Lines,
    /// The narrow way to a coupon while Redis is down.
    pub door: Door,
    /// The owner's emergency stop, in memory.
    pub stop: Stop,
    /// The sockets of this process.
    pub hub: Hub,
    /// How long a place in a line is kept for a member who is away; `None` is for ever.
    pub place_kept: Option<Duration>,
    /// What a browser solves before it joins a line; `None` is nothing.
    pub challenges: Option<Challenges>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl Shop {
    /// Puts the parts together. Connects to nothing yet: a part that is down makes its own verbs
    /// fail, not the start.
    ///
    /// # Errors
    /// A setting that cannot be read, with its name.
    pub fn new(
        settings: &Settings,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Arc<Self>, String> {
        let kafka = Kafka::new(&settings.kafka_brokers)?;
        let chat = settings.chat.as_ref().map(|chat| Log::new(&kafka, chat)).transpose()?;
        Ok(Arc::new(Self {
            mysql: mysql::connect(&settings.database_url, settings.database_connections_max)?,
            redis: Redis::new(&settings.redis_url, &settings.redis_prefix)?,
            kafka,
            chat,
            rooms: Turnstile::default(),
            counsel: settings.counsel.clone(),
            media: Media::new(&settings.media)?,
            darkroom: Darkroom::default(),
            sessions: Sessions::new(settings.session_keys.clone())?,
            factors: Factors::new(&settings.session_keys, settings.staff_factor_is_required),
            seals: Seals::new(settings.session_keys.clone())?,
            passwords: Passwords::default(),
            shelf: Shelf::default(),
            lines: Lines::default(),
            door: Door::default(),
            stop: Stop::default(),
            hub: Hub::default(),
            place_kept: settings.place_kept,
            challenges: settings
                .challenge_bits
                .map(|bits| Challenges::new(bits, &settings.session_keys)),
            clock,
            entropy,
        }))
    }

    /// The time.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Bytes that nobody can guess.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
}
