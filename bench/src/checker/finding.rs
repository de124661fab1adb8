//! What can be wrong.

use serde::Serialize;
use std::collections::BTreeMap;

/// Shown of each kind, to begin looking somewhere.
const EXAMPLES_MAX: usize = 3;

/// The promises, by how they break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Coupons beyond the quota.
    OverQuota,
    /// Coupons beyond the first that one member holds.
    TwiceToOne,
    /// Members who were shown a coupon that MySQL does not have as theirs.
    Lost,
    /// Answers "issued" whose code no coupon has.
    FalseSuccessNeverIssued,
    /// Answers "issued" whose code is somebody else's coupon.
    FalseSuccessOfAnother,
    /// Answers "sold out" to somebody who holds a coupon.
    SoldOutToHolder,
    /// Answers "sold out" while fewer coupons than the quota were issued.
    SoldOutTooEarly,
    /// Coupons that nobody got although enough members wanted one.
    BelowQuota,
    /// Members who wanted one and were told no decision until the end.
    NeverTold,
    /// Coupons issued after one with a higher ticket.
    OutOfOrder,
    /// Members without a coupon, although one with a higher ticket got one.
    PassedOver,
    /// Members with two tickets in one line, and tickets with two members.
    TicketNotUnique,
    /// Coupons of members who never clicked.
    ToAStranger,
    /// By how much the drop's own count of coupons differs from their number.
    Miscounted,
}

impl Kind {
    /// All of them, as the report lists them.
    pub const ALL: [Self; 14] = [
        Self::OverQuota,
        Self::TwiceToOne,
        Self::Lost,
        Self::FalseSuccessNeverIssued,
        Self::FalseSuccessOfAnother,
        Self::SoldOutToHolder,
        Self::SoldOutTooEarly,
        Self::BelowQuota,
        Self::NeverTold,
        Self::OutOfOrder,
        Self::PassedOver,
        Self::TicketNotUnique,
        Self::ToAStranger,
        Self::Miscounted,
    ];

    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::OverQuota => "coupons over the quota",
            Self::TwiceToOne => "coupons beyond one a member",
            Self::Lost => "coupons shown and lost",
            Self::FalseSuccessNeverIssued => "false successes, never issued",
            Self::FalseSuccessOfAnother => "false successes, another's coupon",
            Self::SoldOutToHolder => "\"sold out\" to a holder",
            Self::SoldOutTooEarly => "\"sold out\" with coupons left",
            Self::BelowQuota => "coupons left although wanted",
            Self::NeverTold => "members never told",
            Self::OutOfOrder => "coupons out of ticket order",
            Self::PassedOver => "members passed over",
            Self::TicketNotUnique => "tickets not one to one",
            Self::ToAStranger => "coupons nobody clicked for",
            Self::Miscounted => "coupons miscounted",
        }
    }
}

/// What is wrong, and how often.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(BTreeMap<Kind, Finding>);

/// One kind of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Finding {
    count: u64,
    examples: Vec<String>,
}

impl Findings {
    /// Notes one. The example is only made where it is kept.
    pub fn note(&mut self, kind: Kind, example: impl FnOnce() -> String) {
        self.note_many(kind, 1, example);
    }

    /// Notes as many at once; none is no finding.
    pub fn note_many(&mut self, kind: Kind, count: u64, example: impl FnOnce() -> String) {
        if count == 0 {
            return;
        }
        let finding = self.0.entry(kind).or_default();
        finding.count += count;
        if finding.examples.len() < EXAMPLES_MAX {
            finding.examples.push(example());
        }
    }

    /// Takes in what was found elsewhere.
    pub fn merge(&mut self, others: &Self) {
        for (kind, other) in &others.0 {
            let finding = self.0.entry(*kind).or_default();
            finding.count += other.count;
            let room = EXAMPLES_MAX - finding.examples.len();
            finding.examples.extend(other.examples.iter().take(room).cloned());
        }
    }

    /// How many of a kind there are.
    pub fn count(&self, kind: Kind) -> u64 {
        self.0.get(&kind).map_or(0, |finding| finding.count)
    }

    /// Some of a kind.
    pub fn examples(&self, kind: Kind) -> &[String] {
        self.0.get(&kind).map_or(&[], |finding| &finding.examples)
    }

    /// Whether every promise was kept.
    pub fn is_clean(&self) -> bool {
        self.0.is_empty()
    }

    /// Every kind with its count, zeros as well: a report shows what was looked for.
    pub fn counts(&self) -> BTreeMap<Kind, u64> {
        Kind::ALL.into_iter().map(|kind| (kind, self.count(kind))).collect()
    }
}
