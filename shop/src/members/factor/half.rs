//! Half of a log-in: the password was right, the code is still to come.

use super::Factors;
use crate::members::MemberId;
use crate::{Moment, Shop};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::time::Duration;

/// Long enough to look for a telephone, and for the sheet with the recovery codes.
pub const HALF_GOOD_FOR: Duration = Duration::from_secs(5 * 60);

const MARK_BYTES: usize = 16;
const SEAL_BYTES: usize = blake3::OUT_LEN;
const SEALED_BYTES: usize = size_of::<u64>() * 2 + MARK_BYTES;
const HALF_BYTES: usize = SEALED_BYTES + SEAL_BYTES;

/// What the browser keeps until the code comes: a member, the moment, and a mark of the password
/// that was right, under a seal of its own key. It is no session's token: neither its length nor its
/// key is.
#[derive(Clone)]
pub struct HalfToken([u8; HALF_BYTES]);

/// A half that is believed.
pub(in crate::members) struct Half {
    pub(in crate::members) member: MemberId,
    mark: [u8; MARK_BYTES],
    key: [u8; blake3::KEY_LEN],
}

impl Half {
    /// Whether the password that was right is still this one.
    pub(in crate::members) fn knows(&self, password_hash: &str) -> bool {
        mark(&self.key, password_hash) == self.mark
    }
}

impl HalfToken {
    /// The text of the cookie: 86 characters that need no escape.
    pub fn to_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }
}

impl Factors {
    /// The half of a log-in, to be completed by a code.
    pub(in crate::members) fn half(
        &self,
        member: MemberId,
        password_hash: &str,
        now: Moment,
    ) -> Option<HalfToken> {
        let key = self.halves.first()?;
        let mut bytes = [0; HALF_BYTES];
        bytes[..8].copy_from_slice(&member.0.to_be_bytes());
        bytes[8..16].copy_from_slice(&now.ms().to_be_bytes());
        bytes[16..SEALED_BYTES].copy_from_slice(&mark(key, password_hash));
        let seal = blake3::keyed_hash(key, &bytes[..SEALED_BYTES]);
        bytes[SEALED_BYTES..].copy_from_slice(seal.as_bytes());
        Some(HalfToken(bytes))
    }

    fn open_half(&self, text: &str, now: Moment) -> Option<Half> {
        let mut bytes = [0; HALF_BYTES];
        let length = URL_SAFE_NO_PAD.decode_slice(text, &mut bytes).ok()?;
        let (sealed, seal) = bytes.split_at(SEALED_BYTES);
        let seal = blake3::Hash::from_slice(seal).ok()?;
        // Hashes are compared in constant time.
        let key = self.halves.iter().find(|key| blake3::keyed_hash(key, sealed) == seal)?;
        let member = MemberId(u64::from_be_bytes(sealed[..8].try_into().ok()?));
        let begun = Moment::from_ms(i64::from_be_bytes(sealed[8..16].try_into().ok()?));
        let is_good = length == HALF_BYTES && now < begun.plus(HALF_GOOD_FOR);
        let mark = sealed[16..].try_into().ok()?;
        is_good.then_some(Half { member, mark, key: *key })
    }
}

/// The half that a cookie's text is, if it is one of ours and not too old.
pub(in crate::members) fn open_half(shop: &Shop, text: &str) -> Option<Half> {
    shop.factors.open_half(text, shop.now())
}

/// So much of a password's hash that another password's is known by.
fn mark(key: &[u8; blake3::KEY_LEN], password_hash: &str) -> [u8; MARK_BYTES] {
    let mut mark = [0; MARK_BYTES];
    let hash = blake3::keyed_hash(key, password_hash.as_bytes());
    mark.copy_from_slice(&hash.as_bytes()[..MARK_BYTES]);
    mark
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::sessions::SessionKey;
    use proptest::prelude::*;

    const NOW: Moment = Moment::from_ms(1_795_000_000_000);

    fn factors(digit: &str) -> Factors {
        Factors::new(&[SessionKey::parse(&digit.repeat(64)).expect("a key")], false)
    }

    fn text() -> String {
        factors("1").half(MemberId(7), "a hash", NOW).expect("a half").to_text()
    }

    #[test]
    fn a_half_is_its_members_for_five_minutes_and_as_long_as_the_password_stays() {
        let factors = factors("1");
        let half = factors.open_half(&text(), NOW).expect("a half");
        assert_eq!(half.member, MemberId(7));
        assert!(half.knows("a hash") && !half.knows("another hash"));
        let last = NOW.plus(HALF_GOOD_FOR).minus(Duration::from_millis(1));
        assert!(factors.open_half(&text(), last).is_some());
        assert!(factors.open_half(&text(), NOW.plus(HALF_GOOD_FOR)).is_none());
    }

    #[test]
    fn a_half_of_another_shop_is_nobodys() {
        assert!(factors("2").open_half(&text(), NOW).is_none());
    }

    proptest! {
        #[test]
        fn a_half_with_any_bit_turned_is_nobodys(bit in 0..HALF_BYTES * 8) {
            let mut half = factors("1").half(MemberId(7), "a hash", NOW).expect("a half");
            half.0[bit / 8] ^= 1 << (bit % 8);
            prop_assert!(factors("1").open_half(&half.to_text(), NOW).is_none());
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,200}") {
            prop_assert!(factors("1").open_half(&text, NOW).is_none());
        }
    }
}
