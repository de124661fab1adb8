//! A proof of work before the line, where the shop asks for one: a browser looks for a number that
//! makes a hash begin with so many zero bits, and only then gets a ticket. One click costs a reader
//! a moment; a machine that clicks for thousands pays it thousands of times.
//!
//! Nothing is stored: the challenge is sealed ([`Challenges`]), so that any server knows it again.
//! The same member may use a proof twice, and has one ticket all the same.

#[cfg(feature = "ssr")]
mod seal;
#[cfg(test)]
mod tests;

#[cfg(feature = "ssr")]
pub use seal::Challenges;

use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// Sixteen million hashes on average: more would keep an old telephone busy past the end of its
/// challenge.
const BITS_MAX: u8 = 24;
const NONCE_BYTES: usize = size_of::<u64>();
/// A proof is believed for so long from its challenge on, and twice as long at most: the slowest
/// telephone is done by then, and whoever works ahead cannot do so for long.
pub const PROOF_GOOD_FOR: Duration = Duration::from_secs(5 * 60);
/// The longest proof: a window's number, a seal, and a nonce, with a dot between each.
pub const PROOF_TEXT_BYTES_MAX: usize = 20 + 1 + 2 * blake3::OUT_LEN + 1 + 20;

/// How many zero bits the hash of a proof must begin with: each more doubles the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Bits(u8);

/// What a browser is to solve before it gets a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// For one member and one drop, for some minutes: its window and its seal.
    #[serde(rename = "challenge")]
    pub text: String,
    /// How hard it is.
    pub bits: Bits,
}

/// The text of a challenge, and the number that solves it. It may be anything until it is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    challenge: String,
    nonce: u64,
}

/// The search for a proof, some tries at a time.
pub struct Search {
    challenge: Challenge,
    /// The challenge's text, and behind it the next number to be tried.
    hashed: Vec<u8>,
    next: u64,
}

impl Bits {
    /// From 1 to 24; `None` for any other number.
    pub fn new(bits: u8) -> Option<Self> {
        (1..=BITS_MAX).contains(&bits).then_some(Self(bits))
    }
}

impl TryFrom<u8> for Bits {
    type Error = String;

    fn try_from(bits: u8) -> Result<Self, String> {
        Self::new(bits).ok_or_else(|| format!("{bits} is not between 1 and {BITS_MAX}"))
    }
}

impl From<Bits> for u8 {
    fn from(bits: Bits) -> Self {
        bits.0
    }
}

impl Proof {
    /// Reads what [`Display`](fmt::Display) writes; `None` if it cannot be a proof.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > PROOF_TEXT_BYTES_MAX {
            return None;
        }
        let (challenge, nonce) = text.rsplit_once('.')?;
        Some(Self { challenge: challenge.to_owned(), nonce: nonce.parse().ok()? })
    }

    /// Whether the work was done. Whose challenge it solves is another question.
    pub fn has(&self, bits: Bits) -> bool {
        let mut hashed = self.challenge.clone().into_bytes();
        hashed.extend(self.nonce.to_be_bytes());
        zero_bits(&hashed) >= u32::from(bits.0)
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.challenge, self.nonce)
    }
}

impl Search {
    /// Begins to look for the proof of a challenge.
    pub fn new(challenge: Challenge) -> Self {
        let mut hashed = challenge.text.clone().into_bytes();
        hashed.extend([0; NONCE_BYTES]);
        Self { challenge, hashed, next: 0 }
    }

    /// Tries so many numbers more; the proof if one of them is it.
    pub fn go_on(&mut self, tries: u32) -> Option<Proof> {
        let nonce_at = self.hashed.len() - NONCE_BYTES;
        for _ in 0..tries {
            let nonce = self.next;
            self.next = self.next.wrapping_add(1);
            self.hashed[nonce_at..].copy_from_slice(&nonce.to_be_bytes());
            if zero_bits(&self.hashed) >= u32::from(self.challenge.bits.0) {
                return Some(Proof { challenge: self.challenge.text.clone(), nonce });
            }
        }
        None
    }
}

/// With how many zero bits the hash begins, as far as anybody asks: 64 at most.
fn zero_bits(hashed: &[u8]) -> u32 {
    let hash = blake3::hash(hashed);
    hash.as_bytes().first_chunk().map_or(0, |first| u64::from_be_bytes(*first).leading_zeros())
}
