//! The token in the cookie, and its seal.

use crate::Moment;
use crate::members::MemberId;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::time::Duration;

/// A session ends by itself after this long.
pub const SESSION_DAYS_MAX: u32 = 30;
pub(super) const SESSION_LIFE: Duration = days(SESSION_DAYS_MAX);
/// A token that nobody has renewed for so long is nobody's: who comes once a week stays signed in, and
/// a browser that was forgotten somewhere does not.
pub const SESSION_IDLE_DAYS_MAX: u32 = 14;
const SESSION_IDLE: Duration = days(SESSION_IDLE_DAYS_MAX);
/// Whoever signed in so lately is who they say: what opens an account to others is changed by nobody
/// else. A session that was found open, or stolen, is older as a rule.
const SESSION_FRESH: Duration = Duration::from_secs(10 * 60);
/// An older token is renewed: one answer in an hour carries a cookie, and not each of them.
pub const SESSION_RENEWED_AFTER: Duration = Duration::from_secs(60 * 60);

/// 128 bits: OWASP ASVS 5.0, 7.2.3.
const SECRET_BYTES: usize = 16;
/// Session, member, start, last renewal: eight bytes each.
const FACTS_BYTES: usize = 32;
const SEALED_BYTES: usize = FACTS_BYTES + SECRET_BYTES;
const TOKEN_BYTES: usize = SEALED_BYTES + blake3::OUT_LEN;

/// A session's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SessionId(pub u64);

/// A session that the shop believes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// Whose it is.
    pub member: MemberId,
    /// When they signed in.
    pub started_at: Moment,
}

impl Session {
    /// Whether its time is over, however often its token was renewed.
    pub fn is_over(self, now: Moment) -> bool {
        now >= self.started_at.plus(SESSION_LIFE)
    }

    /// Whether its owner has signed in lately.
    pub fn is_fresh(self, now: Moment) -> bool {
        now < self.started_at.plus(SESSION_FRESH)
    }
}

/// The key of the seal, shared by all servers of a shop.
#[derive(Clone)]
pub struct SessionKey([u8; blake3::KEY_LEN]);

impl SessionKey {
    /// Reads 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        blake3::Hash::from_hex(text.trim()).ok().map(|bytes| Self(*bytes.as_bytes()))
    }

    /// A key for something else that all servers of the shop seal. The context names it, for good.
    pub(crate) fn derive(&self, context: &'static str) -> [u8; blake3::KEY_LEN] {
        blake3::derive_key(context, &self.0)
    }
}

impl std::fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionKey(…)")
    }
}

/// What the browser keeps.
#[derive(Clone)]
pub struct Token {
    bytes: [u8; TOKEN_BYTES],
    /// From when it was sealed until it is nobody's.
    pub good_for: Duration,
}

impl Token {
    /// The text of the cookie: 107 characters that need no escape.
    pub fn to_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes)
    }
}

/// What a token's seal vouches for.
#[derive(Clone, Copy)]
pub(super) struct Sealed {
    pub(super) session: Session,
    /// When somebody was last known to be there: the start, or the last renewal.
    pub(super) seen_at: Moment,
    pub(super) secret: [u8; SECRET_BYTES],
}

impl Sealed {
    /// From then on it is nobody's, unless it is renewed before; and from the end of the session on
    /// whatever is done.
    pub(super) fn good_until(&self) -> Moment {
        self.seen_at.plus(SESSION_IDLE).min(self.session.started_at.plus(SESSION_LIFE))
    }

    pub(super) fn seal(&self, key: &SessionKey) -> Token {
        let mut bytes = [0; TOKEN_BYTES];
        bytes[..8].copy_from_slice(&self.session.id.0.to_be_bytes());
        bytes[8..16].copy_from_slice(&self.session.member.0.to_be_bytes());
        bytes[16..24].copy_from_slice(&self.session.started_at.ms().to_be_bytes());
        bytes[24..FACTS_BYTES].copy_from_slice(&self.seen_at.ms().to_be_bytes());
        bytes[FACTS_BYTES..SEALED_BYTES].copy_from_slice(&self.secret);
        let seal = blake3::keyed_hash(&key.0, &bytes[..SEALED_BYTES]);
        bytes[SEALED_BYTES..].copy_from_slice(seal.as_bytes());
        Token { bytes, good_for: self.good_until().until_from(self.seen_at) }
    }

    /// What a cookie's text says, if it bears the seal of one of these keys, and of which. Compares
    /// in constant time.
    pub(super) fn open<'a>(text: &str, keys: &'a [SessionKey]) -> Option<(Self, &'a SessionKey)> {
        let mut bytes = [0; TOKEN_BYTES];
        if URL_SAFE_NO_PAD.decode_slice(text, &mut bytes) != Ok(TOKEN_BYTES) {
            return None;
        }
        let (sealed, seal) = bytes.split_at(SEALED_BYTES);
        let seal = blake3::Hash::from_slice(seal).ok()?;
        let key = keys.iter().find(|key| blake3::keyed_hash(&key.0, sealed) == seal)?;
        let (facts, secret) = sealed.split_at(FACTS_BYTES);
        let (facts, _) = facts.as_chunks();
        let [id, member, started_at, seen_at] = *facts else { return None };
        let moment = |ms| Moment::from_ms(i64::from_be_bytes(ms));
        let session = Session {
            id: SessionId(u64::from_be_bytes(id)),
            member: MemberId(u64::from_be_bytes(member)),
            started_at: moment(started_at),
        };
        let secret = secret.try_into().ok()?;
        Some((Self { session, seen_at: moment(seen_at), secret }, key))
    }
}

const fn days(days: u32) -> Duration {
    Duration::from_secs(days as u64 * 24 * 60 * 60)
}

pub(super) fn hash_of(secret: &[u8; SECRET_BYTES]) -> [u8; blake3::OUT_LEN] {
    *blake3::hash(secret).as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(byte: u8) -> SessionKey {
        SessionKey([byte; 32])
    }

    fn sealed() -> Sealed {
        let started_at = Moment::from_ms(1_795_000_000_000);
        let session = Session { id: SessionId(7), member: MemberId(u64::MAX), started_at };
        Sealed { session, seen_at: started_at.plus(days(1)), secret: [9; 16] }
    }

    fn open(text: &str, byte: u8) -> Option<(Session, Moment, [u8; 16])> {
        let keys = [key(byte)];
        let (sealed, _) = Sealed::open(text, &keys)?;
        Some((sealed.session, sealed.seen_at, sealed.secret))
    }

    #[test]
    fn a_token_comes_back_as_what_was_sealed() {
        let text = sealed().seal(&key(1)).to_text();
        assert_eq!(text.len(), 107);
        assert_eq!(open(&text, 1), Some((sealed().session, sealed().seen_at, [9; 16])));
        assert_eq!(open(&text, 2), None, "another shop's key");
        assert_eq!(open(&text[..96], 1), None, "as long as tokens once were");
    }

    #[test]
    fn a_token_is_good_until_its_owner_stays_away_and_no_longer_than_the_session() {
        let started_at = sealed().session.started_at;
        for (seen_on, good_for) in [(0, 14), (1, 14), (16, 14), (17, 13), (29, 1), (30, 0)] {
            let sealed = Sealed { seen_at: started_at.plus(days(seen_on)), ..sealed() };
            assert_eq!(sealed.good_until(), sealed.seen_at.plus(days(good_for)), "{seen_on}");
            assert_eq!(sealed.seal(&key(1)).good_for, days(good_for), "{seen_on}");
        }
    }

    proptest! {
        #[test]
        fn a_token_with_any_bit_turned_is_nobodys(bit in 0..TOKEN_BYTES * 8) {
            let mut token = sealed().seal(&key(1));
            token.bytes[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(open(&token.to_text(), 1), None);
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,200}") {
            prop_assert_eq!(open(&text, 1), None);
        }
    }
}
