//! What those saw who looked on.

use crate::latency::Latency;
use crate::watchers::Sightings;
use serde::Serialize;

/// All of it.
#[derive(Clone, Debug, Serialize)]
pub struct Watched {
    /// Sockets that followed the line.
    pub sockets: u32,
    /// How often the line was told.
    pub ticks: usize,
    /// How often that reached all of them.
    pub ticks_to_all: usize,
    /// How old the news was, by the server's clock and this machine's.
    pub lag: Option<Latency>,
    /// Times that the line stood further back than before.
    pub steps_back: u64,
    /// Sockets that were lost.
    pub lost: u64,
}

impl Watched {
    /// From what so many saw.
    pub fn new(sockets: u32, sightings: &Sightings) -> Self {
        let (ticks_to_all, ticks) = sightings.ticks_that_reached(sockets);
        let Sightings { steps_back, lost, .. } = *sightings;
        Self { sockets, ticks, ticks_to_all, lag: sightings.lag(), steps_back, lost }
    }

    /// Whether the line kept its promise never to step back.
    pub fn is_clean(&self) -> bool {
        self.steps_back == 0
    }
}
