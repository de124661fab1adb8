//! What a run of faults came to.

use super::{Broken, Plan, Rush, Target};
use crate::checker::{Findings, Kind};
use crate::latency::Latency;
use crate::machine::Machine;
use crate::report::{Lines, count};
use crate::told::Answer;
use serde::Serialize;
use std::collections::BTreeMap;
use std::time::Duration;

/// Exactly the quota within this long of the last restart: that is promised.
const BACK_WITHIN: Duration = Duration::from_secs(10);
/// Of no finding in N trials follows, at 95 %: fewer than so many in N.
const RULE_OF_THREE: f64 = 3.0;
const PERCENT: f64 = 100.0;

/// Everything there is to say.
#[derive(Debug)]
pub struct Report {
    /// What was asked for.
    pub plan: Plan,
    /// What happened.
    pub tally: Tally,
    /// Where it ran.
    pub machine: Machine,
}

/// What happened in all drops.
#[derive(Debug, Default)]
pub struct Tally {
    /// Drops.
    pub drops: u64,
    /// Drops whose quota was reached too late after the last restart.
    pub late: u64,
    /// Faults that met nobody.
    pub missed: u64,
    /// Clicks, and questions after them.
    pub asked: u64,
    /// Of them, those that no answer came to.
    pub unknown: u64,
    /// Coupons in MySQL.
    pub issued: u64,
    /// What is wrong, in all drops together.
    pub findings: Findings,
    back_after: BTreeMap<&'static str, Vec<Duration>>,
    quota_after: Vec<Duration>,
}

#[derive(Serialize)]
struct Json<'a> {
    seed: u64,
    drops: u64,
    hits: BTreeMap<&'a str, usize>,
    missed: u64,
    back_after: BTreeMap<&'a str, Option<Latency>>,
    quota_after: Option<Latency>,
    late: u64,
    asked: u64,
    unknown: u64,
    issued: u64,
    findings: BTreeMap<Kind, u64>,
    machine: &'a Machine,
}

impl Tally {
    /// Faults that hit.
    pub fn hits(&self) -> u64 {
        self.back_after.values().map(|times| times.len() as u64).sum()
    }

    /// Faults of a kind that hit.
    pub fn hits_of(&self, target: Target) -> usize {
        self.back_after.get(name_of(target)).map_or(0, Vec::len)
    }

    /// One more drop, and what was broken meanwhile.
    pub fn add(&mut self, rush: &Rush, broken: &[Broken]) {
        self.drops += 1;
        self.asked += rush.told.len() as u64;
        let is_unknown = |answer: &Answer| *answer == Answer::Unknown;
        self.unknown += rush.told.iter().filter(|told| is_unknown(&told.answer)).count() as u64;
        self.issued += rush.ledger.coupons.len() as u64;
        self.findings.merge(&rush.findings);
        for one in broken {
            if rush.undecided_at(one.at) == 0 {
                self.missed += 1;
            } else {
                self.back_after.entry(name_of(one.target)).or_default().push(one.back_after);
            }
        }
        if let Some((last, coupon)) = broken.last().zip(rush.last_coupon_at()) {
            let after = coupon.until_from(last.started_at);
            self.late += u64::from(after > BACK_WITHIN);
            self.quota_after.push(after);
        }
    }
}

fn name_of(target: Target) -> &'static str {
    match target {
        Target::Server(_) => "a server",
        Target::Issuer => "the issuer",
        Target::Redis => "Redis",
        Target::MySql => "MySQL",
    }
}

impl Report {
    /// Whether every promise was kept, in time.
    pub fn is_clean(&self) -> bool {
        self.tally.findings.is_clean() && self.tally.late == 0
    }

    /// For people, and for a README.
    pub fn to_text(&self) -> String {
        let tally = &self.tally;
        let what = if self.plan.pauses { "pauses" } else { "kills" };
        let mut lines = Lines::default();
        lines.title(&format!("{} {what} that hit, seed {}", count(tally.hits()), self.plan.seed));
        lines.row("drops", count(tally.drops));
        for (name, times) in &tally.back_after {
            lines.row(&format!("{what} of {name}"), count(times.len() as u64));
            lines.latency("  until it answered again", Latency::of(times.iter().copied()));
        }
        lines.row("met nobody, and do not count", count(tally.missed));
        lines.row("questions, and those unanswered", pair(tally.asked, tally.unknown));
        lines.row("coupons", count(tally.issued));
        lines.latency("quota after the last restart", self.quota_after());
        lines.title(if self.is_clean() { "Promises: all kept" } else { "Promises: BROKEN" });
        for kind in Kind::ALL {
            lines.row(kind.name(), count(tally.findings.count(kind)));
            for example in tally.findings.examples(kind) {
                lines.row("", format_args!("e.g. {example}"));
            }
        }
        lines.row(&format!("quota later than {} s", BACK_WITHIN.as_secs()), count(tally.late));
        if self.is_clean() {
            let most = RULE_OF_THREE * PERCENT / tally.hits() as f64;
            lines.row("so at 95 % it breaks in less than", format!("{most:.2} % of {what}"));
        }
        lines.machine(&self.machine);
        lines.0
    }

    /// For programs: one object and a line's end.
    pub fn to_json(&self) -> String {
        let tally = &self.tally;
        let times = tally.back_after.iter();
        let json = Json {
            seed: self.plan.seed,
            drops: tally.drops,
            hits: times.clone().map(|(name, times)| (*name, times.len())).collect(),
            missed: tally.missed,
            back_after: times
                .map(|(name, times)| (*name, Latency::of(times.iter().copied())))
                .collect(),
            quota_after: self.quota_after(),
            late: tally.late,
            asked: tally.asked,
            unknown: tally.unknown,
            issued: tally.issued,
            findings: tally.findings.counts(),
            machine: &self.machine,
        };
        serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
    }

    fn quota_after(&self) -> Option<Latency> {
        Latency::of(self.tally.quota_after.iter().copied())
    }
}

fn pair(all: u64, some: u64) -> String {
    format!("{}, {}", count(all), count(some))
}
