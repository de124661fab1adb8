//! Waiting for a condition.

use std::time::Duration;
use tokio::time::{Instant, sleep};

const ASK_EVERY: Duration = Duration::from_millis(10);
/// Far longer than anything takes here, a database that recovers on a busy machine included.
const PATIENCE: Duration = Duration::from_secs(60);

/// Asks again and again until there is an answer.
///
/// # Errors
/// There was none for a minute.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> Result<T, String> {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return Ok(answer);
        }
        if begun.elapsed() > PATIENCE {
            return Err(format!("waited in vain until {what}"));
        }
        sleep(ASK_EVERY).await;
    }
}
