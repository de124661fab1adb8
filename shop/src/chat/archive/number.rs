//! Which records get a number, and which.

use crate::chat::log::Record;
use crate::chat::{MessageKey, RoomId};
use std::collections::{BTreeMap, HashSet};

/// A record with its number in its room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbered<'a> {
    pub number: u32,
    pub record: &'a Record,
}

/// Numbers the records of rooms that are there, in their order, after the rooms' last numbers.
/// A key that its room has already is no new message, nor is one that comes twice.
pub(super) fn number<'a>(
    records: &'a [Record],
    last_numbers: &BTreeMap<RoomId, u32>,
    known: &HashSet<(RoomId, MessageKey)>,
) -> Vec<Numbered<'a>> {
    let mut last_numbers = last_numbers.clone();
    let mut seen = HashSet::new();
    let mut numbered = Vec::new();
    for record in records {
        let name = (record.room, record.key);
        // A room that was deleted meanwhile takes nothing any more.
        let Some(last) = last_numbers.get_mut(&record.room) else { continue };
        if known.contains(&name) || !seen.insert(name) {
            continue;
        }
        *last += 1;
        numbered.push(Numbered { number: *last, record });
    }
    numbered
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Moment;
    use crate::chat::{Body, Side};
    use proptest::prelude::*;

    fn record(room: u64, key: u8) -> Record {
        Record {
            room: RoomId(room),
            key: MessageKey([key; 16]),
            side: Side::Shopper,
            member: None,
            body: Body::Waiting,
            sent_at: Moment::from_ms(0),
        }
    }

    fn numbers(numbered: &[Numbered<'_>]) -> Vec<(u64, u8, u32)> {
        numbered.iter().map(|n| (n.record.room.0, n.record.key.0[0], n.number)).collect()
    }

    #[test]
    fn each_room_counts_for_itself_and_a_room_that_is_gone_not_at_all() {
        let records = [record(1, 1), record(2, 1), record(3, 1), record(1, 2), record(1, 1)];
        let last = BTreeMap::from([(RoomId(1), 7), (RoomId(2), 0)]);
        let numbered = number(&records, &last, &HashSet::from([(RoomId(9), MessageKey([1; 16]))]));
        assert_eq!(numbers(&numbered), [(1, 1, 8), (2, 1, 1), (1, 2, 9)]);
    }

    proptest! {
        /// Cut anywhere, read again from anywhere: the room is the same.
        #[test]
        fn a_log_that_is_read_in_pieces_and_again_gives_the_same_room(
            keys in proptest::collection::vec((0..3_u64, 0..9_u8), 0..40),
            cuts in proptest::collection::vec((0..40_usize, 0..40_usize), 0..9),
        ) {
            let log: Vec<Record> = keys.iter().map(|(room, key)| record(*room, *key)).collect();
            let mut rooms: BTreeMap<RoomId, u32> = (0..3).map(|room| (RoomId(room), 0)).collect();
            let at_once = numbers(&number(&log, &rooms, &HashSet::new()));
            let (mut known, mut told, mut read) = (HashSet::new(), Vec::new(), 0);
            let mut pieces: Vec<(usize, usize)> = cuts;
            pieces.push((0, log.len()));
            for (back, on) in pieces {
                let from = read.min(back);
                let to = (from + on).max(read).min(log.len());
                let piece = number(&log[from..to], &rooms, &known);
                for n in &piece {
                    known.insert((n.record.room, n.record.key));
                    rooms.insert(n.record.room, n.number);
                }
                told.extend(numbers(&piece));
                read = to;
            }
            prop_assert_eq!(told, at_once);
        }
    }
}
