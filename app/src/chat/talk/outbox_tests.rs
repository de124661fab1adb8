//! What the reader has written is neither lost nor said twice.

use super::outbox::Outbox;
use super::tests::{ROOM, draft, key, room, said};
use super::*;
use shop::chat::{Card, Side};
use shop::{Bilingual, Won};

const NOW: Moment = Moment::from_ms(1_000_000);
const DOWN: Refusal = Refusal::Unavailable { retry_after_s: 1 };

fn after(ms: u64) -> Moment {
    NOW.plus(Duration::from_millis(ms))
}

fn keys(drafts: &[Draft]) -> Vec<MessageKey> {
    drafts.iter().map(|draft| draft.key).collect()
}

#[test]
fn messages_go_one_after_the_other() {
    let mut outbox = Outbox::default();
    outbox.add(draft(1));
    outbox.add(draft(2));
    assert_eq!(outbox.due(NOW), Some(draft(1)));
    assert_eq!(outbox.due(NOW), None);
    outbox.answered(key(1), Ok(()), NOW, 0.0);
    assert_eq!(outbox.due(NOW), Some(draft(2)));
}

#[test]
fn what_the_shop_cannot_take_is_sent_again_under_the_same_key_before_all_else() {
    let mut outbox = Outbox::default();
    outbox.add(draft(1));
    outbox.due(NOW);
    outbox.answered(key(1), Err(DOWN), NOW, 0.0);
    outbox.add(draft(2));
    assert!(outbox.is_delayed());
    assert_eq!((outbox.wakes_at(), outbox.due(after(999))), (Some(after(1_000)), None));
    assert_eq!(outbox.due(after(1_000)), Some(draft(1)));
    outbox.answered(key(1), Err(DOWN), after(1_000), 0.0);
    assert_eq!(outbox.wakes_at(), Some(after(3_000)), "the pause grows");
    assert_eq!(keys(&outbox.unsent()), [key(1), key(2)]);
}

#[test]
fn nobody_has_to_wait_who_presses_the_button() {
    let mut outbox = Outbox::default();
    outbox.add(draft(1));
    outbox.due(NOW);
    outbox.answered(key(1), Err(DOWN), NOW, 0.0);
    outbox.try_again(key(1));
    assert_eq!(outbox.due(NOW), Some(draft(1)));
}

#[test]
fn what_is_refused_for_good_stays_in_sight_and_holds_nothing_up() {
    let mut outbox = Outbox::default();
    outbox.add(draft(1));
    outbox.add(draft(2));
    outbox.due(NOW);
    outbox.answered(key(1), Err(Refusal::OtherMessage), NOW, 0.0);
    assert_eq!(outbox.messages()[0].delivery, Delivery::Refused(Refusal::OtherMessage));
    assert_eq!(outbox.due(NOW), Some(draft(2)));
    assert_eq!(keys(&outbox.unsent()), [key(1), key(2)]);
    assert_eq!(outbox.take_back(key(2)), None, "it is on its way");
    assert_eq!(outbox.take_back(key(1)), Some(draft(1)));
}

#[test]
fn what_was_sent_is_kept_in_sight_until_the_room_shows_it() {
    let mut outbox = Outbox::default();
    outbox.add(draft(1));
    outbox.due(NOW);
    outbox.answered(key(1), Ok(()), NOW, 0.0);
    assert_eq!(outbox.messages()[0].delivery, Delivery::Sent);
    assert_eq!(outbox.unsent(), [], "it cannot be lost any more");
    outbox.shown(|shown| shown == key(1));
    assert_eq!(outbox.messages(), []);
}

#[test]
fn a_late_failure_does_not_take_the_success_back() {
    let mut outbox = Outbox::default();
    outbox.add(draft(1));
    outbox.due(NOW);
    outbox.forget_answers();
    assert_eq!(outbox.due(NOW), Some(draft(1)), "the answer may be lost: the same key again");
    outbox.answered(key(1), Ok(()), NOW, 0.0);
    outbox.answered(key(1), Err(DOWN), NOW, 0.0);
    assert_eq!(outbox.messages()[0].delivery, Delivery::Sent);
}

/// A talk that is loaded and empty.
fn empty() -> Talk {
    let mut talk = Talk::default();
    talk.hear(Heard::Wanted, NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Shown(None, Ok(None)), NOW, 0.0);
    talk
}

#[test]
fn the_first_message_opens_the_room() {
    let mut talk = empty();
    talk.write(draft(1), NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Send { room_id: None, draft: draft(1) }]);
    talk.hear(Heard::Sent(key(1), Ok(Sent { room_id: ROOM, key: key(1) })), NOW, 0.0);
    assert_eq!(talk.room_id(), Some(ROOM));
    assert_eq!(talk.due(NOW), [Step::Show { room_id: Some(ROOM) }]);
}

#[test]
fn the_room_may_tell_of_a_message_before_the_answer_does() {
    let mut talk = empty();
    talk.write(draft(1), NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Sent(key(1), Ok(Sent { room_id: ROOM, key: key(1) })), NOW, 0.0);
    talk.write(draft(2), NOW, 0.0);
    talk.due(NOW);
    let messages = vec![said(1, Side::Shopper), said(2, Side::Shopper)];
    talk.hear(Heard::Frame(ToBrowser::Said { room_id: ROOM, messages }), NOW, 0.0);
    assert_eq!(talk.lines().len(), 2);
    talk.hear(Heard::Sent(key(2), Ok(Sent { room_id: ROOM, key: key(2) })), NOW, 0.0);
    assert_eq!(talk.lines().len(), 2, "never shown twice");
}

#[test]
fn what_was_sent_and_is_not_told_of_is_asked_for() {
    let mut talk = empty();
    talk.write(draft(1), NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Sent(key(1), Ok(Sent { room_id: ROOM, key: key(1) })), NOW, 0.0);
    talk.due(NOW);
    let shown = shop::chat::Talk { room: room(RoomState::Bot, 0), messages: vec![] };
    talk.hear(Heard::Shown(Some(ROOM), Ok(Some(shown))), NOW, 0.0);
    assert_eq!(talk.due(after(3_999)), []);
    assert_eq!(talk.due(after(4_000)), [Step::Show { room_id: Some(ROOM) }]);
}

#[test]
fn what_a_closed_room_refused_goes_on_once_it_is_reopened() {
    let mut talk = empty();
    talk.write(draft(1), NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Sent(key(1), Ok(Sent { room_id: ROOM, key: key(1) })), NOW, 0.0);
    talk.due(NOW);
    let shown = shop::chat::Talk {
        room: room(RoomState::Closed, 1),
        messages: vec![said(1, Side::Shopper)],
    };
    talk.hear(Heard::Shown(Some(ROOM), Ok(Some(shown))), NOW, 0.0);
    talk.write(draft(2), NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Sent(key(2), Err(Refusal::RoomClosed)), NOW, 0.0);
    let reopened = Room { state_at: after(1), ..room(RoomState::Waiting, 1) };
    talk.hear(Heard::Frame(ToBrowser::Room { room: reopened }), NOW, 0.0);
    assert!(talk.due(NOW).contains(&Step::Send { room_id: Some(ROOM), draft: draft(2) }));
}

#[test]
fn what_is_restored_after_a_reload_is_sent_once_the_room_is_known_unless_it_is_there() {
    let mut talk = Talk::default();
    talk.write(draft(1), NOW, 0.0);
    talk.write(draft(5), NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Show { room_id: None }]);
    let shown =
        shop::chat::Talk { room: room(RoomState::Bot, 1), messages: vec![said(1, Side::Shopper)] };
    talk.hear(Heard::Shown(None, Ok(Some(shown))), NOW, 0.0);
    assert_eq!(talk.due(NOW), [Step::Send { room_id: Some(ROOM), draft: draft(5) }]);
}

#[test]
fn whoever_wakes_up_does_not_wait_for_the_pause() {
    let mut talk = empty();
    talk.write(draft(1), NOW, 0.0);
    talk.due(NOW);
    talk.hear(Heard::Sent(key(1), Err(Refusal::Unavailable { retry_after_s: 60 })), NOW, 0.0);
    assert!(talk.is_held_back());
    assert_eq!(talk.due(after(1_000)), []);
    talk.hear(Heard::Woke, after(1_000), 0.0);
    assert_eq!(talk.due(after(1_000)), [Step::Send { room_id: None, draft: draft(1) }]);
}

#[test]
fn what_a_message_is_about_is_told_by_its_number() {
    let card = Card::Product {
        id: shop::catalog::ProductId(12),
        name: Bilingual { ko: "찻잔".into(), en: "Cup".into() },
        price: Won(9_000),
        picture: None,
    };
    assert_eq!(Along::from(card).what, "product:12");
}
