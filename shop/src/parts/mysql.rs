//! The way to MySQL or MariaDB.

use crate::Outcome;
use sqlx::mysql::{MySqlConnectOptions, MySqlPoolOptions};
use sqlx::{Connection, Executor, MySqlPool};
use std::time::Duration;

/// A request that waited this long for a connection is better off with a 503.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(3);
/// A connection older than this is replaced, so that no server is kept for ever.
const LIFETIME_MAX: Duration = Duration::from_secs(30 * 60);
/// A connection that was used so lately is taken as it is: to ask each time whether it still lives
/// costs every verb one more round trip. MySQL takes longer to start again.
const TRUSTED_FOR: Duration = Duration::from_secs(1);

/// A pool that connects when it is first asked.
///
/// Every connection reads what is committed: the issuer locks the rows it decides on, and the
/// gap locks of a stricter level would only make its writers wait for each other.
///
/// # Errors
/// An address that cannot be read.
pub fn connect(url: &str, connections_max: u32) -> Result<MySqlPool, String> {
    // sqlx itself reads any scheme.
    let options = url.starts_with("mysql://").then(|| url.parse::<MySqlConnectOptions>().ok());
    let options = options.flatten().ok_or("DATABASE_URL is no mysql:// address")?;
    Ok(MySqlPoolOptions::new()
        .max_connections(connections_max)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .max_lifetime(LIFETIME_MAX)
        .test_before_acquire(false)
        .before_acquire(|connection, used| {
            Box::pin(
                async move { Ok(used.idle_for < TRUSTED_FOR || connection.ping().await.is_ok()) },
            )
        })
        .after_connect(|connection, _| {
            Box::pin(async move {
                connection
                    .execute("set session transaction isolation level read committed")
                    .await?;
                Ok(())
            })
        })
        .connect_lazy_with(options))
}

/// Brings the tables to the state this program expects.
///
/// # Errors
/// MySQL is down, or its tables were made by a newer program.
pub async fn migrate(pool: &MySqlPool) -> Outcome<()> {
    sqlx::migrate!("../migrations")
        .run(pool)
        .await
        .map_err(|error| crate::Fault::Broken(format!("migrations: {error}")))
}
