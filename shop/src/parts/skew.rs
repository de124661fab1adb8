//! Whether this server's clock and MySQL's agree. What stands in a log and what stands in a table is
//! put into one order by their times.

use crate::{Outcome, Shop};
use std::time::Duration;

/// NTP keeps servers within some milliseconds of each other: so much is something that broke.
pub const SKEW_MAX: Duration = Duration::from_secs(1);
const MS_PER_S: f64 = 1_000.0;

/// Compares the clocks, shows the difference to `/metrics`, and warns of one that is too large.
/// Gives the milliseconds by which this server is ahead for certain: what the question's own way may
/// have taken is no difference.
///
/// # Errors
/// MySQL is down.
pub async fn note_skew(shop: &Shop) -> Outcome<i64> {
    let mut mysql = shop.mysql.acquire().await?;
    let asked_ms = shop.now().ms();
    // It reads no table.
    let there_ms: i64 = sqlx::query_scalar("select cast(unix_timestamp(now(3)) * 1000 as signed)")
        .fetch_one(&mut *mysql)
        .await?;
    let answered_ms = shop.now().ms();
    let ahead_ms = (asked_ms - there_ms).max(0) - (there_ms - answered_ms).max(0);
    metrics::gauge!("seonchak_clock_ahead_seconds").set(ahead_ms as f64 / MS_PER_S);
    if u128::from(ahead_ms.unsigned_abs()) > SKEW_MAX.as_millis() {
        tracing::warn!(ahead_ms, "this server's clock and MySQL's do not agree");
    }
    Ok(ahead_ms)
}
