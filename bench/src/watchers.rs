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
