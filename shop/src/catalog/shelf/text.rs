//! What a product is found by, and how well a word is found in it.

use super::keys::keys;
use super::word::Word;
use crate::Bilingual;

/// Between two texts that have nothing to do with each other.
const BREAK: char = '\n';
/// Shorter words are not looked for across the gap between two words.
const ACROSS_GAPS_KEYS_MIN: usize = 4;
/// The longest word that is forgiven a typo.
const KEYS_MAX: usize = 32;

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

/// The fewest typos with which some part of a text, gaps left out, is the word: a key too many,
/// too few or another one, or two keys in each other's place. Sellers' algorithm: a column tells,
/// for each beginning of the word, the typos of its best part that ends here.
fn typos(text: &str, word: &[char], from_start: bool) -> usize {
    let length = word.len();
    let fresh: [u8; KEYS_MAX + 1] = std::array::from_fn(|typos| typos as u8);
    let (mut before, mut last) = (fresh, fresh);
    let mut previous = BREAK;
    let mut fewest = fresh[length];
    let mut begins = true;
    for key in text.chars() {
        if key == BREAK {
            (before, last, previous, begins) = (fresh, fresh, BREAK, true);
            continue;
        }
        if key == ' ' {
            begins = true;
            continue;
        }
        if begins {
            for (typos, fresh) in last.iter_mut().zip(fresh) {
                *typos = fresh.min(*typos);
            }
        }
        let mut now = fresh;
        // Without a word's beginning here, a part that begins here is as bad as none.
        now[0] = if from_start { fresh[length] } else { 0 };
        for i in 1..=length {
            let replaced = last[i - 1] + u8::from(word[i - 1] != key);
            now[i] = replaced.min(last[i] + 1).min(now[i - 1] + 1);
            if i > 1 && word[i - 1] == previous && word[i - 2] == key {
                now[i] = now[i].min(before[i - 2] + 1);
            }
        }
        fewest = fewest.min(now[length]);
        (before, last, previous, begins) = (last, now, key, !key.is_alphanumeric());
    }
    usize::from(fewest)
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

    /// The same by its definition: the distance of the word from every part of the text.
    fn slow_typos(text: &str, word: &str) -> usize {
        let text: Vec<char> = text.chars().collect();
        let word: Vec<char> = word.chars().collect();
        let parts = (0..=text.len()).flat_map(|from| (from..=text.len()).map(move |to| (from, to)));
        parts.map(|(from, to)| distance(&text[from..to], &word)).min().unwrap_or(word.len())
    }

    fn distance(a: &[char], b: &[char]) -> usize {
        let (Some(x), Some(y)) = (a.last(), b.last()) else { return a.len().max(b.len()) };
        let (shorter_a, shorter_b) = (&a[..a.len() - 1], &b[..b.len() - 1]);
        let replaced = distance(shorter_a, shorter_b) + usize::from(x != y);
        let mut best = replaced.min(distance(shorter_a, b) + 1).min(distance(a, shorter_b) + 1);
        if let ([a @ .., a1, a2], [b @ .., b1, b2]) = (a, b)
            && (a1, a2) == (b2, b1)
        {
            best = best.min(distance(a, b) + 1);
        }
        best
    }

    proptest! {
        #[test]
        fn typos_are_counted_as_they_are_defined(text in "[abc]{0,5}", word in "[abc]{1,4}") {
            let keys: Vec<char> = word.chars().collect();
            prop_assert_eq!(typos(&text, &keys, false), slow_typos(&text, &word));
            prop_assert!(typos(&text, &keys, true) >= typos(&text, &keys, false));
        }

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
