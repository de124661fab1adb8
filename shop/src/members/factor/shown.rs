//! What somebody types as a code of their second factor.

use super::recovery::RecoveryCode;
use super::secret::DIGITS;
use crate::Problem;
use std::fmt;

/// A code, read. Whether it is a good one only the member's row knows.
#[derive(Clone, PartialEq, Eq)]
pub enum ShownCode {
    /// What a telephone shows: six digits.
    Digits(String),
    /// What stands on the sheet.
    Recovery(RecoveryCode),
}

impl ShownCode {
    /// Reads it, with spaces or without them.
    ///
    /// # Errors
    /// What cannot be a code. It is no try: it could not have been right.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.is_empty() {
            return Err(Problem::Missing);
        }
        if digits.len() == usize::from(DIGITS) && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self::Digits(digits));
        }
        RecoveryCode::parse(text).map(Self::Recovery).ok_or(Problem::WrongCode)
    }
}

impl fmt::Debug for ShownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShownCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_or_a_recovery_code() {
        assert_eq!(ShownCode::parse(" 123 456 "), Ok(ShownCode::Digits("123456".into())));
        let recovery = ShownCode::parse("0123-4567-89ab-cdez");
        assert!(matches!(recovery, Ok(ShownCode::Recovery(_))));
        assert_eq!(ShownCode::parse(" "), Err(Problem::Missing));
        for text in ["12345", "1234567", "１２３４５６", "12345a"] {
            assert_eq!(ShownCode::parse(text), Err(Problem::WrongCode), "{text}");
        }
    }

    #[test]
    fn a_code_is_never_shown() {
        let code = ShownCode::parse("123456").expect("six digits");
        assert_eq!(format!("{code:?}"), "ShownCode(…)");
    }
}
