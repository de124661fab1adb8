//! The server's side of a challenge: making it, and knowing it again.

use super::{Bits, Challenge, PROOF_GOOD_FOR, Proof};
use crate::Moment;
use crate::drops::DropId;
use crate::members::MemberId;
use crate::members::sessions::SessionKey;
use std::time::Duration;

/// A challenge is of a window of time, and believed in the ones beside it as well.
pub(super) const WINDOW: Duration = PROOF_GOOD_FOR;
/// So that this seal is worth nothing as any other, and no other as this one.
const CONTEXT: &str = "seonchak 2026-11 drops challenge";

/// The challenges of a shop that asks for work.
pub struct Challenges {
    bits: Bits,
    /// The first seals; all of them are believed, as those of the sessions are.
    keys: Vec<[u8; blake3::KEY_LEN]>,
}

impl Challenges {
    /// Challenges of so many bits, sealed by what belongs to the newest session key.
    pub fn new(bits: Bits, keys: &[SessionKey]) -> Self {
        Self { bits, keys: keys.iter().map(|key| key.derive(CONTEXT)).collect() }
    }

    /// The challenge of a member who wants a ticket of this drop; `None` if it has been met.
    pub fn unmet(
        &self,
        member: MemberId,
        drop: DropId,
        proof: Option<&str>,
        now: Moment,
    ) -> Option<Challenge> {
        let window = window_of(now);
        let is_met = proof.and_then(Proof::parse).is_some_and(|proof| {
            proof.has(self.bits) && self.believes(&proof.challenge, member, drop, window)
        });
        if is_met {
            return None;
        }
        let seal = seal(self.keys.first()?, member, drop, window);
        Some(Challenge { text: format!("{window}.{seal}"), bits: self.bits })
    }

    /// Whether a challenge is this member's for this drop, of this window or the ones beside it:
    /// one has just ended, the other may have begun on a server whose clock is ahead.
    fn believes(&self, text: &str, member: MemberId, drop: DropId, now: i64) -> bool {
        let read = || {
            let (window, seal) = text.split_once('.')?;
            Some((window.parse::<i64>().ok()?, blake3::Hash::from_hex(seal).ok()?))
        };
        // Hashes are compared in constant time.
        read().is_some_and(|(window, told)| {
            window.abs_diff(now) <= 1
                && self.keys.iter().any(|key| seal(key, member, drop, window) == told)
        })
    }
}

fn window_of(now: Moment) -> i64 {
    now.ms().div_euclid(WINDOW.as_millis() as i64)
}

fn seal(key: &[u8; blake3::KEY_LEN], member: MemberId, drop: DropId, window: i64) -> blake3::Hash {
    let mut sealed = [0; 24];
    sealed[..8].copy_from_slice(&member.0.to_be_bytes());
    sealed[8..16].copy_from_slice(&drop.0.to_be_bytes());
    sealed[16..].copy_from_slice(&window.to_be_bytes());
    blake3::keyed_hash(key, &sealed)
}
