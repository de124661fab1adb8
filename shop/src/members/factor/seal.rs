//! The keys, and how a secret is kept in a table.

use crate::members::MemberId;
use crate::members::sessions::SessionKey;
use crate::{Fault, Outcome, Shop};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

/// So that this key is worth nothing for anything else.
const SEAL_CONTEXT: &str = "seonchak 2026-11 second factor";

/// What the shop knows of second factors beside the rows.
pub struct Factors {
    /// Whether staff may do nothing without one.
    pub is_required: bool,
    /// The first seals; all of them open, as those of the sessions are believed.
    seals: Vec<[u8; blake3::KEY_LEN]>,
}

/// What was sealed, and whether the newest key did it.
pub(super) struct Opened {
    pub(super) bytes: Vec<u8>,
    pub(super) is_newest: bool,
}

impl Factors {
    /// Keys that belong to the session keys.
    pub fn new(keys: &[SessionKey], is_required: bool) -> Self {
        Self { is_required, seals: keys.iter().map(|key| key.derive(SEAL_CONTEXT)).collect() }
    }

    /// Seals bytes for one member's row: in another's it cannot be opened. The nonce is drawn: a
    /// key seals some hundreds of secrets in its life, and 96 bits do not meet among so few.
    pub(super) fn seal(
        &self,
        member: MemberId,
        bytes: &[u8],
        nonce: [u8; NONCE_LEN],
    ) -> Outcome<Vec<u8>> {
        let key = self.seals.first().ok_or_else(|| broken("no key"))?;
        let mut sealed = bytes.to_vec();
        let unique = Nonce::assume_unique_for_key(nonce);
        cipher(key)?
            .seal_in_place_append_tag(unique, aad(member), &mut sealed)
            .map_err(|_| broken("cannot be sealed"))?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// What was sealed for this member.
    pub(super) fn open(&self, member: MemberId, sealed: &[u8]) -> Outcome<Opened> {
        let (nonce, sealed) =
            sealed.split_first_chunk::<NONCE_LEN>().ok_or_else(|| broken("is cut off"))?;
        for (i, key) in self.seals.iter().enumerate() {
            let mut bytes = sealed.to_vec();
            let nonce = Nonce::assume_unique_for_key(*nonce);
            if let Ok(opened) = cipher(key)?.open_in_place(nonce, aad(member), &mut bytes) {
                return Ok(Opened { bytes: opened.to_vec(), is_newest: i == 0 });
            }
        }
        Err(broken("was sealed by none of the session keys"))
    }
}

/// Seals every secret by the newest key that is still sealed by an older one. A server does it when
/// it starts: a key that no longer seals can be taken out of the setting after that.
///
/// # Errors
/// MySQL is down. A secret that no key opens is said in the log, and left as it is.
pub async fn reseal_all(shop: &Shop) -> Outcome<()> {
    let rows =
        sqlx::query!("select member_id, sealed from member_factors").fetch_all(&shop.mysql).await?;
    for row in rows {
        let member = MemberId(row.member_id);
        match shop.factors.open(member, &row.sealed) {
            Ok(opened) if opened.is_newest => {}
            Ok(opened) => {
                let sealed = shop.factors.seal(member, &opened.bytes, shop.random())?;
                // Another server may do the same, or the member remove it.
                sqlx::query!(
                    "update member_factors set sealed = ? where member_id = ? and sealed = ?",
                    sealed,
                    member.0,
                    row.sealed,
                )
                .execute(&shop.mysql)
                .await?;
            }
            Err(fault) => fault.log(),
        }
    }
    Ok(())
}

fn cipher(key: &[u8; blake3::KEY_LEN]) -> Outcome<LessSafeKey> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, key).map_err(|_| broken("no key"))?;
    Ok(LessSafeKey::new(key))
}

fn aad(member: MemberId) -> Aad<[u8; 8]> {
    Aad::from(member.0.to_be_bytes())
}

fn broken(why: &str) -> Fault {
    Fault::Broken(format!("a second factor {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMBER: MemberId = MemberId(7);

    fn factors(digits: &[&str]) -> Factors {
        let key = |digit: &&str| SessionKey::parse(&digit.repeat(64)).expect("a key");
        Factors::new(&digits.iter().map(key).collect::<Vec<_>>(), false)
    }

    fn open(by: &Factors, sealed: &[u8]) -> Option<(Vec<u8>, bool)> {
        by.open(MEMBER, sealed).ok().map(|opened| (opened.bytes, opened.is_newest))
    }

    #[test]
    fn what_is_sealed_opens_by_any_key_that_is_still_there() {
        let sealed = factors(&["1"]).seal(MEMBER, b"secret", [9; 12]).expect("a seal");
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        let secret = b"secret".to_vec();
        assert_eq!(open(&factors(&["1"]), &sealed), Some((secret.clone(), true)));
        assert_eq!(open(&factors(&["2", "1"]), &sealed), Some((secret, false)));
        assert_eq!(open(&factors(&["2"]), &sealed), None);
    }

    #[test]
    fn in_anothers_row_or_with_a_bit_turned_it_is_nothing() {
        let factors = factors(&["1"]);
        let sealed = factors.seal(MEMBER, b"secret", [9; 12]).expect("a seal");
        assert!(factors.open(MemberId(8), &sealed).is_err());
        for bit in 0..sealed.len() * 8 {
            let mut turned = sealed.clone();
            turned[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(open(&factors, &turned), None, "bit {bit}");
        }
        assert_eq!(open(&factors, &sealed[..11]), None);
    }
}
