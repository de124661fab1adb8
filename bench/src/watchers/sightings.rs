//! What the watchers saw.

use crate::latency::{self, Latency};
use hdrhistogram::Histogram;
use shop::Moment;
use shop::drops::{LineState, LineView};
use std::collections::BTreeMap;

const US_PER_MS: u64 = 1_000;

/// All of it.
#[derive(Clone, Debug)]
pub struct Sightings {
    lag_us: Histogram<u64>,
    ticks: BTreeMap<Moment, u32>,
    /// Times that a line stood further back than before.
    pub steps_back: u64,
    /// Sockets that the server closed or lost.
    pub lost: u64,
}

impl Default for Sightings {
    fn default() -> Self {
        let lag_us = latency::histogram();
        Self { lag_us, ticks: BTreeMap::new(), steps_back: 0, lost: 0 }
    }
}

impl Sightings {
    /// Somebody saw the line; `before` is how they saw it last.
    pub fn note(
        &mut self,
        before: Option<&LineView>,
        line: &LineView,
        told_at: Moment,
        now: Moment,
    ) {
        let lag_ms = u64::try_from(now.ms() - told_at.ms()).unwrap_or(0);
        self.lag_us.saturating_record(lag_ms * US_PER_MS);
        *self.ticks.entry(told_at).or_default() += 1;
        self.steps_back += u64::from(before.is_some_and(|before| is_step_back(before, line)));
    }

    /// How old the news was, in whole milliseconds of the shop's clock.
    pub fn lag(&self) -> Option<Latency> {
        Latency::of_histogram(&self.lag_us)
    }

    /// Tells of the line that reached all of so many watchers, and tells in all. The first and
    /// the last one may be cut by the watching.
    pub fn ticks_that_reached(&self, watchers: u32) -> (usize, usize) {
        let last = self.ticks.len().saturating_sub(1);
        let whole = self.ticks.values().skip(1).take(last.saturating_sub(1));
        (whole.clone().filter(|seen| **seen == watchers).count(), whole.count())
    }
}

/// Within an epoch neither the serving nor a sold-out line may go back.
fn is_step_back(before: &LineView, line: &LineView) -> bool {
    let reopened = before.state == LineState::SoldOut && line.state != LineState::SoldOut;
    before.epoch == line.epoch && (line.serving < before.serving || reopened)
}
