//! What members were told, held against what they have.

use super::{Evidence, Findings, Kind};
use crate::told::{Answer, Told};
use shop::Moment;
use shop::members::MemberId;
use std::collections::HashSet;

pub(super) fn check(evidence: &Evidence<'_>, findings: &mut Findings) {
    successes(evidence, findings);
    sold_outs(evidence, findings);
    never_told(evidence, findings);
}

/// Counted twice on purpose: by members, who lost something, and by answers, which were false.
fn successes(evidence: &Evidence<'_>, findings: &mut Findings) {
    let coupons = &evidence.ledger.coupons;
    let codes: HashSet<&str> = coupons.iter().map(|coupon| coupon.code.as_str()).collect();
    let held: HashSet<(MemberId, &str)> =
        coupons.iter().map(|coupon| (coupon.member, coupon.code.as_str())).collect();
    let mut losers = HashSet::new();
    for Told { member, answer, .. } in evidence.told {
        let Answer::Issued(code) = answer else { continue };
        if held.contains(&(*member, code)) {
            continue;
        }
        let who = || format!("member {} was told {code}", member.0);
        findings.note(
            if codes.contains(code.as_str()) {
                Kind::FalseSuccessOfAnother
            } else {
                Kind::FalseSuccessNeverIssued
            },
            who,
        );
        if losers.insert(*member) {
            findings.note(Kind::Lost, who);
        }
    }
}

/// "Sold out" must be true when it is said, and stays true. A coupon's time is read before its
/// commit and the answer's after it came in, so a true answer is never found.
fn sold_outs(evidence: &Evidence<'_>, findings: &mut Findings) {
    let ledger = evidence.ledger;
    let mut times: Vec<Moment> = ledger.coupons.iter().map(|coupon| coupon.issued_at).collect();
    times.sort_unstable();
    for Told { member, at, answer } in evidence.told {
        if *answer != Answer::SoldOut {
            continue;
        }
        if evidence.holders.contains(member) {
            findings.note(Kind::SoldOutToHolder, || format!("member {}", member.0));
        }
        let issued = times.partition_point(|issued_at| issued_at <= at);
        if issued < ledger.quota as usize {
            findings.note(Kind::SoldOutTooEarly, || {
                format!("member {}, with {issued} of {} issued", member.0, ledger.quota)
            });
        }
    }
}

fn never_told(evidence: &Evidence<'_>, findings: &mut Findings) {
    let knowing: HashSet<MemberId> = evidence
        .told
        .iter()
        .filter(|told| told.answer.is_decision())
        .map(|told| told.member)
        .collect();
    for member in evidence.clicked.difference(&knowing) {
        findings.note(Kind::NeverTold, || {
            let last = evidence.told.iter().rev().find(|told| told.member == *member);
            let last = last.map_or_else(String::new, |told| told.answer.name());
            format!("member {}, last \"{last}\"", member.0)
        });
    }
}
