//! A drop's line as the scripts in `line/` keep it in Redis, in Rust: what a model of the whole
//! shop plays with. A test runs both side by side and finds them equal.

use super::facts::Facts;
use crate::Moment;
use crate::drops::{DropId, LineState, LineView, Ticket};
use crate::members::MemberId;
use std::collections::{BTreeMap, VecDeque};

/// The three keys of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gate {
    pub epoch: i64,
    pub version: u32,
    pub state: LineState,
    pub serving: Ticket,
    pub last: Ticket,
    pub quota: u32,
    pub issued: u32,
    pub opens_at: Moment,
    pub closes_at: Moment,
    pub tickets: BTreeMap<MemberId, Ticket>,
    /// The undecided, in ticket order.
    pub stream: VecDeque<Entry>,
}

/// The new tickets of one call of `join.lua`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The highest of them, and the entry's id; the others stand before it without a gap.
    pub last: Ticket,
    /// Whose they are, in ticket order.
    pub members: Vec<MemberId>,
}

/// The head of a line: the highest ticket that was looked at (0: none), and who waits there.
pub(crate) type Head = (Ticket, Vec<(Ticket, MemberId)>);

impl Gate {
    /// `join.lua`: a ticket for each, in this order; `None` where none is given in this state, or
    /// at this time. Whoever has the ticket `void` gets another (0: nobody).
    pub fn join(&mut self, now: Moment, void: Ticket, members: &[MemberId]) -> Vec<Option<Ticket>> {
        let is_shut =
            self.state == LineState::SoldOut || now < self.opens_at || now >= self.closes_at;
        let first = self.last + 1;
        let mut newcomers = Vec::new();
        let mut tickets = Vec::with_capacity(members.len());
        for member in members {
            let held = self.tickets.get(member).copied();
            let had = held.filter(|ticket| *ticket != void || *ticket >= first);
            let ticket = had.or_else(|| {
                (!is_shut).then(|| {
                    self.last += 1;
                    self.tickets.insert(*member, self.last);
                    newcomers.push(*member);
                    self.last
                })
            });
            // A kept place may be 0; as an answer that is none.
            tickets.push(ticket.filter(|ticket| *ticket > 0));
        }
        if !newcomers.is_empty() {
            self.stream.push_back(Entry { last: self.last, members: newcomers });
        }
        tickets
    }

    /// `open.lua`: builds a line, unless there is one already.
    pub fn open(
        gate: &mut Option<Self>,
        facts: &Facts,
        serving: Ticket,
        epoch: i64,
        instead_of: Option<i64>,
    ) {
        // A gate that follows a newer change of the owner's is not replaced by an older one.
        let may_build = gate
            .as_ref()
            .is_none_or(|old| Some(old.epoch) == instead_of && old.version <= facts.version);
        if may_build {
            *gate = Some(Self {
                epoch,
                version: facts.version,
                state: if facts.issued >= facts.quota {
                    LineState::SoldOut
                } else if facts.is_paused {
                    LineState::Paused
                } else {
                    LineState::Open
                },
                serving,
                last: serving,
                quota: facts.quota,
                issued: facts.issued,
                opens_at: facts.opens_at,
                closes_at: facts.closes_at,
                tickets: BTreeMap::new(),
                stream: VecDeque::new(),
            });
        }
    }

    /// `settle.lua`: writes down what MySQL says. `false` if the line is another one by now.
    pub fn settle(&mut self, epoch: i64, ticket: Ticket, facts: &Facts) -> bool {
        if self.epoch != epoch {
            return false;
        }
        if facts.version >= self.version {
            (self.version, self.quota) = (facts.version, facts.quota);
            (self.opens_at, self.closes_at) = (facts.opens_at, facts.closes_at);
            // Sold out stays: only a new line opens again.
            if self.state != LineState::SoldOut {
                self.state = if facts.is_paused { LineState::Paused } else { LineState::Open };
            }
        }
        // An issuer that slept may come late with old numbers: the line never steps back.
        self.issued = self.issued.max(facts.issued);
        if self.issued >= self.quota {
            (self.state, self.serving) = (LineState::SoldOut, self.last);
            self.stream.clear();
        } else {
            self.serving = self.serving.max(ticket);
            self.stream.retain(|entry| entry.last > ticket);
        }
        true
    }

    /// `keep.lua`: the places of those who have a coupon already; who has come again keeps the new
    /// one, and in another line nobody gets any.
    pub fn keep_places(&mut self, epoch: i64, places: &[(MemberId, Ticket)]) {
        if self.epoch == epoch {
            for (member, ticket) in places {
                self.tickets.entry(*member).or_insert(*ticket);
            }
        }
    }

    /// `work.lua`, as far as it is about the line: the first so many undecided, in ticket order, and
    /// the highest ticket that was looked at (0: none). Of an entry some may be decided, and whoever
    /// does not hold that very ticket any more is passed over. Reading takes nothing away.
    pub fn head(&self, count: usize) -> Head {
        let (mut upto, mut head) = (0, Vec::new());
        if self.state != LineState::Open {
            return (upto, head);
        }
        let tickets = self.stream.iter().flat_map(Entry::tickets);
        for (ticket, member) in tickets.filter(|(ticket, _)| *ticket > self.serving) {
            if head.len() == count {
                break;
            }
            upto = ticket;
            if self.tickets.get(&member) == Some(&ticket) {
                head.push((ticket, member));
            }
        }
        (upto, head)
    }

    /// What everybody may see.
    pub fn view(&self, drop_id: DropId) -> LineView {
        LineView {
            drop_id,
            epoch: self.epoch,
            version: self.version,
            state: self.state,
            serving: self.serving,
            last: self.last,
            remaining: self.quota.saturating_sub(self.issued),
            quota: self.quota,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
        }
    }
}

impl Entry {
    /// Who has which ticket.
    pub fn tickets(&self) -> impl Iterator<Item = (Ticket, MemberId)> + '_ {
        let first = self.last + 1 - self.members.len() as Ticket;
        (first..).zip(self.members.iter().copied())
    }
}
