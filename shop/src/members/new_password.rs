//! A password that somebody chooses.

use crate::refusal::Problem;
use zxcvbn::{Score, zxcvbn};

/// OWASP ASVS 5.0, 6.2.1.
const CHARS_MIN: u32 = 8;
/// Longer than any passphrase; a megabyte would only keep the hash busy.
const CHARS_MAX: u32 = 128;
/// No common password is longer, and the look at a long one takes its time.
const COMMON_CHARS_MAX: u32 = 32;
/// What nobody is to call their password, in any case: the shop's own names.
const SHOP_NAMES: [&str; 3] = ["seonchak", "seonchak.kr", "선착"];

/// A password that is neither short nor easily guessed. Never shown, not even in a log of this
/// value.
pub struct NewPassword(String);

impl NewPassword {
    /// 8 to 128 characters of any kind. None that a guesser has after a million tries, which the
    /// common ones are (zxcvbn has 30,000 of them, 11,600 of which are long enough, and knows rows of
    /// keys and digits, dates, names and words);
    /// nor what stands beside it on the form: the member's `own` name and address.
    pub fn parse(text: &str, own: &[&str]) -> Result<Self, Problem> {
        // Bytes first: a megabyte is refused before anybody counts its characters.
        if text.len() > 4 * CHARS_MAX as usize {
            return Err(Problem::TooLong { max: CHARS_MAX });
        }
        let chars = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        if chars == 0 {
            Err(Problem::Missing)
        } else if chars < CHARS_MIN {
            Err(Problem::TooShort { min: CHARS_MIN })
        } else if chars > CHARS_MAX {
            Err(Problem::TooLong { max: CHARS_MAX })
        } else if is_one_of(text, own) || is_one_of(text, &SHOP_NAMES) {
            Err(Problem::YourOwnName)
        } else if chars <= COMMON_CHARS_MAX && zxcvbn(text, &[]).score() < Score::Two {
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

/// Whether it is one of the words, or a word before its `@`, whatever its case and its spaces, with
/// any digits behind it.
fn is_one_of(text: &str, words: &[&str]) -> bool {
    let bare = |text: &str| -> String {
        text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect()
    };
    let text = bare(text);
    let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
    words.iter().any(|word| {
        let word = bare(word);
        let before_at = word.split('@').next().unwrap_or_default();
        [text.as_str(), stem]
            .iter()
            .any(|text| !text.is_empty() && (*text == word || *text == before_at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Option<Problem> {
        NewPassword::parse(text, &["김지우", "jiwoo.kim@example.kr"]).err()
    }

    #[test]
    fn a_password_is_neither_short_nor_huge() {
        assert_eq!(refused(""), Some(Problem::Missing));
        assert_eq!(refused("seven77"), Some(Problem::TooShort { min: 8 }));
        assert_eq!(refused(&"x".repeat(1_000_000)), Some(Problem::TooLong { max: 128 }));
        assert_eq!(refused(&"긴 비밀번호".repeat(21)), None);
        assert_eq!(refused("비밀번호여덟글자"), None);
    }

    #[test]
    fn a_password_that_everybody_guesses_is_refused_in_any_case() {
        let common = [
            "12345678",
            "PassWord",
            "password1",
            "qwertyuiop",
            "1q2w3e4r",
            "iloveyou",
            "abcd1234",
            "asdfghjkl",
            "00000000",
            "aaaaaaaaaaaa",
            "trustno1",
            "p@ssw0rd",
            "corvette",
            "19991231",
            "zaq12wsx",
            "dragon12",
            "q1w2e3r4t5",
            "superman",
            "zxcvbnm1",
            "chelsea1",
        ];
        for text in common {
            assert_eq!(refused(text), Some(Problem::TooCommon), "{text}");
        }
    }

    #[test]
    fn a_password_is_not_what_stands_beside_it() {
        for text in ["jiwoo.kim@example.kr", "Jiwoo.Kim", "jiwoo.kim2026", "SEONCHAK", "seonchak1"]
        {
            assert_eq!(refused(text), Some(Problem::YourOwnName), "{text}");
        }
        let own = NewPassword::parse("Hong Gil Dong", &["hong gildong"]).err();
        assert_eq!(own, Some(Problem::YourOwnName));
        assert_eq!(refused("seonchak-demo"), None, "a word more is another password");
    }
}
