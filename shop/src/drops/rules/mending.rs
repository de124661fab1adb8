//! What a reconciler does about a gate.

use super::facts::Facts;
use crate::Moment;
use crate::drops::{LineView, Ticket};

/// What has to be done to a gate so that it says what MySQL says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mending {
    /// Nothing: it says the same, or knows something newer.
    Nothing,
    /// An owner's change that Redis has not heard of; or everything is issued and nobody said so,
    /// since an issuer died between commit and news.
    Tell,
    /// It is shut with coupons left, built upon an old number or before an owner added some: a new
    /// line takes its place.
    Replace,
}

/// Holds a gate against MySQL.
pub(crate) fn mending(facts: &Facts, gate: &LineView) -> Mending {
    if facts.are_shut_out_by(gate) {
        Mending::Replace
    } else if facts.are_on(gate) {
        Mending::Nothing
    } else {
        Mending::Tell
    }
}

/// The epoch of a line that is built now: another than that of the line it replaces.
pub(crate) fn new_epoch(now: Moment, instead_of: Option<i64>) -> i64 {
    now.ms().max(instead_of.map_or(0, |old| old + 1))
}

/// The place that a new line keeps for somebody with a coupon: one that is decided there, so that
/// they are not to wait again. Tickets of a line that Redis lost may be higher than its serving;
/// who came through the door had none.
pub(crate) fn kept_place(held: Option<Ticket>, serving: Ticket) -> Ticket {
    held.map_or(serving, |ticket| ticket.min(serving))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_line_is_another_one_even_if_a_clock_went_back() {
        assert_eq!(new_epoch(Moment::from_ms(500), None), 500);
        assert_eq!(new_epoch(Moment::from_ms(500), Some(400)), 500);
        assert_eq!(new_epoch(Moment::from_ms(500), Some(900)), 901);
    }

    #[test]
    fn a_coupon_keeps_a_place_that_is_decided() {
        assert_eq!(kept_place(Some(7), 40), 7);
        assert_eq!(kept_place(Some(60), 40), 40, "decided while the line was built");
        assert_eq!(kept_place(None, 40), 40, "came through the door");
    }
}
