//! What a rehearsal came to.

mod html;
mod text;
mod watched;

pub use text::{Lines, count};
pub use watched::Watched;

use crate::checker::{Findings, Kind};
use crate::course::Point;
use crate::figures::Figures;
use crate::machine::Machine;
use crate::options::{Options, PageLanguage};
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything there is to say.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was asked for.
    pub options: Options,
    /// The drop's number, for whoever wants to look.
    pub drop_id: u64,
    /// How it went.
    pub figures: Figures,
    /// The same, step by step.
    pub course: Vec<Point>,
    /// What those saw who looked on, if anybody did.
    pub watched: Option<Watched>,
    /// What is wrong.
    pub findings: Findings,
    /// Where it ran.
    pub machine: Machine,
}

#[derive(Serialize)]
struct Json<'a> {
    options: Asked,
    drop_id: u64,
    figures: &'a Figures,
    course: &'a [Point],
    watched: &'a Option<Watched>,
    findings: BTreeMap<Kind, u64>,
    examples: BTreeMap<Kind, &'a [String]>,
    machine: &'a Machine,
}

#[derive(Serialize)]
struct Asked {
    servers: Vec<String>,
    members: u32,
    quota: u32,
    rate_per_s: u32,
    repeat_percent: u32,
    connections: u32,
    watchers: u32,
    seed: u64,
    drop_rate_per_s: Option<u32>,
    timeout_s: u64,
}

impl Report {
    /// Whether every promise was kept.
    pub fn is_clean(&self) -> bool {
        self.findings.is_clean() && self.watched.as_ref().is_none_or(Watched::is_clean)
    }

    /// For whoever owns the shop: a page that needs nothing else.
    pub fn to_html(&self, language: PageLanguage) -> String {
        html::write(self, language)
    }

    /// For people, and for a README.
    pub fn to_text(&self) -> String {
        text::write(self)
    }

    /// For programs: one object and a line's end.
    pub fn to_json(&self) -> String {
        let examples = Kind::ALL.into_iter().map(|kind| (kind, self.findings.examples(kind)));
        let json = Json {
            options: Asked::from(&self.options),
            drop_id: self.drop_id,
            figures: &self.figures,
            course: &self.course,
            watched: &self.watched,
            findings: self.findings.counts(),
            examples: examples.filter(|(_, examples)| !examples.is_empty()).collect(),
            machine: &self.machine,
        };
        serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
    }
}

impl From<&Options> for Asked {
    fn from(options: &Options) -> Self {
        Self {
            servers: options.addresses.iter().map(|a| a.host().to_owned()).collect(),
            members: options.members,
            quota: options.quota,
            rate_per_s: options.rate,
            repeat_percent: options.repeat,
            connections: options.connections,
            watchers: options.watchers,
            seed: options.seed,
            drop_rate_per_s: options.drop_rate,
            timeout_s: options.timeout_s,
        }
    }
}
