//! How many wrong codes there may be.

use crate::Moment;
use std::time::Duration;

/// Whoever knows the password and tries on all day finds a code with one chance in seven hundred:
/// 480 tries, and three codes of a million are right at a time.
pub const WRONG_CODES_MAX: u32 = 5;
/// Counted from the first wrong code on.
pub const WRONG_CODES_WINDOW: Duration = Duration::from_secs(15 * 60);
const MS_PER_S: u128 = 1_000;

/// The wrong codes since the first of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tries {
    pub(super) wrong: u32,
    pub(super) since: Option<Moment>,
}

impl Tries {
    /// One more wrong code.
    pub(super) fn fail(self, now: Moment) -> Self {
        match self.since {
            Some(since) if now < since.plus(WRONG_CODES_WINDOW) => {
                Self { wrong: self.wrong.saturating_add(1), since: Some(since) }
            }
            _ => Self { wrong: 1, since: Some(now) },
        }
    }

    /// Seconds until the next try, if there were too many.
    pub(super) fn shut_for_s(self, now: Moment) -> Option<u32> {
        let until = self.since?.plus(WRONG_CODES_WINDOW);
        let wait = until.until_from(now);
        let seconds = u32::try_from(wait.as_millis().div_ceil(MS_PER_S)).unwrap_or(u32::MAX);
        (self.wrong >= WRONG_CODES_MAX && seconds > 0).then_some(seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Moment {
        Moment::from_ms(minutes * 60_000)
    }

    #[test]
    fn five_wrong_codes_shut_the_door_until_a_quarter_of_an_hour_after_the_first() {
        let mut tries = Tries::default();
        for minute in 0..4 {
            tries = tries.fail(at(minute));
            assert_eq!(tries.shut_for_s(at(minute)), None);
        }
        tries = tries.fail(at(4));
        assert_eq!(tries.shut_for_s(at(4)), Some(11 * 60));
        assert_eq!(tries.shut_for_s(at(14)), Some(60));
        assert_eq!(tries.shut_for_s(at(15)), None);
        assert_eq!(tries.fail(at(15)), Tries { wrong: 1, since: Some(at(15)) });
    }
}
