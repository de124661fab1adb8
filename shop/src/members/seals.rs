//! What a browser keeps for the shop for some minutes: it can read it, and change nothing.

use crate::Moment;
use crate::members::sessions::SessionKey;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;

/// A browser keeps no longer cookie.
const TEXT_BYTES_MAX: usize = 4_096;

/// What may be sealed. Each kind has a key of its own: none passes for another.
pub trait Sealed: Serialize + DeserializeOwned {
    /// Names the key, for good.
    const CONTEXT: &'static str;
    /// How long it is believed.
    const LIFE: Duration;

    /// When it was made.
    fn made_at(&self) -> Moment;
}

/// The shop's seals: the first key seals, all of them are believed, as with sessions.
pub struct Seals(Vec<SessionKey>);

impl Seals {
    /// With keys that come from those of the sessions.
    ///
    /// # Errors
    /// No key at all.
    pub fn new(keys: Vec<SessionKey>) -> Result<Self, String> {
        if keys.is_empty() {
            Err("SEONCHAK_SESSION_KEY holds no key".into())
        } else {
            Ok(Self(keys))
        }
    }

    /// The text for a cookie, which needs no escape.
    pub fn seal<T: Sealed>(&self, value: &T) -> String {
        // Numbers and strings: there is nothing in them that JSON cannot say.
        let payload = URL_SAFE_NO_PAD.encode(serde_json::to_vec(value).unwrap_or_default());
        let seal = self.0.first().map(|key| seal_of::<T>(key, &payload).to_hex().to_string());
        format!("{payload}.{}", seal.unwrap_or_default())
    }

    /// What was sealed, if the seal is ours and not too old. Compares in constant time.
    pub fn open<T: Sealed>(&self, text: &str, now: Moment) -> Option<T> {
        if text.len() > TEXT_BYTES_MAX {
            return None;
        }
        let (payload, seal) = text.rsplit_once('.')?;
        let seal = blake3::Hash::from_hex(seal).ok()?;
        let is_ours = self.0.iter().any(|key| seal_of::<T>(key, payload) == seal);
        if !is_ours {
            return None;
        }
        let value: T = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()?;
        (now < value.made_at().plus(T::LIFE)).then_some(value)
    }
}

fn seal_of<T: Sealed>(key: &SessionKey, payload: &str) -> blake3::Hash {
    blake3::keyed_hash(&key.derive(T::CONTEXT), payload.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Note(i64);

    impl Sealed for Note {
        const CONTEXT: &'static str = "a test's note";
        const LIFE: Duration = Duration::from_secs(60);

        fn made_at(&self) -> Moment {
            Moment::from_ms(self.0)
        }
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Other(i64);

    impl Sealed for Other {
        const CONTEXT: &'static str = "a test's other note";
        const LIFE: Duration = Note::LIFE;

        fn made_at(&self) -> Moment {
            Moment::from_ms(self.0)
        }
    }

    fn seals(digits: &[&str]) -> Seals {
        let keys = digits.iter().map(|digit| SessionKey::parse(&digit.repeat(64)).unwrap());
        Seals::new(keys.collect()).unwrap()
    }

    #[test]
    fn a_seal_is_believed_by_the_next_key_too_and_by_no_strangers() {
        let now = Moment::from_ms(1_000);
        let text = seals(&["1"]).seal(&Note(1_000));
        assert_eq!(seals(&["2", "1"]).open::<Note>(&text, now), Some(Note(1_000)));
        assert_eq!(seals(&["2"]).open::<Note>(&text, now), None);
    }

    #[test]
    fn a_seal_is_of_one_kind_and_of_one_time() {
        let seals = seals(&["1"]);
        let text = seals.seal(&Note(1_000));
        assert_eq!(seals.open::<Other>(&text, Moment::from_ms(1_000)), None);
        assert_eq!(seals.open::<Note>(&text, Moment::from_ms(60_999)), Some(Note(1_000)));
        assert_eq!(seals.open::<Note>(&text, Moment::from_ms(61_000)), None);
    }

    proptest! {
        #[test]
        fn a_text_with_any_byte_changed_is_nobodys(at in 0_usize..70, by in 1_u8..=255) {
            let seals = seals(&["1"]);
            let now = Moment::from_ms(1_000);
            let mut text = seals.seal(&Note(1_000)).into_bytes();
            let at = at % text.len();
            text[at] ^= by;
            if let Ok(text) = String::from_utf8(text) {
                // The hexadecimal digits of a seal are the same in any case.
                let is_same = text.to_lowercase() == seals.seal(&Note(1_000)).to_lowercase();
                prop_assert!(is_same || seals.open::<Note>(&text, now).is_none());
            }
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,200}") {
            prop_assert_eq!(seals(&["1"]).open::<Note>(&text, Moment::from_ms(0)), None);
        }
    }
}
