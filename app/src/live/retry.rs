//! When to open a lost socket again.

/// A connection that lasted so long was a good one: its loss starts the count anew.
const GOOD_CONNECTION_MS: i64 = 5_000;
const DELAY_MS_MIN: f64 = 500.0;
const DELAY_MS_MAX: f64 = 30_000.0;
/// "Service restart": the next server is ready, but not for everybody in the same instant.
const CLOSE_CODE_RESTART: u16 = 1012;
const RESTART_SPREAD_MS: f64 = 2_000.0;
/// Doublings after which the delay is at its longest anyway.
const DOUBLINGS_MAX: u32 = 6;

/// How a connection ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// How long frames could arrive, in milliseconds; zero if it never opened.
    pub open_ms: i64,
    /// The close frame's code, if there was one.
    pub code: Option<u16>,
}

/// Counts the failures in a row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Retry {
    failures: u32,
}

impl Retry {
    /// How long to wait now: longer with every failure, and never in step with other browsers.
    /// `dice` is from 0 up to 1.
    pub fn delay_ms(&mut self, ended: Ended, dice: f64) -> u32 {
        if ended.code == Some(CLOSE_CODE_RESTART) {
            self.failures = 0;
            return (dice * RESTART_SPREAD_MS) as u32;
        }
        if ended.open_ms >= GOOD_CONNECTION_MS {
            self.failures = 0;
        }
        let doublings = self.failures.min(DOUBLINGS_MAX) + 1;
        self.failures = self.failures.saturating_add(1);
        let longest = (DELAY_MS_MIN * f64::from(1_u32 << doublings)).min(DELAY_MS_MAX);
        (DELAY_MS_MIN + dice * (longest - DELAY_MS_MIN)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEVER_OPEN: Ended = Ended { open_ms: 0, code: None };

    #[test]
    fn the_delay_grows_from_half_a_second_to_half_a_minute() {
        let mut retry = Retry::default();
        let longest: Vec<_> = (0..9).map(|_| retry.delay_ms(NEVER_OPEN, 1.0)).collect();
        let grown = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000];
        assert_eq!(longest, grown);
        assert_eq!(retry.delay_ms(NEVER_OPEN, 0.0), 500);
    }

    #[test]
    fn a_good_connection_starts_the_count_anew() {
        let mut retry = Retry::default();
        for _ in 0..5 {
            retry.delay_ms(NEVER_OPEN, 1.0);
        }
        let short = Ended { open_ms: 4_999, code: Some(1006) };
        assert_eq!(retry.delay_ms(short, 1.0), 30_000);
        let good = Ended { open_ms: 5_000, code: Some(1006) };
        assert_eq!(retry.delay_ms(good, 1.0), 1_000);
    }

    #[test]
    fn a_restarting_server_is_back_within_two_seconds() {
        let mut retry = Retry::default();
        for _ in 0..5 {
            retry.delay_ms(NEVER_OPEN, 1.0);
        }
        let restart = Ended { open_ms: 100, code: Some(1012) };
        assert_eq!(retry.delay_ms(restart, 0.0), 0);
        assert!(retry.delay_ms(restart, 0.999) < 2_000);
        assert_eq!(retry.delay_ms(NEVER_OPEN, 1.0), 1_000);
    }

    #[test]
    fn a_server_that_fails_for_ever_does_not_overflow() {
        let mut retry = Retry { failures: u32::MAX };
        assert_eq!(retry.delay_ms(NEVER_OPEN, 1.0), 30_000);
    }
}
