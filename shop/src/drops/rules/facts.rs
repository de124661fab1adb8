//! What MySQL says of a drop, as far as its line is concerned.

use crate::Moment;
use crate::drops::{Drop, LineState, LineView};

/// The facts of a drop's row that stand on its gate as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Facts {
    /// Of two tellings the higher one is newer.
    pub version: u32,
    pub quota: u32,
    pub issued: u32,
    pub is_paused: bool,
    pub opens_at: Moment,
    pub closes_at: Moment,
}

/// Why nothing is issued although coupons are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeptBack {
    NotOpen,
    Paused,
    Closed,
}

impl From<&Drop> for Facts {
    fn from(drop: &Drop) -> Self {
        Self {
            version: drop.version,
            quota: drop.quota,
            issued: drop.issued,
            is_paused: drop.paused_at.is_some(),
            opens_at: drop.opens_at,
            closes_at: drop.closes_at,
        }
    }
}

impl Facts {
    /// How many coupons nobody has yet.
    pub fn remaining(&self) -> u32 {
        self.quota.saturating_sub(self.issued)
    }

    /// Why nobody gets a coupon at a moment, if that is so. Who has a ticket came in time, and is
    /// served after the closing as well.
    pub fn keep_back(&self, now: Moment, has_ticket: bool) -> Option<KeptBack> {
        if now < self.opens_at {
            Some(KeptBack::NotOpen)
        } else if self.is_paused {
            Some(KeptBack::Paused)
        } else if !has_ticket && now >= self.closes_at {
            Some(KeptBack::Closed)
        } else {
            None
        }
    }

    /// Whether a gate says the same, or follows something newer already.
    pub fn are_on(&self, gate: &LineView) -> bool {
        if gate.version > self.version {
            return true;
        }
        let is_paused = match gate.state {
            LineState::Open => Some(false),
            LineState::Paused => Some(true),
            LineState::SoldOut => None,
        };
        gate.version == self.version
            && gate.quota == self.quota
            && gate.remaining <= self.remaining()
            && (gate.opens_at, gate.closes_at) == (self.opens_at, self.closes_at)
            && (self.remaining() > 0 || gate.state == LineState::SoldOut)
            && is_paused.is_none_or(|is_paused| is_paused == self.is_paused)
    }

    /// Whether a gate is shut although coupons are left.
    pub fn are_shut_out_by(&self, gate: &LineView) -> bool {
        gate.state == LineState::SoldOut && self.remaining() > 0 && gate.version <= self.version
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drops::DropId;

    const NOW: Moment = Moment::from_ms(5_000);

    fn facts() -> Facts {
        Facts {
            version: 3,
            quota: 100,
            issued: 40,
            is_paused: false,
            opens_at: Moment::from_ms(1_000),
            closes_at: Moment::from_ms(9_000),
        }
    }

    fn gate() -> LineView {
        LineView {
            drop_id: DropId(1),
            epoch: 1,
            version: 3,
            state: LineState::Open,
            serving: 40,
            last: 90,
            remaining: 60,
            quota: 100,
            opens_at: Moment::from_ms(1_000),
            closes_at: Moment::from_ms(9_000),
        }
    }

    #[test]
    fn a_ticket_is_served_after_the_closing_and_nobody_else() {
        let late = Moment::from_ms(9_000);
        assert_eq!(facts().keep_back(late, true), None);
        assert_eq!(facts().keep_back(late, false), Some(KeptBack::Closed));
        assert_eq!(facts().keep_back(NOW, false), None);
    }

    #[test]
    fn nobody_is_served_before_the_opening_or_in_a_pause() {
        let paused = Facts { is_paused: true, ..facts() };
        for has_ticket in [true, false] {
            let early = Moment::from_ms(999);
            assert_eq!(facts().keep_back(early, has_ticket), Some(KeptBack::NotOpen));
            assert_eq!(paused.keep_back(NOW, has_ticket), Some(KeptBack::Paused));
        }
    }

    #[test]
    fn whatever_differs_on_the_gate_is_seen() {
        assert!(facts().are_on(&gate()));
        let wrong = [
            LineView { version: 2, ..gate() },
            LineView { quota: 99, ..gate() },
            LineView { remaining: 61, ..gate() },
            LineView { state: LineState::Paused, ..gate() },
            LineView { closes_at: NOW, ..gate() },
            LineView { opens_at: NOW, ..gate() },
        ];
        for gate in wrong {
            assert!(!facts().are_on(&gate), "{gate:?}");
        }
        let all_gone = Facts { issued: 100, ..facts() };
        assert!(!all_gone.are_on(&LineView { remaining: 0, ..gate() }), "and nobody said so");
    }

    #[test]
    fn a_gate_that_knows_more_is_left_alone() {
        let newer = LineView { version: 4, state: LineState::Paused, ..gate() };
        assert!(facts().are_on(&newer));
        // It has heard of coupons that were issued after the row was read.
        assert!(facts().are_on(&LineView { remaining: 10, ..gate() }));
        let shut = LineView { state: LineState::SoldOut, remaining: 0, ..gate() };
        assert!(facts().are_shut_out_by(&shut));
        assert!(!facts().are_shut_out_by(&LineView { version: 4, ..shut }));
    }
}
