//! What MySQL alone can tell: how many, and whose.

use super::{Evidence, Findings, Kind};
use std::collections::HashSet;

pub(super) fn check(evidence: &Evidence<'_>, findings: &mut Findings) {
    let ledger = evidence.ledger;
    let issued = ledger.coupons.len() as u64;
    let quota = u64::from(ledger.quota);
    let counted = u64::from(ledger.counted);
    let how_many = || format!("{issued} of {quota} issued, the drop counts {counted}");
    findings.note_many(Kind::OverQuota, issued.saturating_sub(quota), how_many);
    let wanted = quota.min(evidence.clicked.len() as u64);
    findings.note_many(Kind::BelowQuota, wanted.saturating_sub(issued), how_many);
    findings.note_many(Kind::Miscounted, issued.abs_diff(counted), how_many);

    let mut seen = HashSet::new();
    for coupon in &ledger.coupons {
        let who = || format!("member {}, code {}", coupon.member.0, coupon.code);
        if !seen.insert(coupon.member) {
            findings.note(Kind::TwiceToOne, who);
        }
        if !evidence.clicked.contains(&coupon.member) {
            findings.note(Kind::ToAStranger, who);
        }
    }
}
