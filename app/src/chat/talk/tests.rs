//! The rules of a talk, one a test.

use super::*;
use shop::chat::{Body, Side};

pub(super) const ROOM: RoomId = RoomId(7);
const NOW: Moment = Moment::from_ms(1_000_000);

fn after(ms: u64) -> Moment {
    NOW.plus(Duration::from_millis(ms))
}

pub(super) fn key(number: u32) -> MessageKey {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    MessageKey(bytes)
}

pub(super) fn said(number: u32, side: Side) -> Message {
    let body = Body::Text { text: format!("{number}"), card: None };
    Message { number, key: key(number), side, name: None, body, sent_at: NOW }
}

pub(super) fn room(state: RoomState, last_number: u32) -> Room {
    Room {
        id: ROOM,
        state,
        state_at: NOW,
        counsellor: None,
        opened_at: NOW,
        last_number,
        read_by_shopper: 0,
        read_by_shop: 0,
    }
}

pub(super) fn draft(number: u32) -> Draft {
    Draft { key: key(number), text: format!("{number}"), about: None }
}

fn frame(messages: Vec<Message>) -> Heard {
    Heard::Frame(ToBrowser::Said { room_id: ROOM, messages })
}

fn numbers(talk: &Talk) -> Vec<u32> {
    talk.thread.messages().iter().map(|message| message.number).collect()
}

/// A talk of so many messages of the bot's, which the reader follows.
fn talk_of(last: u32) -> Talk {
    let mut talk = Talk::default();
    talk.hear(Heard::Wanted, NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Show { room_id: None }]);
    let messages = (1..=last).map(|number| said(number, Side::Bot)).collect();
    let shown = shop::chat::Talk { room: room(RoomState::Bot, last), messages };
    talk.hear(Heard::Shown(None, Ok(Some(shown))), NOW, 0.0);
    talk.hear(Heard::Connected, NOW, 0.0);
    assert_eq!(talk.due(after(1_000)), [Step::Newer { room_id: ROOM, after: last }]);
    talk.hear(Heard::Newer(ROOM, Ok(vec![])), after(1_000), 0.0);
    talk
}

#[test]
fn whoever_never_wrote_asks_nothing() {
    let mut talk = Talk::default();
    talk.hear(Heard::Looking(false), NOW, 0.0);
    talk.hear(Heard::Woke, NOW, 0.0);
    assert_eq!((talk.wakes_at(), talk.due(after(1_000_000))), (None, vec![]));
    assert_eq!(talk.stage(), Stage::Loading);
}

#[test]
fn a_visitor_without_a_talk_sees_the_greeting_and_has_no_room_to_listen_to() {
    let mut talk = Talk::default();
    talk.hear(Heard::Wanted, NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Shown(None, Ok(None)), NOW, 0.0);
    assert_eq!((talk.stage(), talk.room_id()), (Stage::Empty, None));
    assert_eq!(talk.wakes_at(), None, "and asks nothing more");
}

#[test]
fn messages_come_in_their_order_and_once() {
    let mut talk = talk_of(2);
    talk.hear(frame(vec![said(3, Side::Bot), said(2, Side::Bot)]), NOW, 0.0);
    talk.hear(frame(vec![said(3, Side::Bot)]), NOW, 0.0);
    assert_eq!(numbers(&talk), [1, 2, 3]);
}

#[test]
fn a_number_that_is_not_the_next_one_is_asked_for() {
    let mut talk = talk_of(2);
    talk.hear(frame(vec![said(5, Side::Bot)]), after(1_000), 0.0);
    assert_eq!(numbers(&talk), [1, 2], "nothing is shown before its turn");
    assert_eq!(talk.due(after(1_100)), [], "it may be under way");
    assert_eq!(talk.due(after(1_150)), [Step::Newer { room_id: ROOM, after: 2 }]);
    talk.hear(Heard::Newer(ROOM, Ok(vec![said(3, Side::Bot), said(4, Side::Bot)])), NOW, 0.0);
    assert_eq!(numbers(&talk), [1, 2, 3, 4, 5]);
}

#[test]
fn a_room_that_has_more_than_the_page_is_asked_for_it() {
    let mut talk = talk_of(2);
    talk.hear(Heard::Frame(ToBrowser::Room { room: room(RoomState::Bot, 3) }), NOW, 0.0);
    assert_eq!(talk.due(after(500)), [Step::Newer { room_id: ROOM, after: 2 }]);
}

#[test]
fn another_room_is_none_of_our_business() {
    let mut talk = talk_of(1);
    let elsewhere = ToBrowser::Said { room_id: RoomId(8), messages: vec![said(2, Side::Bot)] };
    talk.hear(Heard::Frame(elsewhere), NOW, 0.0);
    let other = Room { id: RoomId(8), ..room(RoomState::Closed, 9) };
    talk.hear(Heard::Frame(ToBrowser::Room { room: other }), NOW, 0.0);
    assert_eq!((numbers(&talk), talk.is_closed()), (vec![1], false));
}

#[test]
fn after_a_new_connection_the_page_asks_what_it_missed() {
    let mut talk = talk_of(3);
    talk.hear(Heard::Disconnected, NOW, 0.0);
    talk.hear(Heard::Connected, after(2_000), 0.0);
    assert_eq!(talk.due(after(2_300)), [Step::Newer { room_id: ROOM, after: 3 }]);
}

#[test]
fn without_a_socket_the_page_asks_now_and_then() {
    let mut talk = talk_of(3);
    talk.hear(Heard::Disconnected, NOW, 0.0);
    assert_eq!(talk.due(after(7_999)), []);
    assert_eq!(talk.due(after(8_000)), [Step::Newer { room_id: ROOM, after: 3 }]);
}

#[test]
fn a_failure_is_tried_again_later_and_later() {
    let mut talk = Talk::default();
    talk.hear(Heard::Wanted, NOW, 0.0);
    talk.due(NOW);
    let down = Refusal::Unavailable { retry_after_s: 1 };
    talk.hear(Heard::Shown(None, Err(down.clone())), NOW, 0.0);
    assert_eq!(talk.stage(), Stage::Trouble(down.clone()));
    assert_eq!(talk.due(after(999)), []);
    assert_eq!(talk.due(after(1_000)), [Step::Show { room_id: None }]);
    talk.hear(Heard::Shown(None, Err(down)), after(1_000), 0.0);
    assert_eq!(talk.due(after(2_999)), []);
    assert_eq!(talk.due(after(3_000)).len(), 1);
}

#[test]
fn unread_is_what_the_shop_said_until_somebody_looks() {
    let mut talk = talk_of(2);
    assert_eq!(talk.unread(), 2);
    talk.hear(frame(vec![said(3, Side::Shopper), said(4, Side::Shop)]), NOW, 0.0);
    assert_eq!(talk.unread(), 2, "one's own words and events count for nothing");
    talk.hear(Heard::Looking(true), NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Note { room_id: ROOM, number: 2 }]);
    assert_eq!(talk.unread(), 0);
    talk.hear(frame(vec![said(5, Side::Bot)]), NOW, 0.0);
    assert_eq!(talk.due(NOW), [], "one note at a time");
    talk.hear(Heard::Noted(Ok(())), NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Note { room_id: ROOM, number: 5 }]);
}

#[test]
fn a_note_that_failed_is_made_again_and_what_is_noted_elsewhere_is_not() {
    let mut talk = talk_of(2);
    talk.hear(Heard::Looking(true), NOW, 0.0);
    talk.due(NOW);
    let refusal = Refusal::Unavailable { retry_after_s: 3 };
    talk.hear(Heard::Noted(Err(refusal)), NOW, 0.0);
    assert_eq!(talk.due(after(2_999)), []);
    assert_eq!(talk.due(after(3_000)), [Step::Note { room_id: ROOM, number: 2 }]);
    talk.hear(Heard::Looking(false), NOW, 0.0);
    talk.hear(frame(vec![said(3, Side::Bot)]), NOW, 0.0);
    let read = Room { read_by_shopper: 3, ..room(RoomState::Bot, 3) };
    talk.hear(Heard::Frame(ToBrowser::Room { room: read }), NOW, 0.0);
    assert_eq!(talk.unread(), 0, "another tab has read it");
}

#[test]
fn writing_is_shown_for_four_seconds_or_until_the_words_come() {
    let mut talk = talk_of(1);
    let typing = |side| ToBrowser::Typing { room_id: ROOM, side, name: Some("서윤".into()) };
    talk.hear(Heard::Frame(typing(Side::Shopper)), NOW, 0.0);
    assert_eq!(talk.typing(NOW), None, "another tab of the reader's");
    talk.hear(Heard::Frame(typing(Side::Counsellor)), NOW, 0.0);
    assert_eq!(talk.typing(after(3_999)), Some(Some("서윤")));
    assert_eq!(talk.wakes_at(), Some(after(4_000)));
    talk.due(after(4_000));
    assert_eq!((talk.typing(after(4_000)), talk.wakes_at()), (None, None));
    talk.hear(Heard::Frame(typing(Side::Counsellor)), NOW, 0.0);
    talk.hear(frame(vec![said(2, Side::Counsellor)]), NOW, 0.0);
    assert_eq!(talk.typing(NOW), None);
}

#[test]
fn ones_own_writing_is_told_to_people_every_three_seconds() {
    let mut talk = talk_of(1);
    assert!(!talk.may_tell_typing(NOW), "the bot does not wait for it");
    let taken = room(RoomState::Taken, 1);
    talk.hear(Heard::Frame(ToBrowser::Room { room: taken }), NOW, 0.0);
    let told = [0, 2_999, 3_000, 4_000].map(|ms| talk.may_tell_typing(after(ms)));
    assert_eq!(told, [true, false, true, false]);
    talk.hear(Heard::Disconnected, NOW, 0.0);
    assert!(!talk.may_tell_typing(after(60_000)));
}

#[test]
fn news_that_were_overtaken_take_nothing_back() {
    let mut talk = talk_of(1);
    let later = Room { state_at: after(5), read_by_shop: 1, ..room(RoomState::Taken, 1) };
    talk.hear(Heard::Frame(ToBrowser::Room { room: later }), NOW, 0.0);
    talk.hear(Heard::Frame(ToBrowser::Room { room: room(RoomState::Waiting, 1) }), NOW, 0.0);
    let known = talk.room().unwrap();
    assert_eq!((known.state, known.read_by_shop), (RoomState::Taken, 1));
}

#[test]
fn an_event_whose_news_were_lost_makes_the_page_ask_for_the_room() {
    let mut talk = talk_of(1);
    let event = Message { body: Body::Waiting, ..said(2, Side::Shop) };
    talk.hear(frame(vec![event]), NOW, 0.0);
    assert_eq!(talk.due(after(199)), []);
    assert_eq!(talk.due(after(200)), [Step::Show { room_id: Some(ROOM) }]);
}

#[test]
fn an_event_whose_news_came_asks_nothing() {
    let mut talk = talk_of(1);
    let event = Message { body: Body::Waiting, ..said(2, Side::Shop) };
    talk.hear(frame(vec![event]), NOW, 0.0);
    let waiting = Room { state_at: after(1), ..room(RoomState::Waiting, 2) };
    talk.hear(Heard::Frame(ToBrowser::Room { room: waiting }), NOW, 0.0);
    assert_eq!(talk.due(after(20_000)), []);
}

#[test]
fn older_messages_are_asked_for_until_the_first_one() {
    let mut talk = Talk::default();
    talk.hear(Heard::Wanted, NOW, 0.0);
    talk.due(NOW);
    let messages = (51..=100).map(|number| said(number, Side::Bot)).collect();
    let shown = shop::chat::Talk { room: room(RoomState::Closed, 100), messages };
    talk.hear(Heard::Shown(None, Ok(Some(shown))), NOW, 0.0);
    assert!(talk.has_older());
    talk.ask_older(NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Older { room_id: ROOM, before: 51 }]);
    let older = (1..=50).map(|number| said(number, Side::Bot)).collect();
    talk.hear(Heard::Older(ROOM, Ok(older)), NOW, 0.0);
    assert_eq!(numbers(&talk), (1..=100).collect::<Vec<_>>());
    assert!(!talk.has_older() && !talk.is_asking_older());
}

#[test]
fn a_new_talk_begins_empty_and_the_old_one_does_not_come_back() {
    let mut talk = talk_of(2);
    let closed = Room { state_at: after(1), ..room(RoomState::Closed, 2) };
    talk.hear(Heard::Frame(ToBrowser::Room { room: closed.clone() }), NOW, 0.0);
    assert!(talk.is_closed());
    talk.begin_anew();
    assert_eq!((talk.stage(), talk.room_id()), (Stage::Empty, None));
    let shown = shop::chat::Talk { room: closed, messages: vec![said(1, Side::Bot)] };
    talk.hear(Heard::Shown(None, Ok(Some(shown))), NOW, 0.0);
    assert_eq!(talk.stage(), Stage::Empty);
    talk.write(draft(9), NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Send { room_id: None, draft: draft(9) }]);
    talk.hear(Heard::Sent(key(9), Ok(Sent { room_id: RoomId(8), key: key(9) })), NOW, 0.0);
    assert_eq!(talk.room_id(), Some(RoomId(8)));
    assert_eq!(talk.due(NOW), [Step::Show { room_id: Some(RoomId(8)) }]);
}

#[test]
fn an_answer_from_before_the_room_was_opened_does_not_hide_it() {
    let mut talk = Talk::default();
    talk.hear(Heard::Wanted, NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Shown(None, Ok(None)), NOW, 0.0);
    talk.write(draft(1), NOW, 0.0);
    talk.hear(Heard::Changed, NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Sent(key(1), Ok(Sent { room_id: ROOM, key: key(1) })), NOW, 0.0);
    talk.hear(Heard::Shown(None, Ok(None)), NOW, 0.0);
    assert_eq!((talk.room_id(), talk.stage()), (Some(ROOM), Stage::Lines));
    assert_eq!(talk.due(NOW), [Step::Show { room_id: Some(ROOM) }], "it is asked for again");
}

#[test]
fn whoever_signs_in_finds_their_own_room_before_anything_is_sent() {
    let mut talk = talk_of(2);
    talk.write(draft(8), NOW, 0.0);
    talk.restart();
    assert_eq!((talk.room_id(), talk.stage()), (None, Stage::Loading));
    assert_eq!(talk.unsent(), [], "what another reader wrote is not theirs");
    talk.write(draft(9), NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Show { room_id: None }], "first the room, then the words");
    let shown =
        shop::chat::Talk { room: room(RoomState::Bot, 1), messages: vec![said(1, Side::Bot)] };
    talk.hear(Heard::Shown(None, Ok(Some(shown))), NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Send { room_id: Some(ROOM), draft: draft(9) }]);
}
