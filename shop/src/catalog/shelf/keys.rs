//! Texts as the keys that type them.
//!
//! A Korean syllable is two to five strokes of a keyboard. Taken apart into them, a word that is
//! half typed is a beginning of the whole one (세러, 세럼), and one wrong key is one wrong letter.

/// The first syllable, 가, and the last one, 힣.
const SYLLABLES: std::ops::RangeInclusive<u32> = 0xAC00..=0xD7A3;
const FINALS_A_VOWEL: u32 = 28;
const SYLLABLES_AN_INITIAL: u32 = 21 * FINALS_A_VOWEL;

const INITIALS: [&str; 19] = [
    "ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ",
    "ㅌ", "ㅍ", "ㅎ",
];
const VOWELS: [&str; 21] = [
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ",
    "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
];
const FINALS: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ",
    "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ",
    "ㅎ",
];
/// The letters by themselves, from ㄱ (U+3131) to ㅎ; the vowels follow.
const CONSONANTS: [&str; 30] = [
    "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄸ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ",
    "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅃ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ",
    "ㅌ", "ㅍ", "ㅎ",
];

/// The keys of a text: Hangul taken apart, Latin in lower case, each gap one space.
pub(crate) fn keys(text: &str) -> String {
    // A syllable of three bytes becomes two or three letters of three bytes.
    let mut keys = String::with_capacity(text.len() * 3);
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() && !keys.is_empty() {
            keys.push(' ');
        }
        for character in word.chars() {
            push_keys(character, &mut keys);
        }
    }
    keys
}

fn push_keys(character: char, keys: &mut String) {
    let code = u32::from(character);
    let at = |table: &[&'static str], first: u32| table[(code - first) as usize];
    match code {
        code if SYLLABLES.contains(&code) => {
            let place = code - SYLLABLES.start();
            let of = |table: &[&'static str], index: u32| table[index as usize];
            keys.push_str(of(&INITIALS, place / SYLLABLES_AN_INITIAL));
            keys.push_str(of(&VOWELS, place % SYLLABLES_AN_INITIAL / FINALS_A_VOWEL));
            keys.push_str(of(&FINALS, place % FINALS_A_VOWEL));
        }
        0x3131..=0x314E => keys.push_str(at(&CONSONANTS, 0x3131)),
        0x314F..=0x3163 => keys.push_str(at(&VOWELS, 0x314F)),
        // The letters of a decomposed text, as some systems write file names and forms.
        0x1100..=0x1112 => keys.push_str(at(&INITIALS, 0x1100)),
        0x1161..=0x1175 => keys.push_str(at(&VOWELS, 0x1161)),
        0x11A8..=0x11C2 => keys.push_str(at(&FINALS, 0x11A7)),
        _ => keys.extend(character.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::keys;
    use proptest::prelude::*;

    #[test]
    fn a_syllable_is_the_keys_that_type_it() {
        assert_eq!(keys("세럼"), "ㅅㅔㄹㅓㅁ");
        assert_eq!(keys("값 꽃"), "ㄱㅏㅂㅅ ㄲㅗㅊ");
        assert_eq!(keys("왜 의 궤"), "ㅇㅗㅐ ㅇㅡㅣ ㄱㅜㅔ");
        assert_eq!(keys("가힣"), "ㄱㅏㅎㅣㅎ");
    }

    #[test]
    fn what_is_half_typed_begins_the_whole_word() {
        let whole = keys("세럼");
        for half in ["ㅅ", "세", "셀", "세러", "세럼"] {
            assert!(whole.starts_with(&keys(half)), "{half}");
        }
    }

    #[test]
    fn letters_of_every_kind_are_the_same_keys() {
        assert_eq!(keys("\u{1109}\u{1166}\u{1105}\u{1165}\u{11B7}"), keys("세럼"));
        assert_eq!(keys("ㄳㅘ"), "ㄱㅅㅗㅏ");
        assert_eq!(keys("  100%\tVITAMIN\n c "), "100% vitamin c");
    }

    proptest! {
        #[test]
        fn every_syllable_begins_with_a_consonant(code in 0xAC00_u32..=0xD7A3) {
            let syllable = char::from_u32(code).unwrap().to_string();
            let keys = keys(&syllable);
            prop_assert!((2..=5).contains(&keys.chars().count()));
            prop_assert!(keys.chars().all(|key| ('ㄱ'..='ㅣ').contains(&key)));
            prop_assert!(keys.chars().next().unwrap() <= 'ㅎ');
        }

        #[test]
        fn two_syllables_have_the_same_keys_only_where_typing_them_looks_alike(
            a in 0xAC00_u32..=0xD7A3, b in 0xAC00_u32..=0xD7A3,
        ) {
            let [a, b] = [a, b].map(|code| char::from_u32(code).unwrap().to_string());
            prop_assert_eq!(a == b, keys(&a) == keys(&b));
        }

        #[test]
        fn keys_of_keys_are_the_same(text: String) {
            let once = keys(&text);
            prop_assert_eq!(keys(&once), once);
        }
    }
}
