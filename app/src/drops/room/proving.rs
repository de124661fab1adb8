//! The proof of work that a shop may ask for before it gives a ticket.

use super::Room;
use super::plan::Step;
use shop::Moment;
use shop::drops::Place;
use shop::drops::challenge::{Challenge, PROOF_GOOD_FOR, Proof};

/// What a room knows of its proofs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Proving {
    /// When the search for the last proof began.
    began_at: Moment,
    /// What it found.
    proof: Option<Proof>,
    /// The server asked again in spite of a proof.
    pub(super) is_in_vain: bool,
}

impl Room {
    /// The challenge to be solved; `None` once that is of no use any more.
    pub fn challenge(&self) -> Option<&Challenge> {
        match &self.place {
            Some(Place::Challenge(challenge)) => Some(challenge),
            _ => None,
        }
    }

    /// The proof to join with. It serves again as long as it is good: after a refusal, for a line
    /// that was rebuilt, at the end of a stop.
    pub fn proof(&self, now: Moment) -> Option<&Proof> {
        let is_good = now < self.proving.began_at.plus(PROOF_GOOD_FOR);
        self.proving.proof.as_ref().filter(|_| is_good)
    }

    pub(super) fn begin_proving(&mut self, now: Moment) {
        self.proving.began_at = now;
    }

    /// A proof of a challenge that nobody waits for any more is kept for another time.
    pub(super) fn take_proof(&mut self, proof: Proof) {
        self.asking = self.asking.filter(|step| *step != Step::Prove);
        self.proving.proof = Some(proof);
    }

    /// Another place, or another challenge: what was being solved is of no use.
    pub(super) fn end_proving(&mut self, place: &Place) {
        self.asking = self.asking.filter(|step| *step != Step::Prove);
        self.proving.is_in_vain = false;
        if let Place::Challenge(_) = place {
            self.proving.is_in_vain = self.challenge().is_some();
            self.proving.proof = None;
        }
    }
}
