//! How the shop knows a visitor again.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// 128 bits: nobody finds another's by trying.
const SECRET_BYTES: usize = 16;

/// The secret in a visitor's cookie: whoever has it has the cart, or the talk. The tables have only
/// its BLAKE3.
#[derive(Clone, PartialEq, Eq)]
pub struct VisitorKey([u8; SECRET_BYTES]);

impl VisitorKey {
    /// A new secret from random bytes.
    pub fn new(random: [u8; SECRET_BYTES]) -> Self {
        Self(random)
    }

    /// Reads a cookie's text; `None` is no cookie of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; SECRET_BYTES];
        match URL_SAFE_NO_PAD.decode_slice(text, &mut bytes) {
            Ok(SECRET_BYTES) => Some(Self(bytes)),
            _ => None,
        }
    }

    /// The text of the cookie: 22 characters that need no escape.
    pub fn to_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    pub(crate) fn hash(&self) -> [u8; blake3::OUT_LEN] {
        *blake3::hash(&self.0).as_bytes()
    }
}

impl std::fmt::Debug for VisitorKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VisitorKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::VisitorKey;
    use proptest::prelude::*;

    #[test]
    fn a_secret_is_never_shown() {
        let key = VisitorKey::new([7; 16]);
        assert!(!format!("{key:?}").contains('7') && key.hash()[..16] != [7; 16]);
    }

    proptest! {
        #[test]
        fn a_secret_comes_back_from_its_cookie(bytes: [u8; 16]) {
            let key = VisitorKey::new(bytes);
            prop_assert_eq!(VisitorKey::parse(&key.to_text()), Some(key));
        }

        #[test]
        fn any_other_text_is_none_of_ours(text in ".{0,21}|.{23,80}") {
            prop_assert_eq!(VisitorKey::parse(&text), None);
        }
    }
}
