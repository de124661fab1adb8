//! Waiting for a condition instead of sleeping for a time.

use std::time::Duration;
use tokio::time::{Instant, sleep};

const ASK_EVERY: Duration = Duration::from_millis(20);
/// Far longer than anything takes here; a test that gets there has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks again and again until there is an answer.
pub async fn until<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(begun.elapsed() < PATIENCE, "waited in vain until {what}");
        sleep(ASK_EVERY).await;
    }
}
