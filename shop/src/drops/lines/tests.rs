//! The speed of a line, and what is told of it.

use super::*;
use crate::Won;
use crate::drops::{Discount, Terms};

fn line(rate_per_s: Option<u32>) -> KnownLine {
    let terms = Terms { discount: Discount::Fixed(Won(1)), minimum_spend: Won(0), valid_days: 1 };
    KnownLine::new(Drop {
        id: DropId(1),
        name: "겨울".into(),
        quota: 10_000,
        issued: 0,
        opens_at: Moment::from_ms(0),
        closes_at: Moment::from_ms(1_000_000),
        terms,
        rate_per_s,
        paused_at: None,
        version: 1,
    })
}

fn view(serving: Ticket, last: Ticket) -> LineView {
    LineView {
        drop_id: DropId(1),
        epoch: 1,
        version: 1,
        state: LineState::Open,
        serving,
        last,
        remaining: 9_000,
        quota: 10_000,
        opens_at: Moment::from_ms(0),
        closes_at: Moment::from_ms(1_000_000),
    }
}

/// So many tickets a second are decided, from one second to another.
fn serve(line: &KnownLine, per_s: u64, seconds: std::ops::Range<u64>) {
    for ms in (seconds.start * 1_000..seconds.end * 1_000).step_by(100) {
        let serving = (ms - seconds.start * 1_000) * per_s / 1_000;
        line.hear(view(serving, 5_000), at(ms));
    }
}

fn at(ms: u64) -> Moment {
    Moment::from_ms(0).plus(Duration::from_millis(ms))
}

#[test]
fn a_rate_is_believed_until_it_was_seen_to_be_missed() {
    let line = line(Some(10));
    serve(&line, 3, 0..4);
    assert_eq!(line.speed_per_s(at(1_000)), Some(10));
    serve(&line, 3, 0..9);
    assert_eq!(line.speed_per_s(at(9_000)), Some(3));
}

#[test]
fn without_a_rate_it_is_what_was_seen() {
    let line = line(None);
    assert_eq!(line.speed_per_s(at(0)), None);
    serve(&line, 500, 0..6);
    let speed = line.speed_per_s(at(6_000)).unwrap();
    assert!((480..=520).contains(&speed), "{speed}");
}

#[test]
fn a_quiet_hour_does_not_slow_a_line_down() {
    let line = line(Some(10));
    line.hear(view(0, 0), at(0));
    serve(&line, 10, 600..606);
    for ms in [600_000, 602_000, 604_000, 606_000] {
        let speed = line.speed_per_s(at(ms)).unwrap();
        assert!((9..=10).contains(&speed), "{speed} at {ms}");
    }
}
