//! The owner's board of a drop: how its line stands, and how it went in the last two minutes.

use super::{Drop, LineView};
use crate::Moment;
use serde::{Deserialize, Serialize};

/// The speed by which the end is foretold is that of so many seconds.
const SPEED_SECONDS: usize = 10;

/// A page of all drops, for an owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerDrops {
    /// The newest first.
    pub drops: Vec<Drop>,
    /// The server's clock.
    pub now: Moment,
    /// How many there are on all pages.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// The last page.
    pub last_page: u32,
    /// Whether every new click is stopped.
    pub stopped: Option<Stopped>,
}

/// An emergency stop that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// Since when.
    pub at: Moment,
    /// The name of who did it.
    pub by: String,
}

/// What an owner sees of a drop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Board {
    /// The drop, as MySQL knows it.
    pub drop: Drop,
    /// The server's clock.
    pub now: Moment,
    /// The line, as Redis knows it.
    pub line: BoardLine,
    /// One a second, oldest first; a second that nobody wrote down is missing.
    pub beats: Vec<Beat>,
}

/// What Redis says of a line just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum BoardLine {
    /// This.
    Known {
        /// The line.
        line: LineView,
    },
    /// There is none: the drop does not open soon, or is long over.
    NotBuilt,
    /// Nothing: Redis is down.
    Unreachable,
}

/// A second of a line, over all servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beat {
    /// Its beginning.
    pub at: Moment,
    /// Tickets given.
    pub joined: u64,
    /// Coupons issued.
    pub issued: u64,
    /// Tickets undecided in the end.
    pub waiting: u64,
    /// Coupons left in the end.
    pub remaining: u64,
    /// Clicks that were said no to.
    pub refused: u64,
    /// Clicks that could not be answered.
    pub failed: u64,
}

impl Board {
    /// How many wait; `None` if only Redis would know.
    pub fn waiting(&self) -> Option<u64> {
        match self.line {
            BoardLine::Known { line } => Some(line.last.saturating_sub(line.serving)),
            BoardLine::NotBuilt => Some(0),
            BoardLine::Unreachable => None,
        }
    }

    /// Coupons that nobody has yet.
    pub fn remaining(&self) -> u32 {
        match self.line {
            BoardLine::Known { line } => line.remaining.min(self.drop.remaining()),
            _ => self.drop.remaining(),
        }
    }

    /// Seconds until the last coupon is somebody's, if it goes on like this.
    pub fn empty_in_s(&self) -> Option<u64> {
        let lately = self.beats.iter().rev().take(SPEED_SECONDS);
        let (seconds, issued) = lately.fold((0, 0), |(n, sum), beat| (n + 1, sum + beat.issued));
        let left = u64::from(self.remaining());
        (issued > 0 && left > 0 && self.drop.paused_at.is_none())
            .then(|| (left * seconds).div_ceil(issued))
    }

    /// Clicks refused, and clicks failed, as far back as the board looks.
    pub fn troubles(&self) -> (u64, u64) {
        self.beats.iter().fold((0, 0), |(r, f), beat| (r + beat.refused, f + beat.failed))
    }
}

/// What was written down of a second.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub at: Moment,
    pub gauges: Option<Gauges>,
    pub refused: u64,
    pub failed: u64,
}

/// How a line stood.
#[cfg(feature = "ssr")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gauges {
    pub epoch: u64,
    pub serving: u64,
    pub last: u64,
    pub issued: u64,
    pub remaining: u64,
}

/// What happened in each second: the difference to the one before it. Of the first one only its
/// troubles are known.
#[cfg(feature = "ssr")]
pub(super) fn beats(records: &[Record]) -> Vec<Beat> {
    let mut before: Option<(Moment, Gauges)> = None;
    let mut beats = Vec::with_capacity(records.len());
    for record in records {
        let now = record.gauges.map(|gauges| (record.at, gauges));
        if let Some((then, old)) = before.or(now) {
            beats.push(beat(record, then, old));
        }
        before = now.or(before);
    }
    beats
}

#[cfg(feature = "ssr")]
fn beat(record: &Record, then: Moment, old: Gauges) -> Beat {
    let Record { at, refused, failed, .. } = *record;
    // While Redis was away nobody saw the line, and still somebody clicked.
    let now = record.gauges.unwrap_or(old);
    let seconds = at.until_from(then).as_secs().max(1);
    let a_second = |sum: u64| (sum + seconds / 2) / seconds;
    // The tickets of another line are counted anew.
    let joined = if old.epoch == now.epoch { now.last.saturating_sub(old.last) } else { 0 };
    Beat {
        at,
        joined: a_second(joined),
        issued: a_second(now.issued.saturating_sub(old.issued)),
        waiting: now.last.saturating_sub(now.serving),
        remaining: now.remaining,
        refused,
        failed,
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::Won;
    use crate::drops::{Discount, DropId, Terms};

    const EPOCH: u64 = 100;

    fn at(second: i64) -> Moment {
        Moment::from_ms(second * 1_000)
    }

    fn record(second: i64, last: u64, issued: u64) -> Record {
        let remaining = 1_000 - issued;
        let gauges = Gauges { epoch: EPOCH, serving: issued, last, issued, remaining };
        Record { at: at(second), gauges: Some(gauges), refused: 0, failed: 0 }
    }

    fn board(beats: Vec<Beat>) -> Board {
        let drop = Drop {
            id: DropId(1),
            name: "겨울".into(),
            quota: 1_000,
            issued: 400,
            opens_at: at(0),
            closes_at: at(100),
            terms: Terms {
                discount: Discount::Fixed(Won(1)),
                minimum_spend: Won(0),
                valid_days: 1,
            },
            rate_per_s: None,
            paused_at: None,
            version: 1,
        };
        Board { drop, now: at(10), line: BoardLine::Unreachable, beats }
    }

    #[test]
    fn a_second_is_the_difference_to_the_one_before() {
        let beats = beats(&[record(1, 0, 0), record(2, 500, 30), record(3, 800, 60)]);
        let seen: Vec<_> = beats.iter().map(|b| (b.at, b.joined, b.issued, b.waiting)).collect();
        assert_eq!(seen, [(at(1), 0, 0, 0), (at(2), 500, 30, 470), (at(3), 300, 30, 740)]);
    }

    #[test]
    fn what_happened_in_a_gap_is_told_by_the_second() {
        let beats = beats(&[record(1, 0, 0), record(5, 400, 8)]);
        assert_eq!((beats[1].joined, beats[1].issued), (100, 2));
    }

    #[test]
    fn a_new_line_is_no_crowd_and_none_that_went() {
        let mut rebuilt = record(2, 40, 40);
        rebuilt.gauges.as_mut().unwrap().epoch = EPOCH + 1;
        let beats = beats(&[record(1, 900, 40), rebuilt]);
        assert_eq!((beats[1].joined, beats[1].issued, beats[1].waiting), (0, 0, 0));
    }

    #[test]
    fn clicks_that_failed_while_nobody_saw_the_line_are_told() {
        let unseen = Record { at: at(2), gauges: None, refused: 0, failed: 9 };
        let beats = beats(&[record(1, 50, 10), unseen, record(3, 70, 10)]);
        assert_eq!((beats[1].failed, beats[1].waiting), (9, 40));
        assert_eq!(beats[2].joined, 10, "of the two seconds since the line was seen");
    }

    #[test]
    fn the_end_is_foretold_by_the_last_ten_seconds() {
        let issued: Vec<Record> =
            (0..40).map(|s| record(s, 900, s.max(20).unsigned_abs() * 10)).collect();
        let board = board(beats(&issued));
        assert_eq!(board.empty_in_s(), Some(60), "600 left, 10 a second");
        assert_eq!(board.remaining(), 600);
        assert_eq!(board.waiting(), None, "only Redis would know");
    }

    #[test]
    fn a_first_second_is_told_for_its_troubles() {
        let first = Record { refused: 3, ..record(1, 700, 0) };
        let beats = beats(&[first]);
        assert_eq!((beats[0].refused, beats[0].joined, beats[0].waiting), (3, 0, 700));
    }

    #[test]
    fn nothing_is_foretold_of_a_line_that_stands() {
        let mut board = board(beats(&[record(1, 9, 0), record(2, 9, 0)]));
        assert_eq!(board.empty_in_s(), None);
        board.beats = beats(&[record(1, 9, 0), record(2, 9, 5)]);
        assert_eq!(board.empty_in_s(), Some(240), "five in two seconds, of 600");
        board.drop.paused_at = Some(at(2));
        assert_eq!(board.empty_in_s(), None);
    }
}
