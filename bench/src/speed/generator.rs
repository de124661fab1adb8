//! A load generator as cheap as can be, since it shares the cores with what it measures: one
//! thread, one `epoll`, requests made beforehand, and of an answer only what is counted.

mod answer;
mod closed;
mod open;
mod requests;
mod tally;
mod wire;

#[cfg(test)]
mod tests;

pub use closed::{Closed, Round};
pub use open::Open;
pub use requests::Requests;
pub use tally::Said;

use crate::http::Address;
use std::net::{SocketAddr, ToSocketAddrs};

/// Where to connect to.
pub fn resolve(addresses: &[Address]) -> Result<Vec<SocketAddr>, String> {
    addresses
        .iter()
        .map(|address| {
            let host = address.host();
            let mut found = host.to_socket_addrs().map_err(|error| format!("{host}: {error}"))?;
            found.next().ok_or_else(|| format!("{host} has no address"))
        })
        .collect()
}
