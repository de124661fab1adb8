//! Chance that a seed repeats.

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and good enough to shuffle a crowd.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below the bound; 0 if the bound is 0. The bias, 2⁻⁶⁴ × bound, is nobody's concern.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.draw()) * bound as u128) >> u64::BITS) as usize
    }

    /// Puts things into a random order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let other = self.below(last + 1);
            things.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn these_are_the_published_numbers() {
        let mut chance = Chance::new(1_234_567);
        assert_eq!(chance.draw(), 6_457_827_717_110_365_317);
        assert_eq!(chance.draw(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn a_shuffle_loses_nothing_and_moves_something() {
        let mut things: Vec<usize> = (0..1_000).collect();
        Chance::new(7).shuffle(&mut things);
        assert!(things.iter().enumerate().filter(|(i, thing)| i == *thing).count() < 20);
        things.sort_unstable();
        assert!(things.into_iter().eq(0..1_000));
    }

    #[test]
    fn a_bound_is_kept_and_reached() {
        let mut chance = Chance::new(3);
        let drawn: Vec<usize> = (0..1_000).map(|_| chance.below(4)).collect();
        assert!((0..4).all(|number| drawn.contains(&number)));
        assert!(drawn.iter().all(|number| *number < 4));
        assert_eq!(chance.below(0), 0);
    }
}
