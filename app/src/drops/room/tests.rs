//! The rules of a room, one a test.

mod challenge;

use super::*;
use shop::Won;
use shop::drops::{Discount, DropId, IssuedCoupon, Terms};
use std::time::Duration;

const DROP: DropId = DropId(7);
const EPOCH: i64 = 100;
const OPENS: Moment = Moment::from_ms(1_000_000);
const NOW: Moment = Moment::from_ms(1_005_000);
const CLOSES: Moment = Moment::from_ms(2_000_000);

fn drop() -> Drop {
    let discount = Discount::Fixed(Won(5_000));
    Drop {
        id: DROP,
        name: "겨울".into(),
        quota: 100,
        issued: 10,
        opens_at: OPENS,
        closes_at: CLOSES,
        terms: Terms { discount, minimum_spend: Won(0), valid_days: 14 },
        rate_per_s: None,
        paused_at: None,
        version: 1,
    }
}

fn waiting(ticket: u64, serving: u64, epoch: i64) -> Place {
    Place::Waiting { ticket, serving, epoch, eta_s: Some(9), poll_after_ms: 2_000 }
}

fn line(serving: u64) -> LineView {
    let state = LineState::Open;
    LineView {
        drop_id: DROP,
        epoch: EPOCH,
        version: 1,
        state,
        serving,
        last: 1_000,
        remaining: 80,
        quota: 100,
        opens_at: OPENS,
        closes_at: CLOSES,
    }
}

fn frame(line: LineView) -> Heard {
    Heard::Frame(ToBrowser::Line { line, speed_per_s: None, is_stopped: false, now: NOW })
}

fn issued() -> (IssuedCoupon, Heard) {
    let coupon = IssuedCoupon { code: "AAAA-BBBB-CCCC".into(), expires_at: CLOSES };
    let frame = ToBrowser::Issued { drop_id: DROP, coupon: coupon.clone() };
    (coupon, Heard::Frame(frame))
}

fn after(ms: u64) -> Moment {
    NOW.plus(Duration::from_millis(ms))
}

/// A member who waits with ticket 50 while 20 is served, with an open socket.
fn in_line() -> Room {
    let mut room = Room::new(drop(), Some(Ok(waiting(50, 20, EPOCH))));
    room.hear(Heard::Connected, NOW, 0.0);
    room
}

#[test]
fn a_visitor_sees_the_countdown_then_the_button_then_that_it_closed() {
    let room = Room::new(drop(), None);
    let before = OPENS.minus(Duration::from_secs(2));
    assert_eq!(room.shown(before), Shown::Countdown(Duration::from_secs(2)));
    assert_eq!(room.shown(OPENS), Shown::MayJoin { is_paused: false });
    assert_eq!(room.shown(CLOSES), Shown::Closed);
}

#[test]
fn the_button_wakes_up_by_itself_at_the_opening() {
    let before = OPENS.minus(Duration::from_secs(60));
    let place = Place::NotOpen { opens_at: OPENS, now: before };
    let room = Room::new(drop(), Some(Ok(place)));
    assert!(matches!(room.shown(before), Shown::Countdown(_)));
    assert_eq!(room.shown(OPENS), Shown::MayJoin { is_paused: false });
}

#[test]
fn the_position_is_the_ticket_less_who_is_served() {
    let mut room = in_line();
    let speed_per_s = Some(8);
    let told = ToBrowser::Line { line: line(30), speed_per_s, is_stopped: false, now: NOW };
    room.hear(Heard::Frame(told), NOW, 0.0);
    let shown = Shown::Waiting { ticket: 50, position: Some(20), eta_s: Some(3), is_paused: false };
    assert_eq!(room.shown(NOW), shown);
    assert_eq!(room.remaining(), 80);
}

#[test]
fn a_line_does_not_go_back() {
    let mut room = in_line();
    room.hear(frame(line(40)), NOW, 0.0);
    room.hear(frame(LineView { remaining: 99, ..line(39) }), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { position: Some(10), .. }));
    assert_eq!(room.remaining(), 80);
}

#[test]
fn another_drops_line_is_none_of_our_business() {
    let mut room = in_line();
    room.hear(frame(LineView { drop_id: DropId(8), ..line(49) }), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { position: Some(30), .. }));
}

#[test]
fn an_issued_coupon_is_shown_and_nothing_takes_it_away() {
    let mut room = in_line();
    let (coupon, news) = issued();
    room.hear(news, NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::Issued(coupon.clone()));
    room.hear(Heard::Answer(Ok(waiting(50, 49, EPOCH))), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::Issued(coupon));
    assert_eq!(room.due(after(600_000)), None);
}

#[test]
fn my_turn_without_news_asks_after_300_to_1000_ms_once() {
    let mut room = in_line();
    room.hear(frame(line(50)), NOW, 0.5);
    assert_eq!(room.due(after(649)), None);
    // More frames do not put it off.
    room.hear(frame(line(51)), after(640), 0.9);
    assert_eq!(room.due(after(650)), Some(Step::AskMine));
    assert_eq!(room.due(after(60_000)), None, "it is being asked already");
}

#[test]
fn asking_in_vain_is_done_more_and_more_slowly() {
    let mut room = in_line();
    room.hear(frame(line(50)), NOW, 0.0);
    assert_eq!(room.due(after(300)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(waiting(50, 50, EPOCH))), after(300), 0.0);
    assert_eq!(room.due(after(899)), None);
    assert_eq!(room.due(after(900)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(waiting(50, 50, EPOCH))), after(900), 0.0);
    assert_eq!(room.due(after(2_099)), None);
    assert_eq!(room.due(after(2_100)), Some(Step::AskMine));
}

#[test]
fn sold_out_is_asked_and_never_concluded() {
    let mut room = in_line();
    room.hear(frame(LineView { state: LineState::SoldOut, remaining: 0, ..line(40) }), NOW, 0.5);
    assert!(matches!(room.shown(NOW), Shown::Waiting { .. }));
    assert_eq!(room.due(after(499)), None);
    assert_eq!(room.due(after(500)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(Place::SoldOut)), after(500), 0.0);
    assert_eq!(room.shown(NOW), Shown::SoldOut);
    assert_eq!(room.due(after(600_000)), None);
}

#[test]
fn coupons_that_come_back_open_the_room_again() {
    let mut room = in_line();
    room.hear(Heard::Answer(Ok(Place::SoldOut)), NOW, 0.0);
    room.hear(frame(line(40)), NOW, 0.5);
    assert_eq!(room.due(after(1_000)), Some(Step::AskMine));
}

#[test]
fn a_rebuilt_line_is_joined_again_within_two_seconds() {
    let mut room = in_line();
    room.hear(frame(LineView { epoch: EPOCH + 1, ..line(0) }), NOW, 0.75);
    assert_eq!(room.due(after(1_499)), None);
    assert_eq!(room.due(after(1_500)), Some(Step::Join));
    room.hear(Heard::Answer(Ok(waiting(3, 0, EPOCH + 1))), after(1_600), 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { ticket: 3, position: Some(3), .. }));
    assert_eq!(room.due(after(20_000)), None);
}

#[test]
fn an_answer_of_a_newer_line_is_no_reason_to_join_again() {
    let mut room = in_line();
    room.hear(frame(line(30)), NOW, 0.0);
    room.hear(Heard::Answer(Ok(waiting(2, 0, EPOCH + 1))), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { ticket: 2, position: Some(2), .. }));
    assert_eq!(room.due(after(20_000)), None);
}

#[test]
fn a_ticket_that_the_server_has_lost_is_taken_again() {
    let mut room = in_line();
    room.hear(Heard::Answer(Ok(Place::NotJoined)), NOW, 0.5);
    assert_eq!(room.due(after(1_000)), Some(Step::Join));
}

#[test]
fn nobody_is_put_in_line_who_did_not_click() {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.hear(Heard::Connected, NOW, 0.0);
    room.hear(frame(line(50)), NOW, 0.0);
    room.hear(frame(LineView { epoch: EPOCH + 1, ..line(0) }), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: false });
    assert_eq!(room.due(after(600_000)), None);
}

#[test]
fn without_a_socket_it_asks_as_often_as_it_was_told() {
    let mut room = Room::new(drop(), Some(Ok(waiting(50, 20, EPOCH))));
    room.hear(Heard::Disconnected, NOW, 0.5);
    assert_eq!(room.due(after(2_499)), None);
    assert_eq!(room.due(after(2_500)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(waiting(50, 25, EPOCH))), after(2_600), 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { position: Some(25), .. }));
    assert_eq!(room.due(after(4_600)), Some(Step::AskMine));
}

#[test]
fn a_socket_that_speaks_needs_no_asking_and_a_silent_one_does() {
    let mut room = in_line();
    room.hear(frame(line(21)), after(29_000), 0.0);
    assert_eq!(room.due(after(58_999)), None);
    assert_eq!(room.due(after(59_000)), Some(Step::AskMine));
}

#[test]
fn waking_up_and_reconnecting_ask_soon() {
    let mut room = in_line();
    room.hear(Heard::Woke, NOW, 0.5);
    assert_eq!(room.due(after(150)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(waiting(50, 20, EPOCH))), after(200), 0.0);
    room.hear(Heard::Disconnected, after(300), 0.0);
    room.hear(Heard::Connected, after(400), 0.0);
    assert_eq!(room.due(after(400)), Some(Step::AskMine));
}

#[test]
fn a_question_that_a_sleep_swallowed_is_asked_again_and_a_click_is_not() {
    let mut room = in_line();
    room.asks(Step::AskMine);
    assert_eq!(room.due(after(600_000)), None);
    room.hear(Heard::Woke, after(600_000), 0.5);
    assert_eq!(room.due(after(600_150)), Some(Step::AskMine));

    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.asks(Step::Join);
    room.hear(Heard::Woke, NOW, 0.5);
    assert_eq!(room.due(after(600_000)), None);
}

#[test]
fn when_the_server_is_away_the_place_stays_and_it_tries_again_in_time() {
    let mut room = in_line();
    room.hear(Heard::Woke, NOW, 0.0);
    assert_eq!(room.due(NOW), Some(Step::AskMine));
    let away = Refusal::Unavailable { retry_after_s: 3 };
    room.hear(Heard::Answer(Err(away.clone())), NOW, 0.5);
    assert!(matches!(room.shown(NOW), Shown::Waiting { ticket: 50, .. }));
    assert_eq!(room.refusal(), Some(&away));
    assert_eq!(room.due(after(3_499)), None);
    assert_eq!(room.due(after(3_500)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(waiting(50, 30, EPOCH))), after(3_600), 0.0);
    assert_eq!(room.refusal(), None);
}

#[test]
fn a_click_that_met_a_busy_shop_is_made_again() {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.asks(Step::Join);
    room.hear(Heard::Answer(Err(Refusal::Busy { retry_after_s: 1 })), NOW, 0.0);
    assert_eq!(room.due(after(1_000)), Some(Step::Join));
}

#[test]
fn a_session_that_ended_is_said_and_not_asked_again() {
    let mut room = in_line();
    room.asks(Step::AskMine);
    room.hear(Heard::Answer(Err(Refusal::NotSignedIn)), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { .. }));
    assert_eq!(room.due(after(600_000)), None);
}

#[test]
fn a_click_a_moment_too_early_counts_at_the_opening() {
    let before = OPENS.minus(Duration::from_millis(800));
    let mut room = Room::new(drop(), Some(Ok(Place::NotOpen { opens_at: OPENS, now: before })));
    room.asks(Step::Join);
    room.hear(Heard::Answer(Ok(Place::NotOpen { opens_at: OPENS, now: before })), before, 0.0);
    assert_eq!(room.due(OPENS), None);
    assert_eq!(room.due(OPENS.plus(Duration::from_millis(50))), Some(Step::Join));
}

#[test]
fn a_pause_keeps_the_ticket_and_its_end_is_noticed() {
    let mut room = in_line();
    room.hear(frame(LineView { state: LineState::Paused, ..line(30) }), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { is_paused: true, .. }));
    room.hear(Heard::Answer(Ok(Place::Paused { ticket: Some(50) })), NOW, 0.0);
    let shown = Shown::Waiting { ticket: 50, position: Some(20), eta_s: None, is_paused: true };
    assert_eq!(room.shown(NOW), shown);
    room.hear(frame(line(31)), NOW, 0.5);
    assert_eq!(room.due(after(1_000)), Some(Step::AskMine));
}

#[test]
fn a_visitor_is_told_that_all_is_gone_by_the_line() {
    let mut room = Room::new(drop(), None);
    room.hear(frame(LineView { state: LineState::SoldOut, remaining: 0, ..line(90) }), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::SoldOut);
}

#[test]
fn in_a_pause_there_are_tickets_and_the_button_says_so() {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.hear(frame(LineView { state: LineState::Paused, version: 2, ..line(30) }), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: true });
    room.asks(Step::Join);
    room.hear(Heard::Answer(Ok(Place::Paused { ticket: Some(60) })), NOW, 0.0);
    let shown = Shown::Waiting { ticket: 60, position: Some(30), eta_s: None, is_paused: true };
    assert_eq!(room.shown(NOW), shown);
}

#[test]
fn a_page_rendered_in_a_pause_says_so_before_any_frame() {
    let paused = Drop { paused_at: Some(NOW), ..drop() };
    let room = Room::new(paused.clone(), None);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: true });
    let mut room = Room::new(paused, Some(Ok(waiting(50, 20, EPOCH))));
    assert!(matches!(room.shown(NOW), Shown::Waiting { is_paused: true, .. }));
    room.hear(frame(LineView { version: 2, ..line(20) }), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { is_paused: false, .. }), "the line knows");
}

#[test]
fn the_line_moves_on_at_once_when_the_pause_ends() {
    let mut room = Room::new(drop(), Some(Ok(Place::Paused { ticket: Some(50) })));
    room.hear(Heard::Connected, NOW, 0.0);
    room.hear(frame(LineView { version: 3, ..line(30) }), NOW, 0.0);
    assert!(matches!(
        room.shown(NOW),
        Shown::Waiting { ticket: 50, position: Some(20), is_paused: false, .. }
    ));
}

#[test]
fn an_older_change_of_the_owners_does_not_come_back() {
    let mut room = in_line();
    room.hear(frame(LineView { state: LineState::Paused, version: 2, ..line(30) }), NOW, 0.0);
    room.hear(frame(LineView { version: 1, ..line(30) }), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { is_paused: true, .. }));
}

#[test]
fn a_click_in_a_pause_without_a_line_is_made_again() {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.asks(Step::Join);
    room.hear(Heard::Answer(Ok(Place::Paused { ticket: None })), NOW, 0.5);
    assert_eq!(room.shown(NOW), Shown::Paused);
    assert_eq!(room.due(after(999)), None);
    assert_eq!(room.due(after(1_000)), Some(Step::Join));
}

#[test]
fn who_did_not_click_is_not_put_in_line_after_a_pause_without_a_line() {
    let mut room = Room::new(drop(), Some(Ok(Place::Paused { ticket: None })));
    room.hear(Heard::Connected, NOW, 0.0);
    room.hear(frame(line(50)), NOW, 0.5);
    assert_eq!(room.due(after(1_000)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(Place::NotJoined)), after(1_000), 0.0);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: false });
    assert_eq!(room.due(after(600_000)), None);
}

#[test]
fn a_line_rebuilt_in_a_pause_is_asked_about() {
    let mut room = Room::new(drop(), Some(Ok(Place::Paused { ticket: Some(50) })));
    room.hear(Heard::Connected, NOW, 0.0);
    let paused = LineView { state: LineState::Paused, version: 2, ..line(30) };
    room.hear(frame(paused), NOW, 0.0);
    room.hear(frame(LineView { epoch: EPOCH + 1, ..paused }), NOW, 0.5);
    assert_eq!(room.due(after(150)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(Place::NotJoined)), after(200), 0.0);
    assert_eq!(room.due(after(200)), Some(Step::Join), "the ticket is gone, not the wish");
}

#[test]
fn coupons_added_after_all_were_gone_bring_the_button_back() {
    let mut room = Room::new(drop(), Some(Ok(Place::SoldOut)));
    room.hear(Heard::Connected, NOW, 0.0);
    let gone = LineView { state: LineState::SoldOut, remaining: 0, ..line(90) };
    room.hear(frame(gone), NOW, 0.0);
    assert_eq!(room.due(after(600_000)), None);
    let more = LineView { epoch: EPOCH + 1, version: 2, quota: 150, remaining: 50, ..line(90) };
    room.hear(frame(more), NOW, 0.5);
    assert_eq!(room.due(after(1_000)), Some(Step::AskMine));
    room.hear(Heard::Answer(Ok(Place::NotJoined)), after(1_100), 0.0);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: false });
    assert_eq!((room.drop().quota, room.remaining()), (150, 50));
    assert_eq!(room.due(after(600_000)), None, "nobody is put in line who did not click again");
}

#[test]
fn who_was_told_sold_out_asks_when_they_come_back() {
    let mut room = Room::new(drop(), Some(Ok(Place::SoldOut)));
    room.hear(Heard::Woke, NOW, 0.5);
    assert_eq!(room.due(after(150)), Some(Step::AskMine));
}

#[test]
fn a_drop_closed_early_shuts_the_door_and_serves_who_waits() {
    let closed = LineView { version: 2, closes_at: NOW, ..line(30) };
    let mut visitor = Room::new(drop(), None);
    visitor.hear(frame(closed), NOW, 0.0);
    assert_eq!(visitor.shown(NOW), Shown::Closed);
    let mut room = in_line();
    room.hear(frame(closed), NOW, 0.0);
    assert!(matches!(room.shown(after(5_000)), Shown::Waiting { position: Some(20), .. }));
}

#[test]
fn a_countdown_follows_an_opening_that_was_moved() {
    let before = OPENS.minus(Duration::from_secs(60));
    let mut room = Room::new(drop(), Some(Ok(Place::NotOpen { opens_at: OPENS, now: before })));
    let later = OPENS.plus(Duration::from_secs(30));
    room.hear(frame(LineView { version: 2, opens_at: later, ..line(0) }), before, 0.0);
    assert_eq!(room.shown(before), Shown::Countdown(Duration::from_secs(90)));
    assert!(matches!(room.shown(OPENS), Shown::Countdown(_)));
}

#[test]
fn who_leaves_is_at_the_door_again_and_stays_there() {
    let mut room = in_line();
    room.hear(Heard::Woke, NOW, 0.0);
    assert_eq!(room.due(NOW), Some(Step::AskMine));
    room.hear(Heard::Left(Ok(Place::NotJoined)), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: false });
    assert!(room.is_given_back());
    // What was asked before the leaving is answered after it.
    room.hear(Heard::Answer(Ok(waiting(50, 30, EPOCH))), after(10), 0.0);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: false });
    room.hear(Heard::Answer(Ok(Place::NotJoined)), after(20), 0.0);
    assert_eq!(room.due(after(600_000)), None);
}

#[test]
fn who_comes_again_after_leaving_has_a_new_ticket() {
    let mut room = in_line();
    room.hear(Heard::Left(Ok(Place::NotJoined)), NOW, 0.0);
    room.asks(Step::Join);
    room.hear(Heard::Answer(Ok(waiting(90, 30, EPOCH))), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { ticket: 90, .. }));
    assert!(!room.is_given_back());
}

#[test]
fn a_place_given_back_elsewhere_is_not_taken_again() {
    let mut room = in_line();
    room.hear(frame(line(30)), NOW, 0.0);
    room.hear(Heard::Answer(Ok(Place::NotJoined)), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: false });
    assert!(room.is_given_back());
    assert_eq!(room.due(after(600_000)), None);

    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.hear(frame(line(30)), NOW, 0.0);
    assert!(!room.is_given_back(), "there was none");
}

#[test]
fn who_leaves_too_late_is_told_what_became_of_the_ticket() {
    let mut room = in_line();
    let (coupon, _) = issued();
    room.hear(Heard::Left(Ok(Place::Issued(coupon.clone()))), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::Issued(coupon));
}

#[test]
fn leaving_is_not_tried_again_by_itself() {
    let mut room = in_line();
    let away = Refusal::Unavailable { retry_after_s: 1 };
    room.hear(Heard::Left(Err(away.clone())), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { ticket: 50, .. }));
    assert_eq!(room.refusal(), Some(&away));
    assert_eq!(room.due(after(1_000)), Some(Step::AskMine));
}

/// A frame that says that the owner takes no clicks.
fn stop_frame() -> Heard {
    let line = line(30);
    Heard::Frame(ToBrowser::Line { line, speed_per_s: None, is_stopped: true, now: NOW })
}

#[test]
fn a_click_in_an_emergency_stop_is_made_again_when_it_ends() {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.hear(Heard::Connected, NOW, 0.0);
    room.asks(Step::Join);
    room.hear(Heard::Answer(Ok(Place::Stopped { poll_after_ms: 5_000 })), NOW, 0.5);
    assert_eq!(room.shown(NOW), Shown::Stopped { has_clicked: true });
    room.hear(stop_frame(), NOW, 0.5);
    assert_eq!(room.due(after(7_499)), None, "as often as it was told, or half as often");
    room.hear(frame(line(31)), after(1_000), 0.5);
    assert_eq!(room.due(after(2_000)), Some(Step::Join));
    room.hear(Heard::Answer(Ok(waiting(90, 31, EPOCH))), after(2_100), 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { ticket: 90, .. }));
}

#[test]
fn without_a_socket_a_stopped_click_is_made_again_by_itself() {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined)));
    room.asks(Step::Join);
    room.hear(Heard::Answer(Ok(Place::Stopped { poll_after_ms: 5_000 })), NOW, 0.5);
    assert_eq!(room.due(after(7_500)), Some(Step::Join));
}

#[test]
fn who_did_not_click_sees_the_stop_come_and_go_and_is_not_put_in_line() {
    let mut room = Room::new(drop(), Some(Ok(Place::NotJoined))).stopped(true);
    assert_eq!(room.shown(NOW), Shown::Stopped { has_clicked: false });
    room.hear(Heard::Connected, NOW, 0.0);
    room.hear(frame(line(30)), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::MayJoin { is_paused: false });
    room.hear(stop_frame(), NOW, 0.0);
    assert_eq!(room.shown(NOW), Shown::Stopped { has_clicked: false });
    assert_eq!(room.due(after(600_000)), None);
}

#[test]
fn an_emergency_stop_is_nothing_to_who_waits() {
    let mut room = in_line();
    room.hear(stop_frame(), NOW, 0.0);
    assert!(matches!(room.shown(NOW), Shown::Waiting { position: Some(20), .. }));
}
