//! The token in the cookie, and its seal.

use crate::Moment;
use crate::members::MemberId;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::time::Duration;

/// A session ends by itself after this long.
pub const SESSION_DAYS_MAX: u32 = 30;
pub(super) const SESSION_LIFE: Duration =
    Duration::from_secs(SESSION_DAYS_MAX as u64 * 24 * 60 * 60);

/// 128 bits: OWASP ASVS 5.0, 7.2.3.
const SECRET_BYTES: usize = 16;
const SEAL_BYTES: usize = blake3::OUT_LEN;
/// Session, member, start: eight bytes each.
const FACTS_BYTES: usize = 24;
const TOKEN_BYTES: usize = FACTS_BYTES + SECRET_BYTES + SEAL_BYTES;

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
pub struct Token([u8; TOKEN_BYTES]);

impl Token {
    /// The text of the cookie: 96 characters that need no escape.
    pub fn to_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; TOKEN_BYTES];
        match URL_SAFE_NO_PAD.decode_slice(text, &mut bytes) {
            Ok(TOKEN_BYTES) => Some(Self(bytes)),
            _ => None,
        }
    }

    pub(super) fn seal(key: &SessionKey, session: Session, secret: [u8; SECRET_BYTES]) -> Self {
        let mut bytes = [0; TOKEN_BYTES];
        bytes[..8].copy_from_slice(&session.id.0.to_be_bytes());
        bytes[8..16].copy_from_slice(&session.member.0.to_be_bytes());
        bytes[16..FACTS_BYTES].copy_from_slice(&session.started_at.ms().to_be_bytes());
        bytes[FACTS_BYTES..TOKEN_BYTES - SEAL_BYTES].copy_from_slice(&secret);
        let seal = blake3::keyed_hash(&key.0, &bytes[..TOKEN_BYTES - SEAL_BYTES]);
        bytes[TOKEN_BYTES - SEAL_BYTES..].copy_from_slice(seal.as_bytes());
        Self(bytes)
    }

    /// The session, if the seal is this key's. Compares in constant time.
    pub(super) fn open(&self, key: &SessionKey) -> Option<Session> {
        let (sealed, seal) = self.0.split_at(TOKEN_BYTES - SEAL_BYTES);
        let seal = blake3::Hash::from_slice(seal).ok()?;
        if blake3::keyed_hash(&key.0, sealed) != seal {
            return None;
        }
        let eight = |at: usize| sealed[at..at + 8].try_into().map(u64::from_be_bytes).ok();
        let started_ms = sealed[16..FACTS_BYTES].try_into().map(i64::from_be_bytes).ok()?;
        Some(Session {
            id: SessionId(eight(0)?),
            member: MemberId(eight(8)?),
            started_at: Moment::from_ms(started_ms),
        })
    }
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

    fn session() -> Session {
        let started_at = Moment::from_ms(1_795_000_000_000);
        Session { id: SessionId(7), member: MemberId(u64::MAX), started_at }
    }

    #[test]
    fn a_token_comes_back_as_its_session() {
        let text = Token::seal(&key(1), session(), [9; 16]).to_text();
        let token = Token::parse(&text).expect("a token");
        assert_eq!(token.open(&key(1)), Some(session()));
        assert_eq!(token.open(&key(2)), None, "another shop's key");
    }

    proptest! {
        #[test]
        fn a_token_with_any_bit_turned_is_nobodys(bit in 0..TOKEN_BYTES * 8) {
            let mut token = Token::seal(&key(1), session(), [9; 16]);
            token.0[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(token.open(&key(1)), None);
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,200}") {
            prop_assert!(Token::parse(&text).is_none_or(|token| token.open(&key(1)).is_none()));
        }
    }
}
