//! So many a second, and no more.

use crate::Moment;
use std::time::Duration;

/// Without a rate, batches are limited by their size alone.
const UNLIMITED: f64 = f64::INFINITY;
/// What was not used is kept for this long: a step that took half a second does not slow the line
/// down, and after a pause no more than a second's worth goes at once.
const SAVED_SECONDS_MAX: f64 = 1.0;

/// A token bucket.
#[derive(Debug)]
pub(super) struct Pace {
    rate_per_s: f64,
    saved: f64,
    counted_at: Option<Moment>,
}

impl Pace {
    pub fn new(rate_per_s: Option<u32>) -> Self {
        Self { rate_per_s: as_f64(rate_per_s), saved: 1.0, counted_at: None }
    }

    /// Changes the rate from now on.
    pub fn set_rate(&mut self, rate_per_s: Option<u32>) {
        self.rate_per_s = as_f64(rate_per_s);
    }

    /// How many may go now, at most `wanted`.
    pub fn allowed(&mut self, now: Moment, wanted: usize) -> usize {
        if self.rate_per_s.is_infinite() {
            return wanted;
        }
        let since = self.counted_at.map_or(Duration::ZERO, |before| now.until_from(before));
        self.counted_at = Some(now);
        let most = (self.rate_per_s * SAVED_SECONDS_MAX).max(1.0);
        self.saved = (self.saved + since.as_secs_f64() * self.rate_per_s).min(most);
        (self.saved as usize).min(wanted)
    }

    /// So many went.
    pub fn spend(&mut self, count: usize) {
        if self.rate_per_s.is_finite() {
            self.saved -= count as f64;
        }
    }

    /// How long until the next one may go.
    pub fn until_next(&self) -> Duration {
        let missing = (1.0 - self.saved).max(0.0);
        Duration::from_secs_f64(missing / self.rate_per_s)
    }
}

fn as_f64(rate_per_s: Option<u32>) -> f64 {
    rate_per_s.map_or(UNLIMITED, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_a_second_are_thirty_a_second() {
        let mut pace = Pace::new(Some(30));
        let mut gone = 0;
        for ms in (0..10_000).step_by(7) {
            let allowed = pace.allowed(Moment::from_ms(ms), 500);
            pace.spend(allowed);
            gone += allowed;
        }
        assert!((299..=302).contains(&gone), "{gone}");
    }

    #[test]
    fn a_pause_is_not_made_up_for() {
        let mut pace = Pace::new(Some(100));
        let allowed = pace.allowed(Moment::from_ms(0), 500);
        pace.spend(allowed);
        assert_eq!(pace.allowed(Moment::from_ms(60_000), 500), 100);
    }

    #[test]
    fn without_a_rate_everybody_goes() {
        let mut pace = Pace::new(None);
        assert_eq!(pace.allowed(Moment::from_ms(0), 500), 500);
        assert_eq!(pace.until_next(), Duration::ZERO);
    }
}
