//! Who clicks when, fixed before the first click.

use crate::chance::Chance;
use std::time::Duration;

const PERCENT: u64 = 100;

/// One click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Click {
    /// After the opening.
    pub at: Duration,
    /// Which of the actors.
    pub actor: usize,
}

/// Every actor clicks once, in a random order, and between them those who clicked already click
/// again, until `repeat_percent` of all clicks are such; one click every 1/`rate` seconds.
pub fn clicks(actors: usize, repeat_percent: u32, rate_per_s: u32, seed: u64) -> Vec<Click> {
    let mut chance = Chance::new(seed);
    let mut order: Vec<usize> = (0..actors).collect();
    chance.shuffle(&mut order);
    let first_share = PERCENT - u64::from(repeat_percent).min(PERCENT - 1);
    let total = (actors as u64 * PERCENT / first_share) as usize;
    let mut clicks = Vec::with_capacity(total);
    let mut arrived = 0;
    for n in 0..total {
        let repeats_left = (total - actors) - (n - arrived);
        let again = arrived > 0 && chance.below(total - n) < repeats_left;
        let actor = if again { order[chance.below(arrived)] } else { order[arrived] };
        arrived += usize::from(!again);
        clicks.push(Click { at: nth(n, rate_per_s), actor });
    }
    clicks
}

fn nth(n: usize, rate_per_s: u32) -> Duration {
    Duration::from_secs_f64(n as f64 / f64::from(rate_per_s))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn everybody_clicks_and_a_fifth_of_the_clicks_are_repeated() {
        let clicks = clicks(20_000, 20, 5_000, 1);
        let actors: HashSet<usize> = clicks.iter().map(|click| click.actor).collect();
        assert_eq!(actors.len(), 20_000);
        assert_eq!(clicks.len(), 25_000);
    }

    #[test]
    fn the_times_are_evenly_spaced() {
        let clicks = clicks(10, 0, 4, 1);
        assert_eq!(clicks.len(), 10);
        for (n, click) in clicks.iter().enumerate() {
            assert_eq!(click.at, Duration::from_millis(250) * n as u32);
        }
    }

    #[test]
    fn a_seed_gives_one_schedule() {
        assert_eq!(clicks(500, 30, 100, 9), clicks(500, 30, 100, 9));
        assert_ne!(clicks(500, 30, 100, 9), clicks(500, 30, 100, 8));
    }
}
