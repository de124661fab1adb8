//! A clock that runs, and that a test may move on.

use shop::Moment;
use shop::parts::{Clock, SystemClock};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

#[derive(Default)]
pub struct TestClock {
    ahead_ms: AtomicI64,
}

impl TestClock {
    pub fn advance(&self, by: Duration) {
        self.ahead_ms.fetch_add(by.as_millis() as i64, Ordering::SeqCst);
    }

    /// A clock that is wrong by so much.
    pub fn behind(by: Duration) -> Self {
        Self { ahead_ms: AtomicI64::new(-(by.as_millis() as i64)) }
    }
}

impl Clock for TestClock {
    fn now(&self) -> Moment {
        Moment::from_ms(SystemClock.now().ms() + self.ahead_ms.load(Ordering::SeqCst))
    }
}
