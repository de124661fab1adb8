//! Between the stopwatch, which measures, and the shop's clock, which stands in the tables.

use shop::Moment;
use std::time::Duration;
use tokio::time::Instant;

/// Both clocks are read in whole milliseconds.
const GRAIN: Duration = Duration::from_millis(1);

/// The opening of the drop, on both.
#[derive(Clone, Copy, Debug)]
pub struct Timeline {
    /// On the shop's clock.
    pub opens_at: Moment,
    /// On the stopwatch; never before the shop's clock says so.
    pub start: Instant,
}

impl Timeline {
    /// From the shop's time, read just now. What is open already opens now.
    pub fn new(opens_at: Moment, now: Moment) -> Self {
        let opens_at = opens_at.max(now);
        Self { opens_at, start: Instant::now() + opens_at.until_from(now) }
    }

    /// An instant on the shop's clock, rounded so that it is never too early.
    pub fn moment_of(&self, instant: Instant) -> Moment {
        self.opens_at.plus(instant.saturating_duration_since(self.start)).plus(GRAIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_clocks_tell_the_same_time() {
        let now = Moment::from_ms(1_000_000);
        let timeline = Timeline::new(now.plus(Duration::from_secs(3)), now);
        let at = timeline.start + Duration::from_millis(1_500);
        assert_eq!(timeline.moment_of(at), Moment::from_ms(1_004_501));
    }

    #[test]
    fn an_opening_that_has_passed_makes_no_answer_look_earlier_than_it_came() {
        let now = Moment::from_ms(1_000_000);
        let timeline = Timeline::new(now.minus(Duration::from_secs(3)), now);
        assert!(timeline.moment_of(timeline.start) > now);
    }
}
