//! What a shopper means, without a model: the first sign that is in their words. People write as
//! they talk, so Korean is read without its spaces, and politeness, particles and endings do not
//! matter: a sign is the stem.

mod signs;
#[cfg(test)]
mod tests;

use super::Topic;
use crate::catalog::{keys, typos};
use signs::{NEARLY, SIGNS};
use std::sync::LazyLock;

/// Whoever writes more tells a story, and its beginning says what it is about.
const READ_CHARS_MAX: usize = 200;
/// A short message may be one word with a typo; in a long one anything is nearly something.
const FORGIVEN_CHARS_MAX: usize = 30;

/// What a message is about; nothing if that is not plain. Words as they are first, then words with
/// a typo.
pub fn understand(text: &str) -> Option<Topic> {
    let text: String = text.chars().take(READ_CHARS_MAX).collect();
    let heard = Heard::new(&text);
    let is_meant = |sign: &str| heard.has(sign);
    let row = SIGNS.iter().find(|row| row.korean.iter().chain(row.english).copied().any(is_meant));
    match row {
        Some(row) => row.means,
        None => nearly(&text),
    }
}

/// A message taken apart.
struct Heard {
    /// Its Hangul, without anything between.
    korean: String,
    /// Its words in Latin letters, in lower case, a space before and after each.
    english: String,
}

impl Heard {
    fn new(text: &str) -> Self {
        let korean = text.chars().filter(|c| is_hangul(*c) && !is_laughter(*c)).collect();
        let lower = text.to_ascii_lowercase();
        let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
        let english = words.fold(" ".to_owned(), |all, word| all + word + " ");
        Self { korean, english }
    }

    /// Whether all parts of a sign are there, in any order.
    fn has(&self, sign: &str) -> bool {
        sign.split('+').all(|part| self.has_part(part.trim()))
    }

    fn has_part(&self, part: &str) -> bool {
        if part.is_ascii() {
            return match part.strip_suffix('*') {
                Some(beginning) => has_words(&self.english, beginning, ""),
                None => has_words(&self.english, part, " "),
            };
        }
        match part.strip_prefix('=') {
            Some(all) => self.korean == all,
            None => self.korean.contains(part),
        }
    }
}

/// Whether words follow each other in a text of words.
fn has_words(text: &str, words: &str, end: &str) -> bool {
    let mut places = text.match_indices(words);
    places.any(|(at, found)| text[..at].ends_with(' ') && text[at + found.len()..].starts_with(end))
}

/// What nearly is the word of a topic: one wrong key.
fn nearly(text: &str) -> Option<Topic> {
    /// The words of the table as their keys.
    static WORDS: LazyLock<Vec<(Topic, Vec<char>)>> = LazyLock::new(|| {
        let words = NEARLY.iter().flat_map(|(topic, words)| words.iter().map(|w| (*topic, *w)));
        words.map(|(topic, word)| (topic, keys(word).chars().collect())).collect()
    });
    if text.chars().count() > FORGIVEN_CHARS_MAX {
        return None;
    }
    let text = keys(text);
    let is_near = |word: &[char]| typos(&text, word, true) <= 1;
    WORDS.iter().find(|(_, word)| is_near(word)).map(|(topic, _)| *topic)
}

/// Syllables, and letters by themselves.
fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ')
}

/// ㅋㅋㅋ and ㅠㅠ stand anywhere.
fn is_laughter(c: char) -> bool {
    matches!(c, 'ㅋ' | 'ㅠ' | 'ㅜ' | 'ㅡ')
}
