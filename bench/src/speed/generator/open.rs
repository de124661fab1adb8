//! An open loop: requests at times fixed in advance, however slowly they are answered. It finds
//! out what a crowd feels.

use super::requests::Requests;
use super::tally::{Said, Tally};
use super::wire::Wire;
use crate::latency::Latency;
use crate::schedule::Click;
use hdrhistogram::Histogram;
use mio::{Events, Poll};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

const EVENTS_AT_ONCE: usize = 1_024;
/// `epoll` counts in milliseconds; what is due sooner is waited for with a finer clock.
const EPOLL_GRAIN: Duration = Duration::from_millis(1);
/// Whoever is not answered for so long is not answered.
const SILENCE_MAX: Duration = Duration::from_secs(10);

/// What is asked, and when.
pub struct Open {
    /// The connections go to these in turns.
    pub addresses: Arc<[SocketAddr]>,
    /// How many there are.
    pub connections: usize,
    /// What is sent, by the number of the one who clicks.
    pub requests: Arc<Requests>,
    /// Who clicks when.
    pub clicks: Vec<Click>,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub struct Constant {
    /// What was answered.
    pub tally: Tally,
    /// From each click's intended time to its answer.
    pub latency: Latency,
    /// Until the last answer.
    pub took: Duration,
    /// When the last ticket came.
    pub last_ticket: Option<Instant>,
}

/// The connections, and when the click was meant that each is busy with.
struct Hands {
    wires: Vec<Wire>,
    meant: Vec<Instant>,
    free: Vec<usize>,
}

impl Open {
    /// Runs it, on a thread of its own.
    ///
    /// # Errors
    /// A connection was lost, or an answer was none.
    pub async fn run(self) -> Result<Constant, String> {
        tokio::task::spawn_blocking(move || self.run_here()).await.map_err(|e| e.to_string())?
    }

    fn run_here(&self) -> Result<Constant, String> {
        let mut poll = Poll::new().map_err(|error| error.to_string())?;
        let mut hands = self.connect(&poll)?;
        let mut events = Events::with_capacity(EVENTS_AT_ONCE);
        let mut histogram = crate::latency::histogram();
        let (mut tally, mut last_ticket) = (Tally::default(), None);
        let start = Instant::now();
        let (mut next, mut heard_at) = (0, start);
        loop {
            next = self.send_due(next, start, &mut hands)?;
            if next == self.clicks.len() && hands.free.len() == self.connections {
                break;
            }
            self.wait(&mut poll, &mut events, next, start, &hands)?;
            let now = Instant::now();
            for event in &events {
                let number = event.token().0;
                let Some(answer) = hands.wires[number].receive()? else { continue };
                heard_at = now;
                if matches!(tally.note(answer), Said::Waiting | Said::Paused) {
                    last_ticket = Some(now);
                }
                note(&mut histogram, now - hands.meant[number]);
                hands.free.push(number);
            }
            if now - heard_at > SILENCE_MAX && hands.free.len() < self.connections {
                return Err(format!("no answer for {SILENCE_MAX:?}"));
            }
        }
        let latency = Latency::of_histogram(&histogram).ok_or("nobody clicked")?;
        Ok(Constant { tally, latency, took: start.elapsed(), last_ticket })
    }

    fn connect(&self, poll: &Poll) -> Result<Hands, String> {
        let wires = (0..self.connections)
            .map(|n| Wire::open(self.addresses[n % self.addresses.len()], poll.registry(), n))
            .collect::<Result<Vec<_>, _>>()?;
        let meant = vec![Instant::now(); self.connections];
        Ok(Hands { wires, meant, free: (0..self.connections).collect() })
    }

    /// Sends what is due as far as connections are free; gives the first click that is left.
    fn send_due(&self, first: usize, start: Instant, hands: &mut Hands) -> Result<usize, String> {
        let now = Instant::now();
        let mut next = first;
        while let Some(click) = self.clicks.get(next) {
            let meant = start + click.at;
            if meant > now {
                break;
            }
            let Some(number) = hands.free.pop() else { break };
            let request = self.requests.get(click.actor).ok_or("a click of nobody")?;
            hands.meant[number] = meant;
            hands.wires[number].send(request)?;
            next += 1;
        }
        Ok(next)
    }

    /// Until an answer is there or the next click is due.
    fn wait(
        &self,
        poll: &mut Poll,
        events: &mut Events,
        next: usize,
        start: Instant,
        hands: &Hands,
    ) -> Result<(), String> {
        let mut timeout = SILENCE_MAX;
        if let Some(click) = self.clicks.get(next).filter(|_| !hands.free.is_empty()) {
            timeout = (start + click.at).saturating_duration_since(Instant::now());
            if timeout < EPOLL_GRAIN {
                std::thread::park_timeout(timeout);
                timeout = Duration::ZERO;
            } else {
                timeout -= EPOLL_GRAIN;
            }
        }
        poll.poll(events, Some(timeout)).map_err(|error| error.to_string())
    }
}

fn note(histogram: &mut Histogram<u64>, latency: Duration) {
    histogram.saturating_record(u64::try_from(latency.as_micros()).unwrap_or(u64::MAX));
}
