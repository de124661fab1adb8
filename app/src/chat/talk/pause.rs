//! How long to wait after a failure: longer each time.

use shop::Moment;
use std::time::Duration;

const PAUSE_MS_MIN: u64 = 1_000;
const PAUSE_MS_MAX: u64 = 30_000;
/// 1 s, 2 s, 4 s … half a minute.
const DOUBLINGS_MAX: u32 = 5;
const MS_PER_S: u64 = 1_000;

/// A pause that grows with every failure in a row. The default is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pause {
    /// Until when.
    pub until: Moment,
    failures: u32,
}

impl Pause {
    /// Another failure: waits longer than the last time, and as long as the server wants at least.
    /// Up to half as much again by chance, so that not everybody comes back at once.
    pub fn lengthen(&mut self, retry_after_s: Option<u32>, now: Moment, dice: f64) {
        let grown_ms = PAUSE_MS_MIN << self.failures.min(DOUBLINGS_MAX);
        let told_ms = retry_after_s.map_or(0, |seconds| u64::from(seconds) * MS_PER_S);
        let ms = grown_ms.min(PAUSE_MS_MAX).max(told_ms);
        let spread_ms = (dice * (ms / 2) as f64) as u64;
        self.failures = self.failures.saturating_add(1);
        self.until = now.plus(Duration::from_millis(ms + spread_ms));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_ms(5_000);

    #[test]
    fn a_pause_grows_from_a_second_to_half_a_minute() {
        let mut pause = Pause::default();
        let waited = [(); 7].map(|()| {
            pause.lengthen(None, NOW, 0.0);
            pause.until.until_from(NOW).as_secs()
        });
        assert_eq!(waited, [1, 2, 4, 8, 16, 30, 30]);
    }

    #[test]
    fn nobody_comes_back_before_the_server_wants_it_or_all_at_once() {
        let mut pause = Pause::default();
        pause.lengthen(Some(10), NOW, 0.0);
        assert_eq!(pause.until.until_from(NOW).as_secs(), 10);
        pause.lengthen(Some(10), NOW, 0.999);
        assert_eq!(pause.until.until_from(NOW).as_secs(), 14);
    }
}
