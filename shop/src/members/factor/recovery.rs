//! Recovery codes: what opens when the telephone is lost, each of them once.

/// How many a member gets.
pub const CODES: usize = 10;
/// Crockford's base 32: no I, L, O or U, so that a code can be read from paper.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits each: 80 bits, which nobody finds by trying, not even with the hash at hand. That is
/// why a fast hash will do.
pub(super) const CODE_CHARS: usize = 16;
const GROUP_CHARS: usize = 4;
const CONTEXT: &str = "seonchak 2026-11 recovery code";

/// A code, without the dashes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RecoveryCode([u8; CODE_CHARS]);

impl RecoveryCode {
    /// The code of random bytes, of which five bits each count.
    pub(super) fn new(random: [u8; CODE_CHARS]) -> Self {
        Self(random.map(|byte| LETTERS[usize::from(byte % 32)]))
    }

    /// Reads what somebody typed: in any case, with or without its dashes, O for 0 and I or L for 1.
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = [0; CODE_CHARS];
        let mut there = 0;
        for letter in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let letter = u8::try_from(letter).ok().filter(|letter| LETTERS.contains(letter))?;
            *letters.get_mut(there)? = letter;
            there += 1;
        }
        (there == CODE_CHARS).then_some(Self(letters))
    }

    /// `XXXX-XXXX-XXXX-XXXX`.
    pub fn to_text(self) -> String {
        let groups = self.0.chunks(GROUP_CHARS).map(|group| String::from_utf8_lossy(group));
        groups.collect::<Vec<_>>().join("-")
    }

    /// What the table has of it.
    pub(super) fn hash(self) -> [u8; blake3::OUT_LEN] {
        blake3::derive_key(CONTEXT, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = RecoveryCode::new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 31]);
        assert_eq!(code.to_text(), "0123-4567-89AB-CDEZ");
        for text in ["0123-4567-89AB-CDEZ", " o1l3456789 ab cdez ".replace("l", "2").as_str()] {
            assert!(RecoveryCode::parse(text) == Some(code), "{text}");
        }
        assert!(RecoveryCode::parse("oi23 4567 89ab cdez") == Some(code));
        for text in
            ["", "123456", "0123-4567-89AB-CDE", "0123-4567-89AB-CDEZ0", "0123-4567-89AB-CDEU"]
        {
            assert!(RecoveryCode::parse(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_code_comes_back_from_its_text(random: [u8; CODE_CHARS]) {
            let code = RecoveryCode::new(random);
            prop_assert!(RecoveryCode::parse(&code.to_text()) == Some(code));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,60}") {
            RecoveryCode::parse(&text);
        }
    }
}
