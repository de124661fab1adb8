//! What calls a counsellor: somebody new who waits, and new words in a room of theirs.

use shop::Moment;
use shop::chat::{Room, RoomId, RoomState};
use std::collections::HashMap;

/// What a counsellor has heard of the rooms so far.
#[derive(Debug)]
pub struct Watch {
    /// The counsellor's name: a room says by it whose it is.
    name: String,
    /// Who has waited for longer than the page is open is no news.
    since: Moment,
    seen: HashMap<RoomId, Seen>,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    state_at: Moment,
    last_number: u32,
}

impl Watch {
    /// A watch that begins now.
    pub fn from(name: String, since: Moment) -> Self {
        Self { name, since, seen: HashMap::new() }
    }

    /// Hears how a room is; whether that calls.
    pub fn hear(&mut self, room: &Room) -> bool {
        let now = Seen { state_at: room.state_at, last_number: room.last_number };
        let before = self.seen.insert(room.id, now);
        let has_waited = before.is_some_and(|before| before.state_at == room.state_at);
        let told = before.map_or(0, |before| before.last_number);
        let has_words = room.last_number > room.read_by_shop.max(told);
        match room.state {
            RoomState::Waiting if has_waited => has_words,
            RoomState::Waiting => room.state_at >= self.since,
            RoomState::Taken => room.counsellor.as_ref() == Some(&self.name) && has_words,
            RoomState::Bot | RoomState::Closed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(state: RoomState, state_ms: i64, last_number: u32) -> Room {
        Room {
            id: RoomId(1),
            state,
            state_at: Moment::from_ms(state_ms),
            counsellor: (state == RoomState::Taken).then(|| "이서연".into()),
            opened_at: Moment::default(),
            last_number,
            read_by_shopper: 0,
            read_by_shop: 3,
        }
    }

    fn watch() -> Watch {
        Watch::from("이서연".into(), Moment::from_ms(1_000))
    }

    #[test]
    fn who_begins_to_wait_calls_once_and_with_every_word() {
        let mut watch = watch();
        let heard = [3, 3, 4, 4].map(|last| watch.hear(&room(RoomState::Waiting, 2_000, last)));
        assert_eq!(heard, [true, false, true, false]);
        assert!(watch.hear(&room(RoomState::Waiting, 9_000, 4)), "and when they wait again");
    }

    #[test]
    fn who_waits_already_is_no_news_but_what_they_say_is() {
        let mut watch = watch();
        let heard = [9, 9, 10].map(|last| watch.hear(&room(RoomState::Waiting, 500, last)));
        assert_eq!(heard, [false, false, true]);
    }

    #[test]
    fn words_in_ones_own_room_call_unless_they_are_read() {
        let mut watch = watch();
        let heard = [3, 4, 4].map(|last| watch.hear(&room(RoomState::Taken, 500, last)));
        assert_eq!(heard, [false, true, false]);
        let read = Room { read_by_shop: 5, ..room(RoomState::Taken, 500, 5) };
        assert!(!watch.hear(&read));
    }

    #[test]
    fn rooms_of_others_and_of_the_bot_are_quiet() {
        let mut watch = watch();
        let other =
            Room { counsellor: Some("박하늘".into()), ..room(RoomState::Taken, 2_000, 9) };
        assert!(!watch.hear(&other));
        for state in [RoomState::Bot, RoomState::Closed] {
            assert!(!watch.hear(&room(state, 2_000, 20)));
        }
    }
}
