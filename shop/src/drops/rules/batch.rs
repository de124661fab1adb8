//! Who of a batch gets a coupon.

use crate::drops::Ticket;
use crate::members::MemberId;
use std::collections::HashSet;

/// Somebody who wants a coupon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    /// `None` came through the door that is open while Redis is down.
    pub ticket: Option<Ticket>,
    pub member: MemberId,
}

/// Each member's first claim, in the batch's order. Somebody stands in a line twice when Redis lost
/// its newest writes and gave them another place; one statement for both would fail for ever.
pub(crate) fn first_of_each(claims: &[Claim]) -> Vec<Claim> {
    let mut seen = HashSet::with_capacity(claims.len());
    claims.iter().filter(|claim| seen.insert(claim.member)).copied().collect()
}

/// The highest ticket among claims; 0 if all of them came through the door.
pub(crate) fn highest_ticket(claims: &[Claim]) -> Ticket {
    claims.iter().filter_map(|claim| claim.ticket).max().unwrap_or(0)
}

/// Who gets one: in order, as long as there are any. `may_have_one` says who is a member and holds
/// none. In production one SQL statement does this; a test holds it against this.
#[cfg(test)]
pub(crate) fn winners(
    claims: &[Claim],
    free: u32,
    may_have_one: impl Fn(MemberId) -> bool,
) -> Vec<Claim> {
    let wanting = first_of_each(claims).into_iter().filter(|claim| may_have_one(claim.member));
    wanting.take(free as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(ticket: Ticket, member: u64) -> Claim {
        Claim { ticket: Some(ticket), member: MemberId(member) }
    }

    #[test]
    fn who_stands_twice_is_decided_once_and_by_the_earlier_place() {
        let batch = [claim(4, 7), claim(5, 8), claim(6, 7)];
        assert_eq!(first_of_each(&batch), [claim(4, 7), claim(5, 8)]);
        assert_eq!(highest_ticket(&batch), 6, "all of it is decided");
    }

    #[test]
    fn they_go_by_order_until_nothing_is_left() {
        let batch = [claim(4, 7), claim(5, 8), claim(6, 9), claim(7, 10)];
        let holds_one = MemberId(8);
        assert_eq!(winners(&batch, 2, |m| m != holds_one), [claim(4, 7), claim(6, 9)]);
        assert_eq!(winners(&batch, 0, |_| true), []);
    }
}
