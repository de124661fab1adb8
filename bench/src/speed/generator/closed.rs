//! A closed loop: every connection sends its next request as soon as it is answered. It finds out
//! how much can be carried.

use super::requests::Requests;
use super::tally::Tally;
use super::wire::Wire;
use mio::{Events, Poll};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

const EVENTS_AT_ONCE: usize = 1_024;
/// Answers to the last requests come in this long.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// What is asked, and how.
#[derive(Clone)]
pub struct Closed {
    /// The connections go to these in turns.
    pub addresses: Arc<[SocketAddr]>,
    /// How many there are.
    pub connections: usize,
    /// What is sent …
    pub requests: Arc<Requests>,
    /// … from which one on …
    pub first: usize,
    /// … and until which, without it.
    pub end: usize,
    /// Whether it begins again where the requests end.
    pub again: bool,
    /// Nothing is sent after so long.
    pub time: Duration,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// What was answered.
    pub tally: Tally,
    /// Until the last answer.
    pub took: Duration,
    /// Until the last ticket.
    pub last_ticket: Duration,
    /// The first request that was not sent.
    pub next: usize,
}

impl Round {
    /// Answers a second.
    pub fn per_s(&self) -> f64 {
        self.tally.answers() as f64 / self.took.as_secs_f64()
    }

    /// Tickets a second, up to the last one.
    pub fn tickets_per_s(&self) -> f64 {
        self.tally.tickets() as f64 / self.last_ticket.as_secs_f64()
    }
}

impl Closed {
    /// Runs it, on a thread of its own.
    ///
    /// # Errors
    /// A connection was lost, or an answer was none.
    pub async fn run(self) -> Result<Round, String> {
        tokio::task::spawn_blocking(move || self.run_here()).await.map_err(|e| e.to_string())?
    }

    fn run_here(&self) -> Result<Round, String> {
        let mut poll = Poll::new().map_err(|error| error.to_string())?;
        let mut wires = self.connect(&poll)?;
        let mut events = Events::with_capacity(EVENTS_AT_ONCE);
        let start = Instant::now();
        let mut round = Round {
            tally: Tally::default(),
            took: Duration::ZERO,
            last_ticket: Duration::ZERO,
            next: self.first,
        };
        let mut under_way = 0;
        for wire in &mut wires {
            under_way += usize::from(self.send_next(wire, &mut round)?);
        }
        while under_way > 0 {
            poll.poll(&mut events, Some(LAST_ANSWERS)).map_err(|error| error.to_string())?;
            if events.is_empty() {
                return Err(format!("{under_way} requests have no answer"));
            }
            // One look at the clock for all that came at once.
            round.took = start.elapsed();
            let is_over = round.took >= self.time;
            for event in &events {
                let wire = &mut wires[event.token().0];
                let Some(answer) = wire.receive()? else { continue };
                let tickets = round.tally.tickets();
                round.tally.note(answer);
                if round.tally.tickets() > tickets {
                    round.last_ticket = round.took;
                }
                if is_over || !self.send_next(wire, &mut round)? {
                    under_way -= 1;
                }
            }
        }
        Ok(round)
    }

    fn connect(&self, poll: &Poll) -> Result<Vec<Wire>, String> {
        (0..self.connections)
            .map(|n| Wire::open(self.addresses[n % self.addresses.len()], poll.registry(), n))
            .collect()
    }

    /// Whether there was one.
    fn send_next(&self, wire: &mut Wire, round: &mut Round) -> Result<bool, String> {
        let end = self.end.min(self.requests.len());
        if round.next >= end && self.again {
            round.next = self.first;
        }
        if round.next >= end {
            return Ok(false);
        }
        let Some(request) = self.requests.get(round.next) else { return Ok(false) };
        round.next += 1;
        wire.send(request).map(|()| true)
    }
}
