//! What has been said already: a part that is down fails thousands of clicks a second, for one
//! and the same reason, and a stranger may knock as often.

use std::time::{Duration, Instant};

/// The same is said once in so long …
const SAID_FOR: Duration = Duration::from_secs(1);
/// … and no more than so many things: some bear a number that is never the same.
const THINGS_MAX: usize = 8;

/// The things that were said lately, and how many were left out since something was said.
pub(super) struct Said<T> {
    since: Option<Instant>,
    things: Vec<T>,
    left_out: u64,
}

impl<T: PartialEq> Said<T> {
    pub const fn nothing() -> Self {
        Self { since: None, things: Vec::new(), left_out: 0 }
    }

    /// How many were left out before this one; `None` if it is to be left out as well.
    pub fn say(&mut self, thing: T, now: Instant) -> Option<u64> {
        if self.since.is_none_or(|since| now.duration_since(since) >= SAID_FOR) {
            self.since = Some(now);
            self.things.clear();
        }
        if self.things.len() == THINGS_MAX || self.things.contains(&thing) {
            self.left_out += 1;
            return None;
        }
        self.things.push(thing);
        Some(std::mem::take(&mut self.left_out))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Part;
    use super::*;

    #[test]
    fn the_same_is_said_once_a_second_with_the_number_of_those_left_out() {
        let begun = Instant::now();
        let mut said = Said::nothing();
        let mut told = vec![];
        for ms in 0..2_500 {
            let now = begun + Duration::from_millis(ms);
            told.extend(said.say("connection refused", now));
        }
        assert_eq!(told, [0, 999, 999]);
    }

    #[test]
    fn another_reason_and_another_part_are_said_at_once() {
        let now = Instant::now();
        let mut said = Said::nothing();
        assert_eq!(said.say((Part::Redis, "timed out"), now), Some(0));
        assert_eq!(said.say((Part::Redis, "timed out"), now), None);
        assert_eq!(said.say((Part::MySql, "timed out"), now), Some(1));
        assert_eq!(said.say((Part::Redis, "connection refused"), now), Some(0));
    }

    #[test]
    fn reasons_that_are_never_the_same_are_no_flood_either() {
        let now = Instant::now();
        let mut said = Said::nothing();
        let told = (0..1_000).filter_map(|n| said.say(format!("deadlock {n}"), now));
        assert_eq!(told.count(), THINGS_MAX);
    }
}
