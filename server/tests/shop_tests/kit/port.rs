//! Ports for processes that have to be told theirs.

use std::net::TcpListener;
use std::ops::Range;
use std::sync::atomic::{AtomicU16, Ordering::Relaxed};

/// Below the ports that the kernel gives to outgoing connections and to whoever leaves the choice to
/// it: between the choice of one and its use, and while its process is dead, nobody may be given
/// it. The services of a checkout and the processes of `bench` have theirs from 20,000 on.
const PORTS: Range<u16> = 10_000..20_000;

/// A port that nobody listens at, and that this process gives to nobody else.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Two runs at a time begin at different ones.
    let first = (std::process::id() as u16).wrapping_mul(97);
    let count = PORTS.end - PORTS.start;
    (0..count)
        .map(|_| PORTS.start + first.wrapping_add(NEXT.fetch_add(1, Relaxed)) % count)
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .expect("a free port")
}
