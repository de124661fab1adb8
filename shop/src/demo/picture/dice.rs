//! Seeded choices: the same product is drawn the same way on every machine.

/// A small pseudo-random source (SplitMix64), seeded from the product's index.
#[derive(Clone, Debug)]
pub struct Dice {
    state: u64,
}

impl Dice {
    /// Dice for one `subject`, independent of those for any other `topic` of that subject.
    pub fn new(subject: usize, topic: u64) -> Self {
        let mut dice = Self { state: (subject as u64) << 8 ^ topic };
        // Neighbouring seeds would otherwise give alike first throws.
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` up to, not including, `high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        let unit = (self.next() >> 40) as f64 / f64::from(1 << 24);
        low + (high - low) * unit
    }

    /// A number from 0 up to, not including, `sides`.
    pub fn throw(&mut self, sides: usize) -> usize {
        (self.next() % sides as u64) as usize
    }

    /// One of `choices`.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.throw(choices.len())]
    }
}
