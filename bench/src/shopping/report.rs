//! What a day of shopping came to.

use super::journey::{Journeys, Step};
use super::race::Race;
use super::rates::Thing;
use crate::latency::Latency;
use crate::machine::Machine;
use crate::options::Shopping;
use crate::report::{Lines, count};
use serde::Serialize;

/// The large catalogue may cost this many times the small one, on every step.
const RATIO_MAX: f64 = 1.5;

/// Everything there is to say.
#[derive(Clone, Debug)]
pub struct Report {
    pub(super) days: Vec<Day>,
    pub(super) race: Race,
    pub(super) machine: Machine,
    pub(super) asked: Shopping,
}

/// One catalogue's.
#[derive(Clone, Debug)]
pub(super) struct Day {
    pub products: usize,
    pub journeys: Journeys,
    pub rates: Vec<(Thing, f64)>,
}

#[derive(Serialize)]
struct Json<'a> {
    days: Vec<DayJson>,
    race: &'a Race,
    machine: &'a Machine,
}

#[derive(Serialize)]
struct DayJson {
    products: usize,
    journeys: u64,
    journeys_per_s: f64,
    steps: Vec<(Step, Option<Latency>)>,
    rates_per_s: Vec<(Thing, f64)>,
}

impl Report {
    /// Whether the race was exact. A missed speed is a figure, not a failure.
    pub fn is_clean(&self) -> bool {
        self.race.is_exact()
    }

    /// For people, and for a README.
    pub fn to_text(&self) -> String {
        let mut lines = Lines::default();
        lines.title("A day of shopping");
        lines.row("shoppers at once", count(self.asked.at_once.into()));
        for day in &self.days {
            lines.title(&format!("With {} products", count(day.products as u64)));
            let per_s = format!("{:.1} a second ({})", day.journeys.per_s, day.journeys.done);
            lines.row("journeys, home page to payment", per_s);
            for (step, times) in &day.journeys.steps {
                lines.latency(&format!("  {}", step.name()), latency(times));
            }
            for (thing, per_s) in &day.rates {
                lines.row(thing.name(), count(per_s.round() as u64));
            }
        }
        self.compare(&mut lines);
        let race = &self.race;
        let verdict = if race.is_exact() { "exact" } else { "BROKEN" };
        lines.title(&format!("A race for the last pieces: {verdict}"));
        lines.row("shoppers, pieces", format!("{}, {}", race.shoppers, race.pieces));
        let (told, orders, left) = (race.told, race.orders, race.left);
        lines.row("told, ordered, left", format!("{told}, {orders}, {left}"));
        lines.machine(&self.machine);
        lines.0
    }

    /// What the large catalogue costs, as a ratio to the small one.
    fn compare(&self, lines: &mut Lines) {
        let [small, .., large] = self.days.as_slice() else { return };
        lines.title(&format!(
            "p50 and p95, {} products to {}: at most {RATIO_MAX} times is the aim",
            count(large.products as u64),
            count(small.products as u64)
        ));
        for ((step, before), (_, after)) in small.journeys.steps.iter().zip(&large.journeys.steps) {
            if let (Some(before), Some(after)) = (latency(before), latency(after)) {
                let (p50, p95) = (after.p50_ms / before.p50_ms, after.p95_ms / before.p95_ms);
                lines.row(step.name(), format!("{p50:.2}, {p95:.2}"));
            }
        }
    }

    /// For programs: one object and a line's end.
    pub fn to_json(&self) -> String {
        let days = self.days.iter().map(|day| DayJson {
            products: day.products,
            journeys: day.journeys.done,
            journeys_per_s: day.journeys.per_s,
            steps: day.journeys.steps.iter().map(|(step, times)| (*step, latency(times))).collect(),
            rates_per_s: day.rates.clone(),
        });
        let json = Json { days: days.collect(), race: &self.race, machine: &self.machine };
        serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
    }
}

fn latency(times: &[std::time::Duration]) -> Option<Latency> {
    Latency::of(times.iter().copied())
}
