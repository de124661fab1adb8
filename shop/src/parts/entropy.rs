//! Chance, passed in so that a test may seed it.

/// Gives bytes that nobody can guess.
pub trait Entropy: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The machine's own source.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(clippy::disallowed_methods, reason = "the one place where chance comes from")]
    #[expect(clippy::expect_used, reason = "a machine without randomness must not issue secrets")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the machine's source of randomness");
    }
}
