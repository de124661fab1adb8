//! What a counsellor types to call a canned answer.

use super::SHORTCUT_CHARS_MAX;
use crate::Problem;
use crate::members::line_of_text;

/// One word, without the slash that calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortcut(String);

impl Shortcut {
    /// Reads it, with or without its slash.
    ///
    /// # Errors
    /// What is empty, too long, or more than one word.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        let word = line_of_text(text.strip_prefix('/').unwrap_or(text), SHORTCUT_CHARS_MAX)?;
        let is_odd = |c: char| c.is_whitespace() || c == '/';
        if word.contains(is_odd) { Err(Problem::NotPrintable) } else { Ok(Self(word)) }
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<String, Problem> {
        Shortcut::parse(text).map(|shortcut| shortcut.0)
    }

    #[test]
    fn a_shortcut_is_one_word_with_or_without_its_slash() {
        assert_eq!(parse(" /배송 "), Ok("배송".into()));
        assert_eq!(parse("refund"), Ok("refund".into()));
        assert_eq!(parse("/"), Err(Problem::Missing));
        assert_eq!(parse("a b"), Err(Problem::NotPrintable));
        assert_eq!(parse("a/b"), Err(Problem::NotPrintable));
        let max = SHORTCUT_CHARS_MAX;
        assert_eq!(parse(&"쿠".repeat(21)), Err(Problem::TooLong { max }));
    }
}
