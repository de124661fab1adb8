//! What a member says of themselves: a value that exists is valid.

use crate::refusal::Problem;
use std::fmt;

/// Longest name, in characters; the column holds as many.
const NAME_CHARS_MAX: u32 = 50;
/// RFC 5321 allows a path of 256 octets with its brackets.
const EMAIL_CHARS_MAX: u32 = 254;
const ADDRESS_CHARS_MAX: u32 = 200;

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

/// An e-mail address, in lower case: what two people would call the same is the same.
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

/// A postal address in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl PersonName {
    /// 1 to 50 printable characters.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line(text, NAME_CHARS_MAX).map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Email {
    /// One `@` with something before it and a name with a dot behind it, in printable ASCII.
    /// Whether it exists is found out by writing to it, not by a pattern.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = line(text, EMAIL_CHARS_MAX)?;
        let (local, host) = text.split_once('@').ok_or(Problem::NotAnEmail)?;
        let host_parts: Vec<&str> = host.split('.').collect();
        let host_is_good = host_parts.len() > 1
            && host_parts.iter().all(|part| {
                !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            });
        let local_is_good = !local.is_empty()
            && local.bytes().all(|b| b.is_ascii_graphic() && !b"@<>()[],;:\\\"".contains(&b));
        if host_is_good && local_is_good {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(Problem::NotAnEmail)
        }
    }

    /// The address, in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Email {
    /// Whose it is stays out of the logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

impl Address {
    /// 1 to 200 printable characters.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line(text, ADDRESS_CHARS_MAX).map(Self)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One line of printable text, trimmed, with at least one and at most so many characters.
pub(crate) fn line(text: &str, chars_max: u32) -> Result<String, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    if text.chars().any(|c| c.is_control() || turns_around(c)) {
        return Err(Problem::NotPrintable);
    }
    if text.chars().count() > chars_max as usize {
        return Err(Problem::TooLong { max: chars_max });
    }
    Ok(text.to_owned())
}

/// Overrides of the writing direction make a name or a link look like another one.
pub(crate) fn turns_around(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_in_any_case() {
        assert_eq!(Email::parse(" Kim@Example.KR ").map(|e| e.0), Ok("kim@example.kr".into()));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["kim", "kim@", "@b.kr", "kim@b", "kim@.kr", "k im@b.kr", "김@b.kr", "a@b@c.kr"]
        {
            assert_eq!(Email::parse(text).err(), Some(Problem::NotAnEmail), "{text}");
        }
        assert_eq!(Email::parse("  ").err(), Some(Problem::Missing));
        let long = format!("{}@b.kr", "a".repeat(250));
        assert_eq!(Email::parse(&long).err(), Some(Problem::TooLong { max: EMAIL_CHARS_MAX }));
    }

    #[test]
    fn a_name_is_one_printable_line() {
        assert!(PersonName::parse(&"가".repeat(50)).is_ok());
        assert_eq!(PersonName::parse(&"가".repeat(51)), Err(Problem::TooLong { max: 50 }));
        for unseen in ['\u{0}', '\u{202e}', '\u{2066}'] {
            let name = format!("김{unseen}철수");
            assert_eq!(PersonName::parse(&name), Err(Problem::NotPrintable), "{name:?}");
        }
    }
}
