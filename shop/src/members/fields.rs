//! What a member says of themselves: a value that exists is valid.

use crate::refusal::Problem;
use std::fmt;

/// Longest name, in characters; the column holds as many.
const NAME_CHARS_MAX: u32 = 50;
/// RFC 5321 allows a path of 256 octets with its brackets.
const EMAIL_CHARS_MAX: u32 = 254;
const ADDRESS_CHARS_MAX: u32 = 200;
/// OWASP ASVS 5.0, 6.2.1.
const PASSWORD_CHARS_MIN: u32 = 8;
/// Longer than any passphrase; a megabyte would only keep the hash busy.
const PASSWORD_CHARS_MAX: u32 = 128;

/// The guesses that every list starts with. The common ones that are shorter than 8 characters
/// are refused by their length.
const COMMON_PASSWORDS: [&str; 14] = [
    "12345678",
    "123456789",
    "1234567890",
    "password",
    "password1",
    "qwertyuiop",
    "qwerty123",
    "11111111",
    "00000000",
    "iloveyou",
    "1q2w3e4r",
    "1q2w3e4r5t",
    "abcd1234",
    "asdfghjkl",
];

/// A person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

/// An e-mail address, in lower case: what two people would call the same is the same.
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

/// A postal address in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

/// A password that somebody chooses. Never shown, not even in a log of this value.
pub struct NewPassword(String);

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

impl NewPassword {
    /// 8 to 128 characters of any kind, and none of the first guesses.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        // Bytes first: a megabyte is refused before anybody counts its characters.
        if text.len() > 4 * PASSWORD_CHARS_MAX as usize {
            return Err(Problem::TooLong { max: PASSWORD_CHARS_MAX });
        }
        let chars = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        if chars == 0 {
            Err(Problem::Missing)
        } else if chars < PASSWORD_CHARS_MIN {
            Err(Problem::TooShort { min: PASSWORD_CHARS_MIN })
        } else if chars > PASSWORD_CHARS_MAX {
            Err(Problem::TooLong { max: PASSWORD_CHARS_MAX })
        } else if COMMON_PASSWORDS.contains(&text.to_ascii_lowercase().as_str()) {
            Err(Problem::TooCommon)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// The password itself, for the hash and nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// One line of printable text, trimmed, with at least one and at most so many characters.
pub(crate) fn line(text: &str, chars_max: u32) -> Result<String, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    if text.chars().any(char::is_control) {
        return Err(Problem::NotPrintable);
    }
    if text.chars().count() > chars_max as usize {
        return Err(Problem::TooLong { max: chars_max });
    }
    Ok(text.to_owned())
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
        assert_eq!(PersonName::parse("김\u{0}철수"), Err(Problem::NotPrintable));
    }

    #[test]
    fn a_password_is_neither_short_nor_huge_nor_common() {
        let refused = |text: &str| NewPassword::parse(text).err();
        assert_eq!(refused("seven77"), Some(Problem::TooShort { min: 8 }));
        assert_eq!(refused(&"x".repeat(1_000_000)), Some(Problem::TooLong { max: 128 }));
        assert_eq!(refused("PassWord"), Some(Problem::TooCommon));
        assert_eq!(refused("비밀번호여덟글자"), None);
    }
}
