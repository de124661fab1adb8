//! The watchers' own tests.

use super::frame::{self, Frame};
use super::sightings::Sightings;
use shop::Moment;
use shop::drops::{DropId, LineState, LineView};

fn line(epoch: i64, serving: u64, state: LineState) -> LineView {
    let (opens_at, closes_at) = (Moment::from_ms(0), Moment::from_ms(1));
    LineView {
        drop_id: DropId(7),
        epoch,
        version: 1,
        state,
        serving,
        last: 100,
        remaining: 5,
        quota: 10,
        opens_at,
        closes_at,
    }
}

#[test]
fn frames_are_read_whatever_their_length_and_however_they_are_cut() {
    for length in [0, 1, 125, 126, 70_000] {
        let payload = vec![b'x'; length];
        let mut bytes = vec![0x81];
        match length {
            0..126 => bytes.push(length as u8),
            126..65_536 => bytes.extend([&[126][..], &(length as u16).to_be_bytes()].concat()),
            _ => bytes.extend([&[127][..], &(length as u64).to_be_bytes()].concat()),
        }
        bytes.extend(&payload);
        for cut in [1, 2, 3, bytes.len() / 2, bytes.len() - 1] {
            if cut < bytes.len() {
                assert_eq!(frame::read(&bytes[..cut]), None, "{cut} of {length}");
            }
        }
        bytes.extend([0x89, 0]);
        let (first, end) = frame::read(&bytes).expect("a frame");
        assert_eq!(first, Frame::Text(&payload));
        assert_eq!(frame::read(&bytes[end..]), Some((Frame::Ping, 2)));
    }
    assert_eq!(frame::text("hi"), [0x81, 0x82, 0, 0, 0, 0, b'h', b'i']);
}

#[test]
fn a_step_back_within_an_epoch_is_noticed() {
    let steps_back = |before: LineView, after: LineView| {
        let mut sightings = Sightings::default();
        sightings.note(Some(&before), &after, Moment::from_ms(5), Moment::from_ms(9));
        sightings.steps_back
    };
    use LineState::{Open, SoldOut};
    assert_eq!(steps_back(line(1, 5, Open), line(1, 4, Open)), 1);
    assert_eq!(steps_back(line(1, 5, SoldOut), line(1, 5, Open)), 1);
    assert_eq!(steps_back(line(1, 5, Open), line(1, 5, Open)), 0);
    assert_eq!(steps_back(line(1, 5, Open), line(2, 0, Open)), 0, "a new line begins anew");
}

#[test]
fn a_tick_that_somebody_missed_is_told_and_the_ends_do_not_count() {
    let mut sightings = Sightings::default();
    for (told_at, watchers) in [(1, 1), (2, 3), (3, 2), (4, 3), (5, 1)] {
        for _ in 0..watchers {
            let (told_at, now) = (Moment::from_ms(told_at * 250), Moment::from_ms(told_at * 260));
            sightings.note(None, &line(1, 1, LineState::Open), told_at, now);
        }
    }
    assert_eq!(sightings.ticks_that_reached(3), (2, 3));
    let lag = sightings.lag().expect("sightings");
    assert_eq!((lag.count, lag.max_ms.round()), (10, 50.0));
}
