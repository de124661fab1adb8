//! Why a verb failed: the asker's business, a part's, or ours.

use super::said::Said;
use crate::Refusal;
use parking_lot::Mutex;
use std::fmt;
use std::time::Instant;

/// What the log of this process has said of parts that are down.
static SAID: Mutex<Said<(Part, String)>> = Mutex::new(Said::nothing());

/// Seconds after which a part that was down is worth another try.
const RETRY_AFTER_S: u32 = 2;

/// A verb's answer.
pub type Outcome<T> = Result<T, Fault>;

/// A part that the shop stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The truth.
    MySql,
    /// The order of the line.
    Redis,
    /// The chat's log.
    Kafka,
    /// The pictures' files.
    Media,
}

/// Why a verb did not do what was asked.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Fault {
    /// The asker may not have it, and is told why.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A part is down: 503, and worth another try.
    #[error("{part} is down: {cause}")]
    Down {
        /// Which part.
        part: Part,
        /// What it said, for the log only.
        cause: String,
    },
    /// A fault of the shop itself: 500, and the log says what.
    #[error("broken: {0}")]
    Broken(String),
}

impl Fault {
    /// Writes the cause to the log, once, at the edge where the fault is answered. A refusal has none:
    /// people mistype, and what is more than that is a [security event](super::security). That a part is down is said once a second, however many ask.
    pub fn log(&self) {
        match self {
            Self::Refused(_) => {}
            Self::Down { part, cause } => {
                let said = SAID.lock().say((*part, cause.clone()), Instant::now());
                if let Some(left_out) = said {
                    tracing::warn!(%part, cause, left_out, "a part is down");
                }
            }
            Self::Broken(cause) => tracing::error!(cause, "a verb is broken"),
        }
    }

    /// What the asker is told; the cause stays here.
    pub fn into_refusal(self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal,
            Self::Down { .. } => Refusal::Unavailable { retry_after_s: RETRY_AFTER_S },
            Self::Broken(_) => Refusal::Broken,
        }
    }

    /// Whether this part's being down is the cause.
    pub fn is_down(&self, which: Part) -> bool {
        matches!(self, Self::Down { part, .. } if *part == which)
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MySql => "mysql",
            Self::Redis => "redis",
            Self::Kafka => "kafka",
            Self::Media => "media",
        })
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        let cause = error.to_string();
        if is_about_our_query(&error) {
            Self::Broken(cause)
        } else {
            Self::Down { part: Part::MySql, cause }
        }
    }
}

impl From<redis::RedisError> for Fault {
    /// Whatever Redis says, the answer is the same: the line cannot be asked just now.
    fn from(error: redis::RedisError) -> Self {
        Self::Down { part: Part::Redis, cause: error.to_string() }
    }
}

/// A lost connection, a full server or a deadlock is the database's day; a bad query is ours.
fn is_about_our_query(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(answer) => !is_passing(answer.as_ref()),
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => false,
        _ => true,
    }
}

/// Server errors that go away by themselves, by their numbers in MySQL's and MariaDB's manuals.
pub(crate) fn is_passing(answer: &dyn sqlx::error::DatabaseError) -> bool {
    const TOO_MANY_CONNECTIONS: u16 = 1040;
    const SERVER_SHUTDOWN: u16 = 1053;
    const CONNECTION_KILLED: u16 = 1927;
    const LOCK_WAIT_TIMEOUT: u16 = 1205;
    const DEADLOCK: u16 = 1213;
    const RECORD_CHANGED: u16 = 1020;
    let number = answer
        .try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>()
        .map(sqlx::mysql::MySqlDatabaseError::number);
    matches!(
        number,
        Some(
            TOO_MANY_CONNECTIONS
                | SERVER_SHUTDOWN
                | CONNECTION_KILLED
                | LOCK_WAIT_TIMEOUT
                | DEADLOCK
                | RECORD_CHANGED
        )
    )
}
