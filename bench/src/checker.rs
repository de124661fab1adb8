//! The checker: holds what members were told against what MySQL has, and names every promise
//! that was broken. Pure, and itself tested with planted errors.

mod answers;
mod coupons;
mod finding;
mod order;

#[cfg(test)]
mod tests;

pub use finding::{Findings, Kind};

use crate::ledger::Ledger;
use crate::told::Told;
use shop::members::MemberId;
use std::collections::HashSet;

/// Everything that is known after a rehearsal.
struct Evidence<'a> {
    ledger: &'a Ledger,
    told: &'a [Told],
    /// Everybody who clicked, whatever they were told.
    clicked: HashSet<MemberId>,
    /// Everybody with a coupon.
    holders: HashSet<MemberId>,
}

/// Finds what is wrong. A click without an answer counts as a click, not as an answer: what is
/// unknown was asked again until it was known, or is found as never told.
pub fn check(ledger: &Ledger, told: &[Told]) -> Findings {
    let evidence = Evidence {
        ledger,
        told,
        clicked: told.iter().map(|told| told.member).collect(),
        holders: ledger.coupons.iter().map(|coupon| coupon.member).collect(),
    };
    let mut findings = Findings::default();
    coupons::check(&evidence, &mut findings);
    answers::check(&evidence, &mut findings);
    order::check(&evidence, &mut findings);
    findings
}
