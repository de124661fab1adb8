//! People who look on: sockets that follow a drop's line, by the thousand on one thread. They
//! measure how old the news is that reaches them, and that no line ever steps back.

mod frame;
mod sightings;
mod socket;
mod watching;

#[cfg(test)]
mod tests;

pub use sightings::Sightings;
pub use socket::{Guest, Socket, open_all};
pub use watching::{Sockets, Watching};

/// Of a core, what ten thousand sockets may cost the server's process.
pub const CORES_MAX: f64 = 0.5;
/// What an idle socket may cost it in memory, in kB.
pub const KB_PER_SOCKET_MAX: f64 = 20.0;
