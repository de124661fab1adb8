//! The proof of work before a ticket.

use super::*;
use shop::drops::challenge::{Bits, Challenge, PROOF_GOOD_FOR, Search};

fn challenge(text: &str) -> Challenge {
    Challenge { text: text.into(), bits: Bits::new(4).expect("some bits") }
}

fn challenged(text: &str) -> Heard {
    Heard::Answer(Ok(Place::Challenge(challenge(text))))
}

fn proof(text: &str) -> Proof {
    Search::new(challenge(text)).go_on(u32::MAX).expect("a proof")
}

/// A member who has clicked, and whose page works on the challenge.
fn at_work() -> Room {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.asks(Step::Join);
    room.hear(challenged("a"), NOW, 0.9);
    assert_eq!(room.due(NOW), Some(Step::Prove));
    room
}

#[test]
fn a_challenge_is_solved_and_answered_at_once() {
    let mut room = at_work();
    assert_eq!(room.challenge(), Some(&challenge("a")));
    assert_eq!(room.shown(NOW), Shown::Checking);
    assert_eq!(room.due(after(60_000)), None, "it is being solved");
    room.hear(Heard::Proved(proof("a")), after(900), 0.9);
    assert_eq!(room.due(after(900)), Some(Step::Join));
    assert_eq!(room.proof(after(900)), Some(&proof("a")));
    assert_eq!(room.shown(NOW), Shown::Checking, "until there is an answer");
    room.hear(Heard::Answer(Ok(waiting(50, 20, EPOCH))), after(1_000), 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { ticket: 50, .. }));
    assert_eq!(room.challenge(), None);
}

#[test]
fn what_was_asked_before_the_click_does_not_end_the_work() {
    let mut room = at_work();
    for old in [Ok(Place::NotJoined), Ok(Place::Paused { ticket: None }), Err(Refusal::Broken)] {
        room.hear(Heard::Answer(old), after(10), 0.0);
    }
    assert_eq!((room.challenge(), room.refusal()), (Some(&challenge("a")), None));
    room.hear(Heard::Proved(proof("a")), after(20), 0.0);
    assert_eq!(room.due(after(20)), Some(Step::Join));
}

#[test]
fn who_has_a_ticket_meanwhile_need_not_work_on() {
    let mut room = at_work();
    room.hear(Heard::Answer(Ok(waiting(50, 20, EPOCH))), after(10), 0.0);
    assert_eq!(room.challenge(), None);
    room.hear(Heard::Proved(proof("a")), after(20), 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { ticket: 50, .. }));
    assert_eq!(room.due(after(60)), None);
}

#[test]
fn a_proof_serves_again_after_a_refusal_and_for_another_line() {
    let mut room = at_work();
    room.hear(Heard::Proved(proof("a")), NOW, 0.0);
    assert_eq!(room.due(NOW), Some(Step::Join));
    room.hear(Heard::Answer(Err(Refusal::TooManyClicks { retry_after_s: 1 })), NOW, 0.0);
    assert_eq!(room.due(after(1_000)), Some(Step::Join));
    assert_eq!(room.proof(after(1_000)), Some(&proof("a")));
    room.hear(Heard::Answer(Ok(waiting(50, 20, EPOCH))), after(1_100), 0.0);
    room.hear(frame(LineView { epoch: EPOCH + 1, ..line(0) }), after(2_000), 0.0);
    assert_eq!(room.due(after(2_000)), Some(Step::Join));
    assert_eq!(room.proof(after(2_000)), Some(&proof("a")));
}

#[test]
fn a_proof_that_is_too_old_is_not_sent() {
    let mut room = at_work();
    room.hear(Heard::Proved(proof("a")), NOW, 0.0);
    let late = NOW.plus(PROOF_GOOD_FOR);
    assert_eq!(room.proof(late.minus(Duration::from_millis(1))), Some(&proof("a")));
    assert_eq!(room.proof(late), None);
}

#[test]
fn another_line_asks_for_another_proof_and_the_page_gives_it() {
    let mut room = in_line();
    room.hear(frame(LineView { epoch: EPOCH + 1, ..line(0) }), NOW, 0.0);
    assert_eq!(room.due(NOW), Some(Step::Join));
    room.hear(challenged("b"), after(100), 0.9);
    assert_eq!(room.due(after(100)), Some(Step::Prove));
    room.hear(Heard::Proved(proof("b")), after(200), 0.9);
    assert_eq!(room.due(after(200)), Some(Step::Join));
}

#[test]
fn a_stop_that_ends_is_followed_by_the_proof_that_is_there() {
    let mut room = at_work();
    room.hear(Heard::Connected, NOW, 0.0);
    room.hear(stop_frame(), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::Stopped { has_clicked: true });
    room.hear(Heard::Proved(proof("a")), NOW, 0.0);
    assert_eq!(room.due(NOW), Some(Step::Join));
    room.hear(Heard::Answer(Ok(Place::Stopped { poll_after_ms: 5_000 })), NOW, 0.5);
    room.hear(frame(line(31)), after(1_000), 0.5);
    assert_eq!(room.due(after(2_000)), Some(Step::Join));
    assert_eq!(room.proof(after(2_000)), Some(&proof("a")));
}

#[test]
fn a_proof_that_is_not_believed_is_made_anew_without_haste() {
    let mut room = at_work();
    room.hear(Heard::Proved(proof("a")), NOW, 0.0);
    assert_eq!(room.due(NOW), Some(Step::Join));
    room.hear(challenged("b"), NOW, 0.5);
    assert_eq!(room.proof(NOW), None);
    assert_eq!(room.due(after(3_999)), None);
    assert_eq!(room.due(after(4_000)), Some(Step::Prove));
    assert_eq!(room.shown(NOW), Shown::Checking);
}

#[test]
fn who_hears_that_all_is_gone_while_working_is_told_so() {
    let mut room = at_work();
    room.hear(frame(LineView { state: LineState::SoldOut, remaining: 0, ..line(90) }), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::SoldOut);
}

#[test]
fn nobody_works_who_did_not_click() {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.hear(Heard::Connected, NOW, 0.0);
    room.hear(frame(line(50)), NOW, 0.0);
    assert_eq!((room.due(after(600_000)), room.challenge()), (None, None));
}
