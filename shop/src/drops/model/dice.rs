//! Chance from a seed.

use std::cell::Cell;

/// A small pseudo-random source (SplitMix64).
pub struct Dice {
    state: Cell<u64>,
}

impl Dice {
    pub fn new(seed: u64) -> Self {
        let dice = Self { state: Cell::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)) };
        // Neighbouring seeds would otherwise give alike first throws.
        dice.next();
        dice
    }

    fn next(&self) -> u64 {
        let state = self.state.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.state.set(state);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `sides`.
    pub fn throw(&self, sides: usize) -> usize {
        (self.next() % sides as u64) as usize
    }

    /// True once in so many throws.
    pub fn one_in(&self, throws: usize) -> bool {
        self.throw(throws) == 0
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&self, low: usize, high: usize) -> usize {
        low + self.throw(high - low + 1)
    }
}
