//! A talk as a counsellor reads it.

use super::tests::{ROOM, draft, key, room, said};
use super::*;
use shop::chat::Side;

const NOW: Moment = Moment::from_ms(1_000_000);

/// A room that a counsellor has opened and looks at.
fn opened(messages: Vec<Message>) -> Talk {
    let mut talk = Talk::of_counsellor(ROOM);
    let last = messages.last().map_or(0, |message| message.number);
    let shown = shop::chat::Talk { room: room(RoomState::Taken, last), messages };
    talk.hear(Heard::Shown(Some(ROOM), Ok(Some(shown))), NOW, 0.0);
    talk.hear(Heard::Connected, NOW, 0.0);
    talk
}

#[test]
fn a_counsellor_reads_everything_that_stands_there() {
    let mut talk = opened(vec![said(1, Side::Shopper), said(2, Side::Bot), said(3, Side::Shop)]);
    talk.hear(Heard::Looking(true), NOW, 0.0);
    assert!(talk.due(NOW).contains(&Step::Note { room_id: ROOM, number: 3 }));
    let read = Room { read_by_shop: 3, ..room(RoomState::Taken, 3) };
    talk.hear(Heard::Noted(Ok(())), NOW, 0.0);
    talk.hear(Heard::Frame(ToBrowser::Room { room: read }), NOW, 0.0);
    assert!(!talk.due(NOW).iter().any(|step| matches!(step, Step::Note { .. })));
}

#[test]
fn what_the_shopper_has_read_of_the_counsellors_words_is_marked() {
    let mut talk = opened(vec![said(1, Side::Shopper), said(2, Side::Counsellor)]);
    assert_eq!(talk.read_by_shopper(), None);
    let read = Room { read_by_shopper: 2, ..room(RoomState::Taken, 2) };
    talk.hear(Heard::Frame(ToBrowser::Room { room: read }), NOW, 0.0);
    assert_eq!(talk.read_by_shopper(), Some(key(2)));
}

#[test]
fn the_shopper_is_seen_writing_until_they_have_said_it() {
    let mut talk = opened(vec![said(1, Side::Shopper)]);
    let typing = |side| Heard::Frame(ToBrowser::Typing { room_id: ROOM, side, name: None });
    talk.hear(typing(Side::Counsellor), NOW, 0.0);
    assert_eq!(talk.typing(NOW), None, "a colleague is no news");
    talk.hear(typing(Side::Shopper), NOW, 0.0);
    assert_eq!(talk.typing(NOW), Some(None));
    let said = ToBrowser::Said { room_id: ROOM, messages: vec![said(2, Side::Shopper)] };
    talk.hear(Heard::Frame(said), NOW, 0.0);
    assert_eq!(talk.typing(NOW), None);
}

#[test]
fn what_a_counsellor_writes_goes_into_this_room() {
    let mut talk = opened(vec![said(1, Side::Shopper)]);
    talk.write(draft(9), NOW, 0.0);
    let sent = Step::Send { room_id: Some(ROOM), draft: draft(9) };
    assert!(talk.due(NOW).contains(&sent));
}
