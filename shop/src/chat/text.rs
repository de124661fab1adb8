//! What people write.

use crate::Problem;
use crate::members::turns_around;

/// Longest message, in characters.
pub const MESSAGE_CHARS_MAX: u32 = 2_000;

/// The text of a message: it may have lines, and nothing else that cannot be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageText(String);

impl MessageText {
    /// 1 to 2,000 characters with something to see among them; trimmed, with `\n` alone as the
    /// end of a line.
    ///
    /// # Errors
    /// Nothing in it, too long, or a control character.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        // Bytes first: nobody counts the characters of a megabyte.
        if text.len() > 4 * MESSAGE_CHARS_MAX as usize {
            return Err(Problem::TooLong { max: MESSAGE_CHARS_MAX });
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim();
        if text.chars().all(|c| c.is_whitespace() || is_unseen(c)) {
            return Err(Problem::Missing);
        }
        if text.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || turns_around(c)) {
            return Err(Problem::NotPrintable);
        }
        if text.chars().count() > MESSAGE_CHARS_MAX as usize {
            return Err(Problem::TooLong { max: MESSAGE_CHARS_MAX });
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<MessageText> for String {
    fn from(text: MessageText) -> Self {
        text.0
    }
}

/// Of no width: a message of these alone looks empty.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{115f}' | '\u{1160}' | '\u{3164}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_and_their_ends_are_one_character() {
        let text = MessageText::parse(" 안녕하세요\r\n주문이요\r").unwrap();
        assert_eq!(text.as_str(), "안녕하세요\n주문이요");
    }

    #[test]
    fn what_nobody_can_see_is_no_message() {
        for text in ["", " \n\t ", "\u{200b}\u{3164}"] {
            assert_eq!(MessageText::parse(text), Err(Problem::Missing), "{text:?}");
        }
    }

    #[test]
    fn control_characters_and_turned_writing_are_refused() {
        for text in ["a\0b", "\u{1b}[31m", "shop\u{202e}rk.live"] {
            assert_eq!(MessageText::parse(text), Err(Problem::NotPrintable), "{text:?}");
        }
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert!(MessageText::parse(&"쿠".repeat(2_000)).is_ok());
        let too_long = Err(Problem::TooLong { max: MESSAGE_CHARS_MAX });
        assert_eq!(MessageText::parse(&"쿠".repeat(2_001)), too_long);
        assert_eq!(MessageText::parse(&"a".repeat(1 << 20)), too_long);
    }
}
