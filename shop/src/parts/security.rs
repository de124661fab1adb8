//! What whoever guards the shop wants to read: who came in and who did not, who asked for what is not
//! theirs, what was tried at the doors. A line each in the log, under a target of its own, and a count.
//!
//! A line has numbers and words of ours, and nothing that anybody typed. Who asked, from which
//! network and for what is in the request's span, which the server's door opens; a verb adds whom
//! it found out. `docs/logs.md` lists every event.

mod event;

pub use event::{Event, TARGET};

use super::said::Said;
use crate::Refusal;
use crate::members::MemberId;
use parking_lot::Mutex;
use std::net::IpAddr;
use std::time::Instant;

/// Who, and from where, as far as whoever notes it knows.
type Source = (Option<MemberId>, Option<IpAddr>);

/// What was said lately of the events that a stranger can bring about without end.
static SAID: [Mutex<Said<Source>>; Event::ALL.len()] =
    [const { Mutex::new(Said::nothing()) }; Event::ALL.len()];

/// Writes an event of a verb: whose account it is about, and in which way it happened.
pub fn note(event: Event, member: impl Into<Option<MemberId>>, way: &'static str) {
    write(event, (member.into(), None), Some(way));
}

/// Writes what the asker was refused, if it is an event.
pub fn note_refusal(refusal: &Refusal, member: Option<MemberId>, network: Option<IpAddr>) {
    if let Some(event) = Event::of(refusal) {
        note_at_the_door(event, member, network);
    }
}

/// Writes what the server's door has seen.
pub fn note_at_the_door(event: Event, member: Option<MemberId>, network: Option<IpAddr>) {
    write(event, (member, network), None);
}

/// The one place that writes. Every event is counted. Of those that come without end one a second from
/// the same source is written, and of some sources only; the next line says how many were left out.
fn write(event: Event, source: Source, way: Option<&'static str>) {
    let word = event.as_str();
    metrics::counter!("seonchak_security_events_total", "event" => word).increment(1);
    let left_out = if event.may_come_without_end() {
        match SAID[event as usize].lock().say(source, Instant::now()) {
            Some(left_out) => Some(left_out),
            None => return,
        }
    } else {
        None
    };
    let (member, network) = source;
    tracing::info!(
        target: TARGET,
        event = word,
        outcome = event.outcome(),
        way,
        member = member.map(|member| member.0),
        network = network.map(tracing::field::display),
        left_out,
        "security"
    );
}
