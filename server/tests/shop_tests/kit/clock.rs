//! A clock that a test may move on, and may stop.

use shop::Moment;
use shop::parts::{Clock, SystemClock};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

#[derive(Default)]
pub struct TestClock {
    ahead_ms: AtomicI64,
    stopped_at: OnceLock<Moment>,
}

impl TestClock {
    pub fn advance(&self, by: Duration) {
        self.ahead_ms.fetch_add(by.as_millis() as i64, Ordering::SeqCst);
    }

    /// From now on it is only moved by [`TestClock::advance`].
    pub fn stop(&self) {
        self.stopped_at.get_or_init(|| SystemClock.now());
    }

    /// A clock that is wrong by so much.
    pub fn behind(by: Duration) -> Self {
        Self { ahead_ms: AtomicI64::new(-(by.as_millis() as i64)), ..Self::default() }
    }
}

impl Clock for TestClock {
    fn now(&self) -> Moment {
        let runs = self.stopped_at.get().copied().unwrap_or_else(|| SystemClock.now());
        Moment::from_ms(runs.ms() + self.ahead_ms.load(Ordering::SeqCst))
    }
}
