//! The course of a rehearsal: what happened in which part of a second. Worked out afterwards from
//! every answer and every coupon, so that no sampling is between what happened and what is shown.

use crate::clicking::Clicked;
use crate::latency::Latency;
use crate::ledger::Ledger;
use crate::told::Answer;
use serde::Serialize;
use shop::Moment;
use std::collections::HashMap;
use std::time::Duration;

/// As many points as a drawing shows well.
const POINTS_MAX: u128 = 90;
/// Steps that people count in.
const STEPS_MS: [u64; 11] = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000];
const MS_PER_S: f64 = 1_000.0;

/// One step of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Seconds from the opening to the end of this step.
    pub at_s: f64,
    /// Clicks answered, as if for a second.
    pub clicks_per_s: f64,
    /// Coupons issued, as if for a second.
    pub coupons_per_s: f64,
    /// How many are in the line at the end of it.
    pub waiting: u64,
    /// Of the clicks answered in it.
    pub latency: Option<Latency>,
}

/// The steps from the opening to the last answer or coupon.
pub fn of(opens_at: Moment, clicked: &[Clicked], ledger: &Ledger) -> Vec<Point> {
    let since = |at: Moment| u64::try_from(at.ms() - opens_at.ms()).unwrap_or(0);
    let answers = clicked.iter().map(|click| since(click.told.at));
    let coupons: Vec<u64> = ledger.coupons.iter().map(|coupon| since(coupon.issued_at)).collect();
    let Some(end) = answers.chain(coupons.iter().copied()).max() else { return Vec::new() };
    let step = step_ms(end);
    let steps = usize::try_from(end / step).unwrap_or(0) + 1;
    let place = |ms: u64| usize::try_from(ms / step).unwrap_or(usize::MAX).min(steps - 1);

    let mut latencies: Vec<Vec<Duration>> = vec![Vec::new(); steps];
    for click in clicked {
        latencies[place(since(click.told.at))].push(click.latency);
    }
    let mut issued = vec![0_u64; steps];
    for at in &coupons {
        issued[place(*at)] += 1;
    }
    let waiting = waiting(clicked, ledger, steps, |at| place(since(at)));
    let per_s = |count: u64| count as f64 * MS_PER_S / step as f64;
    (0..steps)
        .map(|n| Point {
            at_s: (n as u64 + 1) as f64 * step as f64 / MS_PER_S,
            clicks_per_s: per_s(latencies[n].len() as u64),
            coupons_per_s: per_s(issued[n]),
            waiting: waiting[n],
            latency: Latency::of(latencies[n].iter().copied()),
        })
        .collect()
}

/// Who has a ticket and no coupon, until the last coupon is somebody's: then nobody waits.
fn waiting(
    clicked: &[Clicked],
    ledger: &Ledger,
    steps: usize,
    place: impl Fn(Moment) -> usize,
) -> Vec<u64> {
    let mut came: HashMap<_, Moment> = HashMap::new();
    for click in clicked.iter().filter(|c| matches!(c.told.answer, Answer::Waiting { .. })) {
        let at = came.entry(click.told.member).or_insert(click.told.at);
        *at = click.told.at.min(*at);
    }
    let mut change = vec![0_i64; steps];
    for at in came.values() {
        change[place(*at)] += 1;
    }
    for coupon in &ledger.coupons {
        // The coupon may have been quicker than the answer that told of the ticket.
        if let Some(at) = came.get(&coupon.member) {
            change[place(coupon.issued_at.max(*at))] -= 1;
        }
    }
    let is_sold_out = ledger.coupons.len() >= ledger.quota as usize;
    let last = ledger.coupons.iter().map(|coupon| place(coupon.issued_at)).max();
    let nobody_from = last.filter(|_| is_sold_out).unwrap_or(steps);
    let mut waiting = 0;
    (0..steps)
        .map(|n| {
            waiting += change[n];
            if n >= nobody_from { 0 } else { u64::try_from(waiting).unwrap_or(0) }
        })
        .collect()
}

fn step_ms(end: u64) -> u64 {
    let fits = |step: &u64| u128::from(end / step) < POINTS_MAX;
    STEPS_MS.into_iter().find(fits).unwrap_or(STEPS_MS[STEPS_MS.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Coupon;
    use crate::told::Told;
    use shop::members::MemberId;

    const OPENS_MS: i64 = 10_000;

    fn clicked(member: u64, at_ms: i64, answer: Answer) -> Clicked {
        let told = Told { member: MemberId(member), at: Moment::from_ms(OPENS_MS + at_ms), answer };
        let latency = Duration::from_millis(4);
        Clicked { actor: 0, told, latency, sent_late: Duration::ZERO }
    }

    fn waiting(ticket: u64) -> Answer {
        Answer::Waiting { ticket, epoch: 1, poll_after: Duration::ZERO }
    }

    fn ledger(quota: u32, issued: &[(u64, i64)]) -> Ledger {
        let coupons = issued.iter().map(|(member, at_ms)| Coupon {
            member: MemberId(*member),
            code: "A".into(),
            ticket: Some(*member),
            issued_at: Moment::from_ms(OPENS_MS + at_ms),
        });
        Ledger { quota, counted: issued.len() as u32, coupons: coupons.collect() }
    }

    #[test]
    fn every_click_and_every_coupon_is_in_its_step() {
        let clicks = [
            clicked(1, 5, waiting(1)),
            clicked(2, 6, waiting(2)),
            clicked(2, 25, waiting(2)),
            clicked(3, 30, waiting(3)),
            clicked(4, 90, Answer::SoldOut),
        ];
        let course = of(Moment::from_ms(OPENS_MS), &clicks, &ledger(2, &[(1, 22), (2, 61)]));
        let column = |f: fn(&Point) -> f64| course.iter().map(f).collect::<Vec<_>>();
        assert_eq!(column(|p| p.at_s), [0.02, 0.04, 0.06, 0.08, 0.1]);
        assert_eq!(column(|p| p.clicks_per_s), [100.0, 100.0, 0.0, 0.0, 50.0]);
        assert_eq!(column(|p| p.coupons_per_s), [0.0, 50.0, 0.0, 50.0, 0.0]);
        // The third is told no with the last coupon.
        assert_eq!(column(|p| p.waiting as f64), [2.0, 2.0, 2.0, 0.0, 0.0]);
        assert_eq!(course[2].latency, None);
        assert_eq!(course[4].latency.expect("one").count, 1);
    }

    #[test]
    fn whoever_is_not_served_goes_on_waiting() {
        let clicks = [clicked(1, 5, waiting(1)), clicked(2, 6, waiting(2))];
        // The first coupon was committed before the answer with its ticket was read.
        let course = of(Moment::from_ms(OPENS_MS), &clicks, &ledger(5, &[(1, 4)]));
        assert_eq!(course.last().map(|point| point.waiting), Some(1));
        assert_eq!(of(Moment::from_ms(0), &[], &ledger(5, &[])), []);
    }

    #[test]
    fn a_long_course_has_no_more_points_than_a_short_one() {
        for (end, step) in [(0, 20), (1_799, 20), (1_800, 50), (60_000, 1_000), (90_000, 2_000)] {
            assert_eq!(step_ms(end), step, "{end} ms");
        }
        assert_eq!(step_ms(u64::MAX), 60_000);
    }
}
