//! What the talking came to.

use super::WARM_UP_S;
use super::heard::Heard;
use super::idle::Idle;
use super::listening::Both;
use super::saying::Said;
use crate::latency::Latency;
use crate::machine::Machine;
use crate::options::Chat;
use crate::report::{Lines, count};
use serde::Serialize;
use shop::chat::{MessageKey, RoomId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a message may take from its sender to the other side's eyes.
const SEEN_P99_MS: f64 = 100.0;

/// Everything there is to say.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    rooms: u32,
    messages_per_s: u32,
    seconds: u64,
    /// Before that, if it was asked for.
    idle: Option<Idle>,
    /// Messages that were to be said.
    said: usize,
    /// Of them, acknowledged.
    sent: usize,
    /// Of them, only after a repetition.
    repeated: usize,
    /// From the intended time to the acknowledgement, warmed up.
    sent_after: Option<Latency>,
    /// From the intended time until the slower side saw it, warmed up.
    seen_after: Option<Latency>,
    /// The same, p99 in milliseconds of each second's messages, those of the warm-up first.
    seen_p99_each_second_ms: Vec<f64>,
    findings: BTreeMap<&'static str, u64>,
    machine: Machine,
}

impl Report {
    pub(super) fn new(
        asked: &Chat,
        idle: Option<Idle>,
        said: &[Said],
        heard: &Both,
        archived: &HashMap<MessageKey, (RoomId, u32)>,
        machine: Machine,
    ) -> Self {
        let sent: Vec<&Said> = said.iter().filter(|said| said.is_sent).collect();
        let seen_by_both = |said: &&Said| {
            let (a, b) = (&heard.shoppers.seen_at, &heard.counsellors.seen_at);
            Some((*a.get(&said.key)?).max(*b.get(&said.key)?) - said.intended)
        };
        let seconds = each_second(&sent);
        let warm: Vec<&Said> =
            seconds.range(WARM_UP_S..).flat_map(|(_, sent)| sent).copied().collect();
        Self {
            rooms: asked.rooms,
            messages_per_s: asked.messages,
            seconds: asked.chat_seconds,
            idle,
            said: said.len(),
            sent: sent.len(),
            repeated: sent.iter().filter(|said| said.tries > 1).count(),
            sent_after: Latency::of(warm.iter().map(|said| said.answered - said.intended)),
            seen_after: Latency::of(warm.iter().filter_map(seen_by_both)),
            seen_p99_each_second_ms: seconds
                .values()
                .filter_map(|sent| Latency::of(sent.iter().filter_map(seen_by_both)))
                .map(|latency| latency.p99_ms)
                .collect(),
            findings: findings(&sent, heard, idle, archived),
            machine,
        }
    }

    /// Whether every promise was kept. A missed speed is a figure, not a failure.
    pub fn is_clean(&self) -> bool {
        self.findings.values().all(|found| *found == 0)
    }

    /// For people, and for a README.
    pub fn to_text(&self) -> String {
        let mut lines = Lines::default();
        if let Some(idle) = &self.idle {
            idle.tell(&mut lines);
        }
        lines.title("Talks");
        lines.row("rooms, both sides", count(self.rooms.into()));
        let (rate, seconds) = (count(self.messages_per_s.into()), self.seconds);
        lines.row("messages", format!("{rate} a second for {seconds} s"));
        lines.row("  before them, to warm up", format!("the same for {WARM_UP_S} s"));
        lines.title("Messages (latency from the intended time of each, warmed up)");
        let share = format!("{} of {}", count(self.sent as u64), count(self.said as u64));
        lines.row("sent", share);
        lines.row("  after a repetition", count(self.repeated as u64));
        lines.latency("acknowledged", self.sent_after);
        lines.latency("seen by both sides", self.seen_after);
        lines.row("  aim", format!("p99 under {SEEN_P99_MS:.0} ms"));
        let seconds = self.seen_p99_each_second_ms.iter().map(|ms| format!("{ms:.0}"));
        lines.row("  p99 of every second, ms", seconds.collect::<Vec<_>>().join(" "));
        lines.title(if self.is_clean() { "Promises: kept" } else { "Promises: BROKEN" });
        for (name, found) in &self.findings {
            lines.row(name, found);
        }
        lines.machine(&self.machine);
        lines.0
    }

    /// For programs: one object and a line's end.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// By the second for which they were intended, counted from the first.
fn each_second<'a>(sent: &[&'a Said]) -> BTreeMap<u64, Vec<&'a Said>> {
    let begun = sent.iter().map(|said| said.intended).min();
    let mut seconds: BTreeMap<u64, Vec<&Said>> = BTreeMap::new();
    for said in sent {
        let second = begun.map_or(0, |begun| (said.intended - begun).as_secs());
        seconds.entry(second).or_default().push(said);
    }
    seconds
}

fn findings(
    sent: &[&Said],
    heard: &Both,
    idle: Option<Idle>,
    archived: &HashMap<MessageKey, (RoomId, u32)>,
) -> BTreeMap<&'static str, u64> {
    let missing = |seen: &dyn Fn(&MessageKey) -> bool| {
        sent.iter().filter(|said| !seen(&said.key)).count() as u64
    };
    let both = |of: fn(&Heard) -> u64| of(&heard.shoppers) + of(&heard.counsellors);
    BTreeMap::from([
        ("sent, not in MySQL", missing(&|key| archived.contains_key(key))),
        ("sent, not seen by a shopper", missing(&|key| heard.shoppers.seen_at.contains_key(key))),
        (
            "sent, not seen by a counsellor",
            missing(&|key| heard.counsellors.seen_at.contains_key(key)),
        ),
        ("numbers missing in a room", holes(archived)),
        ("seen out of order", both(|side| side.late)),
        ("sockets lost", heard.lost + idle.map_or(0, |idle| idle.lost)),
    ])
}

/// Numbers of a room that nobody has, below its newest.
fn holes(archived: &HashMap<MessageKey, (RoomId, u32)>) -> u64 {
    let mut rooms: HashMap<RoomId, BTreeSet<u32>> = HashMap::new();
    for (room, number) in archived.values() {
        rooms.entry(*room).or_default().insert(*number);
    }
    let holes = |numbers: &BTreeSet<u32>| {
        u64::from(numbers.last().copied().unwrap_or(0)) - numbers.len() as u64
    };
    rooms.values().map(holes).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_nobody_has_is_found() {
        let key = |n| MessageKey([n; 16]);
        let mut archived: HashMap<_, _> =
            [(key(1), (RoomId(1), 1)), (key(2), (RoomId(1), 2)), (key(3), (RoomId(2), 1))].into();
        assert_eq!(holes(&archived), 0);
        archived.insert(key(4), (RoomId(2), 4));
        assert_eq!(holes(&archived), 2);
    }
}
