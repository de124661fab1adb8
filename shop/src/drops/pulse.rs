//! A line's pulse: what happened in each of the last seconds, for the owner's board. Every process
//! adds what only it knows, and writes what all see alike; nothing of it is on a click's way.

use super::board::{Gauges, Record};
use super::line::Line;
use super::lines::KnownLine;
use super::{DropId, Place};
use crate::parts::Redis;
use crate::{Fault, Moment, Outcome, Refusal, Shop};
use parking_lot::Mutex;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;

/// A board shows so much of the past.
pub(super) const SECONDS_SHOWN: i64 = 120;
/// Redis forgets a second this long after it was written: nobody looks back so far.
const KEPT: Duration = Duration::from_secs(180);
/// The first click is only seen against a quiet second before the opening.
const BEGINS_BEFORE_OPENING: Duration = Duration::from_secs(5);
const MS_PER_SECOND: i64 = 1_000;

/// What a second's hash holds, in the order in which it is read.
const FIELDS: [&str; 7] = ["epoch", "serving", "last", "issued", "remaining", "refused", "failed"];

/// Clicks of this process that got no ticket.
#[derive(Default)]
pub(super) struct Pulse {
    refused: AtomicU32,
    failed: AtomicU32,
    /// Counted, and not yet written: Redis may be away.
    unsent: Mutex<VecDeque<Count>>,
}

/// How many clicks got no ticket in one second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    second: i64,
    refused: u32,
    failed: u32,
}

impl Pulse {
    /// Counts a click by its answer: said no to, or not answered at all.
    pub fn count(&self, answer: &Outcome<Place>, has_proof: bool) {
        match answer {
            // How every click begins where there is a challenge. A proof that is none is refused.
            Ok(Place::Challenge(_)) if !has_proof => {}
            Ok(Place::Waiting { .. } | Place::Issued(_) | Place::Paused { ticket: Some(_) }) => {}
            Ok(_) | Err(Fault::Refused(Refusal::TooManyClicks { .. })) => {
                self.refused.fetch_add(1, Relaxed);
            }
            // Nobody any more: their account is gone.
            Err(Fault::Refused(Refusal::NotSignedIn)) => {}
            Err(_) => {
                self.failed.fetch_add(1, Relaxed);
            }
        }
    }

    /// Puts down what was counted since the last call.
    pub fn collect(&self, now: Moment) {
        let (refused, failed) = (self.refused.swap(0, Relaxed), self.failed.swap(0, Relaxed));
        if refused == 0 && failed == 0 {
            return;
        }
        let mut unsent = self.unsent.lock();
        unsent.push_back(Count { second: second_of(now), refused, failed });
        let oldest = second_of(now) - SECONDS_SHOWN;
        unsent.retain(|count| count.second > oldest);
    }
}

/// Writes how a line stands in this second, and what was counted here.
pub(super) async fn beat(shop: &Shop, line: &KnownLine) -> Outcome<()> {
    let (now, drop) = (shop.now(), line.facts());
    let Some(view) = line.view() else { return Ok(()) };
    let is_over = now >= drop.closes_at && view.serving >= view.last;
    if is_over || now < drop.opens_at.minus(BEGINS_BEFORE_OPENING) {
        return Ok(());
    }
    let counts: Vec<Count> = line.pulse.unsent.lock().drain(..).collect();
    let redis_line = Line::of(&shop.redis, drop.id);
    let mut pipe = redis::pipe();
    let key = redis_line.key(&part(second_of(now)));
    let kept_s = i64::try_from(KEPT.as_secs()).unwrap_or(i64::MAX);
    let gauges = [
        ("epoch", view.epoch.to_string()),
        ("serving", view.serving.to_string()),
        ("last", view.last.to_string()),
        ("issued", (view.quota - view.remaining).to_string()),
        ("remaining", view.remaining.to_string()),
    ];
    pipe.hset_multiple(&key, &gauges).ignore().expire(&key, kept_s).ignore();
    for count in &counts {
        let key = redis_line.key(&part(count.second));
        pipe.hincr(&key, "refused", count.refused).ignore();
        pipe.hincr(&key, "failed", count.failed).ignore();
        pipe.expire(&key, kept_s).ignore();
    }
    let written = pipe.query_async::<()>(&mut shop.redis.shared()).await;
    if written.is_err() {
        let mut unsent = line.pulse.unsent.lock();
        counts.into_iter().rev().for_each(|count| unsent.push_front(count));
    }
    Ok(written?)
}

/// The last seconds of a drop's line, oldest first; those that nobody wrote are left out.
pub(super) async fn records(redis: &Redis, id: DropId, now: Moment) -> Outcome<Vec<Record>> {
    let line = Line::of(redis, id);
    let newest = second_of(now);
    // One more, for the oldest to be compared with.
    let seconds: Vec<i64> = (newest - SECONDS_SHOWN - 1..=newest).collect();
    let mut pipe = redis::pipe();
    for second in &seconds {
        pipe.hmget(line.key(&part(*second)), &FIELDS);
    }
    let rows: Vec<Vec<Option<u64>>> = pipe.query_async(&mut redis.shared()).await?;
    let records = seconds.into_iter().zip(rows);
    Ok(records.filter_map(|(second, row)| record(second, &row)).collect())
}

fn record(second: i64, row: &[Option<u64>]) -> Option<Record> {
    let [epoch, serving, last, issued, remaining, refused, failed] = *row else { return None };
    if row.iter().all(Option::is_none) {
        return None;
    }
    let gauges = epoch.zip(serving).zip(last).zip(issued).zip(remaining).map(
        |((((epoch, serving), last), issued), remaining)| Gauges {
            epoch,
            serving,
            last,
            issued,
            remaining,
        },
    );
    let at = Moment::from_ms(second * MS_PER_SECOND);
    Some(Record { at, gauges, refused: refused.unwrap_or(0), failed: failed.unwrap_or(0) })
}

fn second_of(moment: Moment) -> i64 {
    moment.ms().div_euclid(MS_PER_SECOND)
}

fn part(second: i64) -> String {
    format!("second:{second}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drops::challenge::{Bits, Challenge};
    use crate::parts::Part;

    fn at(second: i64) -> Moment {
        Moment::from_ms(second * MS_PER_SECOND + 250)
    }

    fn unsent(pulse: &Pulse) -> Vec<Count> {
        pulse.unsent.lock().iter().copied().collect()
    }

    fn count(pulse: &Pulse, answer: Outcome<Place>) {
        pulse.count(&answer, false);
    }

    #[test]
    fn a_ticket_is_no_trouble_a_no_is_refused_and_silence_is_failed() {
        let pulse = Pulse::default();
        count(&pulse, Ok(Place::Paused { ticket: Some(7) }));
        count(&pulse, Ok(Place::SoldOut));
        count(&pulse, Ok(Place::Closed));
        count(&pulse, Err(Refusal::TooManyClicks { retry_after_s: 1 }.into()));
        count(&pulse, Err(Fault::Down { part: Part::Redis, cause: String::new() }));
        count(&pulse, Err(Refusal::NotSignedIn.into()));
        pulse.collect(at(10));
        assert_eq!(unsent(&pulse), [Count { second: 10, refused: 3, failed: 1 }]);
    }

    #[test]
    fn a_click_without_a_proof_is_no_trouble_and_one_with_a_wrong_proof_is_refused() {
        let bits = Bits::new(18).expect("some bits");
        let asked = Ok(Place::Challenge(Challenge { text: "7.ab".into(), bits }));
        let pulse = Pulse::default();
        pulse.count(&asked, false);
        pulse.collect(at(10));
        assert_eq!(unsent(&pulse), []);
        pulse.count(&asked, true);
        pulse.collect(at(11));
        assert_eq!(unsent(&pulse), [Count { second: 11, refused: 1, failed: 0 }]);
    }

    #[test]
    fn what_could_not_be_written_keeps_its_second_and_is_given_up_in_the_end() {
        let pulse = Pulse::default();
        count(&pulse, Ok(Place::SoldOut));
        pulse.collect(at(10));
        pulse.collect(at(11));
        count(&pulse, Ok(Place::SoldOut));
        pulse.collect(at(12));
        assert_eq!(unsent(&pulse).iter().map(|c| c.second).collect::<Vec<_>>(), [10, 12]);
        count(&pulse, Ok(Place::SoldOut));
        pulse.collect(at(10 + SECONDS_SHOWN));
        assert_eq!(
            unsent(&pulse).iter().map(|c| c.second).collect::<Vec<_>>(),
            [12, 10 + SECONDS_SHOWN]
        );
    }
}
