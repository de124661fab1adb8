//! What a product is found by, and how well a word is found in it.

use super::keys::keys;
use super::typos::{BREAK, KEYS_MAX, typos};
use super::word::Word;
use crate::Bilingual;

/// Shorter words are not looked for across the gap between two words.
const ACROSS_GAPS_KEYS_MIN: usize = 4;

/// How well words are found: the better, the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// In the name.
    InName = 1,
    /// In the maker's or the category's name, or with a gap in another place.
    Elsewhere = 2,
    /// With typos.
    Close = 3,
}

/// The keys of a product's names, then of its maker's and its category's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::catalog) struct Text {
    keys: Box<str>,
    name_bytes: usize,
}

impl Text {
    /// Of a name, and of what else leads to it.
    pub(in crate::catalog) fn new(name: &Bilingual, rest: &[&Bilingual]) -> Self {
        let joined = |text: &Bilingual| format!("{}{BREAK}{}", keys(&text.ko), keys(&text.en));
        let mut all = joined(name);
        let name_bytes = all.len();
        for text in rest {
            all.push(BREAK);
            all.push_str(&joined(text));
        }
        Self { keys: all.into(), name_bytes }
    }

    /// All of its keys.
    pub(super) fn keys(&self) -> &str {
        &self.keys
    }

    /// Whether all the words are in the name, or come close to something in it.
    pub(super) fn is_in_name(&self, words: &[Word], forgive: bool) -> bool {
        let name = Self { keys: self.name().into(), name_bytes: self.name_bytes };
        name.rank(words, forgive).is_some()
    }

    fn name(&self) -> &str {
        &self.keys[..self.name_bytes]
    }

    /// How well all the words are found; `None` if one of them is not.
    pub(super) fn rank(&self, words: &[Word], forgive: bool) -> Option<Rank> {
        let mut worst = Rank::InName;
        for word in words {
            worst = worst.max(self.rank_of(word, forgive)?);
        }
        Some(worst)
    }

    fn rank_of(&self, word: &Word, forgive: bool) -> Option<Rank> {
        if self.name().contains(word.text()) {
            return Some(Rank::InName);
        }
        if self.keys.contains(word.text()) {
            return Some(Rank::Elsewhere);
        }
        if !(ACROSS_GAPS_KEYS_MIN..=KEYS_MAX).contains(&word.keys().len()) {
            return None;
        }
        if typos(&self.keys, word.keys(), false) == 0 {
            return Some(Rank::Elsewhere);
        }
        let is_close = || typos(&self.keys, word.keys(), word.is_from_start()) <= word.typos_max();
        (forgive && is_close()).then_some(Rank::Close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(name: &str, maker: &str) -> Text {
        let both = |text: &str| Bilingual { ko: text.into(), en: String::new() };
        Text::new(&both(name), &[&both(maker)])
    }

    fn rank(name: &str, words: &str, forgive: bool) -> Option<Rank> {
        text(name, "설온").rank(&Word::all(words), forgive)
    }

    #[test]
    fn a_part_of_a_word_is_found_and_the_name_comes_first() {
        assert_eq!(rank("쌀누룩 윤광 세럼", "누룩", false), Some(Rank::InName));
        assert_eq!(rank("쌀누룩 윤광 세럼", "세러", false), Some(Rank::InName));
        assert_eq!(rank("쌀누룩 윤광 세럼", "설온 세럼", false), Some(Rank::Elsewhere));
        assert_eq!(rank("쌀누룩 윤광 세럼", "세럼 크림", false), None);
        assert_eq!(rank("White Tea Toner", "tEA", false), Some(Rank::InName));
    }

    #[test]
    fn gaps_may_be_in_other_places() {
        assert_eq!(rank("쌀누룩 윤광 세럼", "윤광세럼", false), Some(Rank::Elsewhere));
        assert_eq!(rank("쌀누룩 윤광 세럼", "쌀 누룩", false), Some(Rank::InName));
        assert_eq!(rank("hat every", "teve", false), Some(Rank::Elsewhere));
        assert_eq!(rank("hat every", "tev", false), None);
    }

    #[test]
    fn one_wrong_key_is_forgiven_and_not_unasked() {
        for typo in ["세람", "새럼", "셰럼", "세렴", "세럼ㅇ", "ㅅㅔㅓㄹㅁ", "에럼"]
        {
            assert_eq!(rank("윤광 세럼", typo, false), None, "{typo}");
            assert_eq!(rank("윤광 세럼", typo, true), Some(Rank::Close), "{typo}");
        }
        assert_eq!(rank("Glow Serum", "sreum", true), Some(Rank::Close));
        assert_eq!(rank("Cleansing Oil", "clansing", true), Some(Rank::Close));
        assert_eq!(rank("딥클렌징오일", "클랜징오일", true), Some(Rank::Close));
    }

    #[test]
    fn short_words_and_two_typos_are_not_forgiven() {
        for (name, words) in [
            ("녹차", "녹자차"),
            ("세럼", "시람"),
            ("tea", "tee"),
            ("harvest", "test"),
            ("세럼", "크림"),
        ] {
            assert_eq!(rank(name, words, true), None, "{name} {words}");
        }
    }

    #[test]
    fn nothing_is_found_across_two_texts() {
        let text = text("ab cd", "ef gh");
        assert_eq!(text.rank(&Word::all("abcd"), false), Some(Rank::Elsewhere));
        assert_eq!(text.rank(&Word::all("cdef"), true), None);
    }

    proptest! {
        #[test]
        fn a_word_with_one_key_changed_is_found(word in "[a-z]{6,12}", at: usize, key in "[A-Z]") {
            let mut typo: Vec<char> = word.chars().collect();
            let at = at % typo.len();
            typo[at] = key.chars().next().unwrap();
            let typo = Word::all(&String::from_iter(typo));
            let text = text(&format!("xx {word}yy zz"), "");
            prop_assert!(text.rank(&typo, true).is_some());
        }

        #[test]
        fn any_words_are_only_text(name: String, words: String) {
            let text = text(&name, "");
            let words = Word::all(&words);
            prop_assert!(text.rank(&words, false).is_none() || text.rank(&words, true).is_some());
        }
    }
}
