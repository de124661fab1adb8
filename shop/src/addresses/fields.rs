//! Who receives an order, and how to reach them: a value that exists is valid.

use crate::Problem;
use crate::members::line_of_text;

/// As long as a member's name.
const RECIPIENT_CHARS_MAX: u32 = 50;
/// Korean numbers with their area code: 02-123-4567 is the shortest, 010-1234-5678 the longest.
const PHONE_DIGITS_MIN: usize = 9;
const PHONE_DIGITS_MAX: usize = 11;
/// Area code, exchange, line.
const PHONE_GROUPS_MAX: usize = 3;

/// Who receives an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient(String);

/// A Korean telephone number, as it was written: digits, and dashes between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

impl Recipient {
    /// 1 to 50 printable characters.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line_of_text(text, RECIPIENT_CHARS_MAX).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Phone {
    /// 9 to 11 digits that begin with a 0, in at most three groups.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        let groups: Vec<&str> = text.split('-').take(PHONE_GROUPS_MAX + 1).collect();
        let digits: usize = groups.iter().map(|group| group.len()).sum();
        let is_good = groups.len() <= PHONE_GROUPS_MAX
            && groups
                .iter()
                .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
            && (PHONE_DIGITS_MIN..=PHONE_DIGITS_MAX).contains(&digits)
            && text.starts_with('0');
        if is_good { Ok(Self(text.to_owned())) } else { Err(Problem::NotAPhone) }
    }

    /// The same; an empty text is no number.
    pub fn parse_optional(text: &str) -> Result<Option<Self>, Problem> {
        match Self::parse(text) {
            Err(Problem::Missing) => Ok(None),
            parsed => parsed.map(Some),
        }
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_from_anywhere_in_korea() {
        for text in ["010-1234-5678", "01012345678", " 02-123-4567 ", "031-123-4567", "021234567"] {
            assert_eq!(Phone::parse(text).map(|phone| phone.0), Ok(text.trim().to_owned()));
        }
    }

    #[test]
    fn what_nobody_can_dial_is_refused() {
        let long = "0-".repeat(1_000);
        for text in [
            "1588-1234",
            "12345678901",
            "010-1234-56789",
            "010--1234567",
            "-0101234567",
            "010 1234 5678",
            "0-1-0-12345678",
            "+82-10-1234-5678",
            "공일공",
            "０１０-1234-5678",
            &long,
        ] {
            assert_eq!(Phone::parse(text), Err(Problem::NotAPhone), "{text}");
        }
    }

    #[test]
    fn a_number_may_be_left_out_where_it_is_optional() {
        assert_eq!(Phone::parse("  "), Err(Problem::Missing));
        assert_eq!(Phone::parse_optional("  "), Ok(None));
        assert_eq!(Phone::parse_optional("1"), Err(Problem::NotAPhone));
    }

    #[test]
    fn a_recipient_is_one_printable_line() {
        assert!(Recipient::parse(&"가".repeat(50)).is_ok());
        assert_eq!(Recipient::parse(&"가".repeat(51)), Err(Problem::TooLong { max: 50 }));
        assert_eq!(Recipient::parse(" "), Err(Problem::Missing));
    }
}
