//! Redis: one line, and the lease on it. It may forget its newest writes, or everything.

use super::DROP;
use crate::Moment;
use crate::drops::facts::Facts;
use crate::drops::rules::gate::{Gate, Head};
use crate::drops::{LineView, Ticket};
use crate::members::MemberId;
use std::collections::VecDeque;
use std::time::Duration;

/// A power cut takes back so many writes at most.
const LOST_WRITES_MAX: usize = 6;

#[derive(Default)]
pub struct Redis {
    pub gate: Option<Gate>,
    lease: Option<(u32, Moment)>,
    pub is_away: bool,
    /// Whether this history has power cuts: remembering costs time.
    has_power_cuts: bool,
    /// How the line stood before each of the newest writes.
    earlier: VecDeque<Option<Gate>>,
    /// The lines that a power cut has taken something from.
    torn: Vec<i64>,
}

impl Redis {
    pub fn new(has_power_cuts: bool) -> Self {
        Self { has_power_cuts, ..Self::default() }
    }

    fn remember(&mut self) {
        if self.has_power_cuts {
            self.earlier.push_back(self.gate.clone());
            if self.earlier.len() > LOST_WRITES_MAX {
                self.earlier.pop_front();
            }
        }
    }

    pub fn join(
        &mut self,
        now: Moment,
        void: Ticket,
        members: &[MemberId],
    ) -> Option<Vec<Option<Ticket>>> {
        self.remember();
        self.gate.as_mut().map(|gate| gate.join(now, void, members))
    }

    pub fn open(&mut self, facts: &Facts, serving: Ticket, epoch: i64, instead_of: Option<i64>) {
        self.remember();
        Gate::open(&mut self.gate, facts, serving, epoch, instead_of);
    }

    pub fn settle(&mut self, epoch: i64, ticket: Ticket, facts: &Facts) -> bool {
        self.remember();
        self.gate.as_mut().is_some_and(|gate| gate.settle(epoch, ticket, facts))
    }

    pub fn keep_places(&mut self, epoch: i64, places: &[(MemberId, Ticket)]) {
        self.remember();
        if let Some(gate) = &mut self.gate {
            gate.keep_places(epoch, places);
        }
    }

    fn lease(&mut self, owner: u32, now: Moment, term: Duration) -> bool {
        if self.lease.is_some_and(|(other, until)| other != owner && now < until) {
            return false;
        }
        self.lease = Some((owner, now.plus(term)));
        true
    }

    /// `work.lua`: the lease, the gate, and who is next; nothing if the lease is another's.
    pub fn work(
        &mut self,
        owner: u32,
        now: Moment,
        term: Duration,
        count: usize,
    ) -> Option<(LineView, Head)> {
        if !self.lease(owner, now, term) {
            return None;
        }
        self.gate.as_ref().map(|gate| (gate.view(DROP), gate.head(count)))
    }

    /// `give_up.lua`.
    pub fn give_up(&mut self, owner: u32) {
        self.lease = self.lease.filter(|(of, _)| *of != owner);
    }

    pub fn has_lease(&self, owner: u32, now: Moment) -> bool {
        self.lease.is_some_and(|(of, until)| of == owner && now < until)
    }

    /// The power goes, and with it the newest `writes`. `false` if there were none.
    pub fn cut_power(&mut self, writes: usize) -> bool {
        let kept = self.earlier.len().saturating_sub(writes);
        let Some(earlier) = self.earlier.drain(kept..).next() else { return false };
        let touched = [&self.gate, &earlier].map(|gate| gate.as_ref().map(|gate| gate.epoch));
        self.torn.extend(touched.into_iter().flatten());
        self.gate = earlier;
        self.lease = None;
        true
    }

    /// Everything is gone.
    pub fn wipe(&mut self) {
        (self.gate, self.lease) = (None, None);
        self.earlier.clear();
    }

    /// Whether a power cut has taken something from the line of this epoch.
    pub fn is_torn(&self, epoch: i64) -> bool {
        self.torn.contains(&epoch)
    }
}
