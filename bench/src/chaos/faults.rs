//! What breaks when, fixed before anything is broken.

use crate::chance::Chance;
use serde::Serialize;
use std::time::Duration;

/// Gaps are exponential, so that no moment between two faults is safer than another.
const GAP_MEAN: Duration = Duration::from_millis(400);
const DOWN_FOR_MAX: Duration = Duration::from_millis(300);
const PAUSE_MIN: Duration = Duration::from_millis(100);
const PAUSE_MAX: Duration = Duration::from_secs(10);
/// Half of the bits of a float's fraction would do; all of them are there.
const FRACTION_BITS: u32 = 53;

/// What is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Any server.
    Server(usize),
    /// The server that works on the line at that moment.
    Issuer,
    /// Redis.
    Redis,
    /// MySQL.
    MySql,
}

/// How.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blow {
    /// Killed, and started again after a while.
    Kill {
        /// The while.
        down_for: Duration,
    },
    /// Stopped, and let go on after a while.
    Pause {
        /// The while.
        lasting: Duration,
    },
}

/// One fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// After the part that was broken before answers again.
    pub after: Duration,
    /// What.
    pub target: Target,
    /// How.
    pub blow: Blow,
}

/// Which parts are broken how often, of a hundred; MySQL has the rest.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// Any server.
    pub server: usize,
    /// The one that works on the line.
    pub issuer: usize,
    /// Redis.
    pub redis: usize,
}

impl Weights {
    /// As processes die: what changes most often dies most often.
    pub const OF_LIFE: Self = Self { server: 50, issuer: 20, redis: 20 };
    /// Each as often as the others.
    pub const EVEN: Self = Self { server: 25, issuer: 25, redis: 25 };

    fn draw(self, servers: usize, chance: &mut Chance) -> Target {
        let Self { server, issuer, redis } = self;
        let drawn = chance.below(100);
        if drawn < server {
            Target::Server(chance.below(servers))
        } else if drawn < server + issuer {
            Target::Issuer
        } else if drawn < server + issuer + redis {
            Target::Redis
        } else {
            Target::MySql
        }
    }
}

/// So many kills, or pauses.
pub fn schedule(seed: u64, count: usize, weights: Weights, pauses: bool) -> Vec<Fault> {
    const SERVERS: usize = 2;
    let mut chance = Chance::new(seed);
    let mut fault = || Fault {
        after: exponential(GAP_MEAN, &mut chance),
        target: weights.draw(SERVERS, &mut chance),
        blow: if pauses {
            Blow::Pause { lasting: between(PAUSE_MIN, PAUSE_MAX, &mut chance) }
        } else {
            Blow::Kill { down_for: DOWN_FOR_MAX.mul_f64(fraction(&mut chance)) }
        },
    };
    (0..count).map(|_| fault()).collect()
}

fn exponential(mean: Duration, chance: &mut Chance) -> Duration {
    mean.mul_f64(-(1.0 - fraction(chance)).ln())
}

/// As many between 0.1 and 1 s as between 1 and 10 s: short pauses differ more from each other.
fn between(min: Duration, max: Duration, chance: &mut Chance) -> Duration {
    min.mul_f64((max.as_secs_f64() / min.as_secs_f64()).powf(fraction(chance)))
}

/// From 0 to below 1.
fn fraction(chance: &mut Chance) -> f64 {
    (chance.draw() >> (u64::BITS - FRACTION_BITS)) as f64 / (1_u64 << FRACTION_BITS) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_one_schedule() {
        let of = |seed| schedule(seed, 20, Weights::OF_LIFE, false);
        assert_eq!(of(7), of(7));
        assert_ne!(of(7), of(8));
    }

    #[test]
    fn the_weights_and_the_bounds_are_kept() {
        let faults = schedule(1, 10_000, Weights::OF_LIFE, false);
        let share = |is: fn(Target) -> bool| faults.iter().filter(|f| is(f.target)).count() / 100;
        assert!((48..=52).contains(&share(|target| matches!(target, Target::Server(_)))));
        assert!((18..=21).contains(&share(|target| target == Target::Issuer)));
        assert!((18..=21).contains(&share(|target| target == Target::Redis)));
        assert!((8..=11).contains(&share(|target| target == Target::MySql)));
        let mean = faults.iter().map(|fault| fault.after).sum::<Duration>() / 10_000;
        assert!((380..=420).contains(&mean.as_millis()), "{mean:?}");
        assert!(faults.iter().all(|fault| match fault.blow {
            Blow::Kill { down_for } => down_for < DOWN_FOR_MAX,
            Blow::Pause { .. } => false,
        }));
    }

    #[test]
    fn pauses_are_short_and_long() {
        let faults = schedule(1, 1_000, Weights::EVEN, true);
        let short = faults.iter().filter(|fault| match fault.blow {
            Blow::Pause { lasting } => {
                assert!((PAUSE_MIN..=PAUSE_MAX).contains(&lasting), "{lasting:?}");
                lasting < Duration::from_secs(1)
            }
            Blow::Kill { .. } => panic!("none was asked for"),
        });
        assert!((450..=550).contains(&short.count()));
    }
}
