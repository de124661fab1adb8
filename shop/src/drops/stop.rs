//! The emergency stop: one switch of the owner's that sends every new click of every drop to a page
//! that waits. The answer comes from memory, so that it costs neither Redis nor MySQL; who has a
//! ticket keeps it, and is served.

use super::Place;
use crate::{Moment, Outcome, Shop};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use tokio::sync::Mutex;

/// A page that has clicked clicks again by itself after this long, or twice as long.
const POLL_AFTER_MS: u32 = 5_000;

/// Whether clicks are stopped, as this process last saw it in MySQL.
#[derive(Default)]
pub struct Stop {
    is_on: AtomicBool,
    /// One looks at a time: of two the later one knows better.
    looking: Mutex<()>,
}

impl Stop {
    /// Whether clicks are stopped.
    pub fn is_on(&self) -> bool {
        self.is_on.load(Relaxed)
    }

    /// What a click is answered while they are.
    pub(super) fn answer(&self) -> Option<Place> {
        self.is_on().then_some(Place::Stopped { poll_after_ms: POLL_AFTER_MS })
    }
}

/// Looks into MySQL whether clicks are stopped.
pub(super) async fn look(shop: &Shop) -> Outcome<()> {
    let _alone = shop.stop.looking.lock().await;
    let stopped_at = sqlx::query_scalar!(
        r#"select stopped_at as "stopped_at: Moment" from drops_stop where id = 1"#
    )
    .fetch_optional(&shop.mysql)
    .await?;
    shop.stop.is_on.store(stopped_at.is_some(), Relaxed);
    Ok(())
}
