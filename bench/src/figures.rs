//! The figures of a rehearsal.

use crate::clicking::Clicked;
use crate::latency::Latency;
use crate::ledger::Ledger;
use crate::schedule::Click;
use crate::timeline::Timeline;
use crate::told::{Answer, Told};
use serde::Serialize;
use shop::Moment;
use std::collections::BTreeMap;
use std::time::Duration;

const MS_PER_S: f64 = 1_000.0;

/// How it went.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    /// Clicks that were intended; every one was made.
    pub clicks: usize,
    /// Clicks that the shop answered, with whatever.
    pub answered: usize,
    /// Answered clicks a second, from the opening to the last answer.
    pub answered_per_s: f64,
    /// From each click's intended time to its answer.
    pub latency: Option<Latency>,
    /// The same, of the clicks that got a ticket.
    pub latency_waiting: Option<Latency>,
    /// The same, of the clicks that came too late.
    pub latency_sold_out: Option<Latency>,
    /// How late clicks were sent: the generator's own share of their latency.
    pub sent_late: Option<Latency>,
    /// What clicks were told, and how many were told it.
    pub answers: BTreeMap<String, usize>,
    /// Questions after the last click.
    pub asked_later: usize,
    /// Coupons in MySQL.
    pub issued: usize,
    /// Coupons a second from the first to the last; none if they came at one moment.
    pub issued_per_s: Option<f64>,
    /// Seconds from the opening to the last coupon.
    pub last_coupon_s: Option<f64>,
    /// Seconds from the last click to the last coupon; below zero it came before.
    pub last_coupon_after_last_click_s: Option<f64>,
    /// Seconds from the opening until the last member was told a decision.
    pub last_told_s: Option<f64>,
}

impl Figures {
    /// From everything that was seen.
    pub fn new(
        timeline: &Timeline,
        schedule: &[Click],
        clicked: &[Clicked],
        later: &[Told],
        ledger: &Ledger,
    ) -> Self {
        let answered = clicked.iter().filter(|c| c.told.answer != Answer::Unknown).count();
        let last_answer = clicked.iter().map(|c| c.told.at).max();
        let clicking_s = last_answer.map_or(0.0, |at| seconds(timeline.opens_at, at));
        let mut answers = BTreeMap::new();
        for click in clicked {
            *answers.entry(click.told.answer.name()).or_default() += 1;
        }
        let last_click = schedule.last().map_or(Duration::ZERO, |click| click.at);
        let issued = || ledger.coupons.iter().map(|coupon| coupon.issued_at);
        let issuing_s = issued().min().zip(issued().max()).map(|(a, b)| seconds(a, b));
        let last_coupon_s = issued().max().map(|at| seconds(timeline.opens_at, at));
        Self {
            clicks: schedule.len(),
            answered,
            answered_per_s: answered as f64 / clicking_s,
            latency: latency(clicked, |answer| *answer != Answer::Unknown),
            latency_waiting: latency(clicked, |a| matches!(a, Answer::Waiting { .. })),
            latency_sold_out: latency(clicked, |answer| *answer == Answer::SoldOut),
            sent_late: Latency::of(clicked.iter().map(|click| click.sent_late)),
            answers,
            asked_later: later.len(),
            issued: ledger.coupons.len(),
            issued_per_s: issuing_s.filter(|s| *s > 0.0).map(|s| ledger.coupons.len() as f64 / s),
            last_coupon_s,
            last_coupon_after_last_click_s: last_coupon_s.map(|s| s - last_click.as_secs_f64()),
            last_told_s: last_told(clicked, later).map(|at| seconds(timeline.opens_at, at)),
        }
    }
}

fn latency(clicked: &[Clicked], counts: impl Fn(&Answer) -> bool) -> Option<Latency> {
    Latency::of(clicked.iter().filter(|c| counts(&c.told.answer)).map(|c| c.latency))
}

/// When the last member learned what became of them: the first decision that each was told.
fn last_told(clicked: &[Clicked], later: &[Told]) -> Option<Moment> {
    let mut first = BTreeMap::new();
    for told in clicked.iter().map(|clicked| &clicked.told).chain(later) {
        if told.answer.is_decision() {
            first.entry(told.member).or_insert(told.at);
        }
    }
    first.into_values().max()
}

fn seconds(from: Moment, to: Moment) -> f64 {
    (to.ms() - from.ms()) as f64 / MS_PER_S
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Coupon;
    use shop::members::MemberId;

    fn clicked(actor: usize, at_ms: i64, latency_ms: u64, answer: Answer) -> Clicked {
        let told = Told { member: MemberId(actor as u64), at: Moment::from_ms(at_ms), answer };
        let latency = Duration::from_millis(latency_ms);
        Clicked { actor, told, latency, sent_late: Duration::ZERO }
    }

    #[test]
    fn the_figures_are_what_happened() {
        let timeline = Timeline::new(Moment::from_ms(10_000), Moment::from_ms(10_000));
        let schedule: Vec<Click> =
            (0..4).map(|n| Click { at: Duration::from_millis(250) * n, actor: 0 }).collect();
        let waiting = Answer::Waiting { ticket: 1, epoch: 1, poll_after: Duration::ZERO };
        let clicks = [
            clicked(0, 10_010, 10, waiting),
            clicked(1, 10_260, 10, Answer::SoldOut),
            clicked(2, 10_600, 100, Answer::SoldOut),
            clicked(3, 12_000, 1_250, Answer::Unknown),
        ];
        let later = [Told { answer: Answer::Issued("A".into()), ..clicks[0].told.clone() }];
        let coupons = [10_020, 10_520].map(|ms| Coupon {
            member: MemberId(0),
            code: "A".into(),
            ticket: None,
            issued_at: Moment::from_ms(ms),
        });
        let ledger = Ledger { quota: 2, counted: 2, coupons: coupons.to_vec() };
        let figures = Figures::new(&timeline, &schedule, &clicks, &later, &ledger);
        assert_eq!((figures.clicks, figures.answered), (4, 3));
        assert_eq!(figures.answered_per_s, 1.5);
        assert_eq!(figures.latency.expect("answers").max_ms.round(), 100.0);
        assert_eq!(figures.latency_waiting.expect("one").count, 1);
        assert_eq!(figures.answers["sold out"], 2);
        assert_eq!(figures.issued_per_s, Some(4.0));
        assert_eq!(figures.last_coupon_s, Some(0.52));
        let after = figures.last_coupon_after_last_click_s.expect("a coupon");
        assert!((after + 0.23).abs() < 1e-9, "{after}");
        assert_eq!(figures.last_told_s, Some(0.6));
    }
}
