//! A word that is looked for, and how many typos it is forgiven.

use super::keys::keys;
use super::tokens::pairs;
use super::typos::KEYS_MAX;
use std::collections::BTreeSet;

/// Shorter words say too little to be guessed at.
const FORGIVEN_KEYS_MIN: usize = 4;
/// Up to so many keys a typo is forgiven in the beginning of a word only, not anywhere inside.
const FROM_START_KEYS_MAX: usize = 5;
/// From so many keys on, two typos are forgiven.
const FORGIVEN_TWICE_KEYS_MIN: usize = 10;
/// A typo changes at most so many pairs of keys: two keys in each other's place.
const PAIRS_A_TYPO: usize = 3;
/// With fewer pairs in common nearly everything would have to be looked at.
const PAIRS_IN_COMMON_MIN: usize = 2;

/// A word as its keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::catalog) struct Word {
    text: String,
    keys: Vec<char>,
}

impl Word {
    /// The words of a text.
    pub(in crate::catalog) fn all(text: &str) -> Vec<Self> {
        let keys = keys(text);
        let words = keys.split(' ').filter(|word| !word.is_empty());
        words.map(|word| Self { text: word.to_owned(), keys: word.chars().collect() }).collect()
    }

    /// Its keys as a text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Its keys.
    pub(super) fn keys(&self) -> &[char] {
        &self.keys
    }

    /// How many typos it is forgiven.
    pub(super) fn typos_max(&self) -> usize {
        match self.keys.len() {
            FORGIVEN_TWICE_KEYS_MIN..=KEYS_MAX => 2,
            FORGIVEN_KEYS_MIN..FORGIVEN_TWICE_KEYS_MIN => 1,
            _ => 0,
        }
    }

    /// Whether, with a typo, it is only looked for where a word begins.
    pub(super) fn is_from_start(&self) -> bool {
        self.keys.len() <= FROM_START_KEYS_MAX
    }

    /// What a text must have of it to have all of it: every pair of its keys.
    pub(super) fn pairs(&self) -> BTreeSet<String> {
        match self.keys.as_slice() {
            [key] => BTreeSet::from([key.to_string()]),
            keys => keys.windows(2).map(|pair| pair.iter().collect()).collect(),
        }
    }

    /// What a text has some of, and at least how many, where the word is in it with typos.
    pub(super) fn pairs_in_common(&self) -> (BTreeSet<String>, usize) {
        let pairs = if self.is_from_start() { from_start(&self.text) } else { self.pairs() };
        let kept = pairs.len().saturating_sub(PAIRS_A_TYPO * self.typos_max());
        (pairs, kept.max(PAIRS_IN_COMMON_MIN))
    }
}

fn from_start(text: &str) -> BTreeSet<String> {
    pairs(text).into_iter().filter(|pair| pair.chars().count() == 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        let [word] = Word::all(text).try_into().expect("one word");
        word
    }

    #[test]
    fn the_longer_a_word_the_more_typos_it_is_forgiven() {
        let typos =
            ["차", "차차", "비누", "세럼", "클렌징", "클렌징오일"].map(|w| word(w).typos_max());
        assert_eq!(typos, [0, 1, 1, 1, 1, 2]);
        assert_eq!(word(&"가".repeat(40)).typos_max(), 0);
        assert!(word("세럼").is_from_start() && !word("클렌징").is_from_start());
    }

    #[test]
    fn words_stand_apart_by_any_gap() {
        let words: Vec<String> = Word::all(" Tea\t차 ").iter().map(|w| w.text().into()).collect();
        assert_eq!(words, ["tea", "ㅊㅏ"]);
        assert!(Word::all(" \n ").is_empty());
    }

    #[test]
    fn a_word_is_looked_for_by_its_pairs_of_keys() {
        assert_eq!(word("tea").pairs(), BTreeSet::from(["te".into(), "ea".into()]));
        assert_eq!(word("%").pairs(), BTreeSet::from(["%".into()]));
        let (pairs, kept) = word("serum").pairs_in_common();
        assert!(pairs.contains(" s") && pairs.len() == 5 && kept == 2);
    }
}
