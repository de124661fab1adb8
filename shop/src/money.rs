//! Money: whole won, never less than nothing.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount in whole won. Korea's money has no smaller unit in use.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Won(pub u32);

impl fmt::Display for Won {
    /// Digits in groups of three, without a unit: `12,900`. The unit belongs to the language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Won;

    #[test]
    fn thousands_are_set_apart() {
        let shown = [0, 900, 1_000, 12_900, 1_234_567].map(|won| Won(won).to_string());
        assert_eq!(shown, ["0", "900", "1,000", "12,900", "1,234,567"]);
    }
}
