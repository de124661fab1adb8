//! Whatever order the news come in, the talk is the same in the end.

use super::tests::{ROOM, room, said};
use super::*;
use proptest::prelude::*;
use shop::chat::{MESSAGES_AT_ONCE, Side};

/// No history asks more often than this for so few messages.
const ROUNDS_MAX: u32 = 40;
const ROUND: Duration = Duration::from_secs(2);

/// The server: it has everything, and answers truly.
fn answer(step: &Step, last: u32) -> Heard {
    let at_most = MESSAGES_AT_ONCE;
    let of = |numbers: std::ops::Range<u32>| {
        numbers.map(|number| said(number, Side::Counsellor)).collect::<Vec<_>>()
    };
    match step {
        Step::Show { room_id } => {
            let messages = of(last.saturating_sub(at_most - 1).max(1)..last + 1);
            let room = room(RoomState::Taken, last);
            Heard::Shown(*room_id, Ok(Some(shop::chat::Talk { room, messages })))
        }
        Step::Newer { after, .. } => {
            Heard::Newer(ROOM, Ok(of(after + 1..(after + 1 + at_most).min(last + 1))))
        }
        Step::Older { before, .. } => {
            Heard::Older(ROOM, Ok(of(before.saturating_sub(at_most).max(1)..*before)))
        }
        Step::Note { .. } => Heard::Noted(Ok(())),
        Step::Send { .. } => unreachable!("nobody writes here"),
    }
}

/// Numbers of messages that arrive together, in any order, some twice and some never.
fn frames(last: u32) -> impl Strategy<Value = Vec<Vec<u32>>> {
    prop::collection::vec(prop::collection::vec(1..=last, 1..5), 0..60)
}

proptest! {
    #[test]
    fn whatever_order_the_news_come_in_the_messages_are_all_there_in_order(
        (begun, last, frames) in (0_u32..120, 0_u32..130).prop_flat_map(|(begun, more)| {
            let last = begun + more;
            (Just(begun), Just(last), frames(last.max(1)))
        }),
        hears_of_the_room in any::<bool>(),
        is_looking in any::<bool>(),
        dice in 0.0..1.0,
    ) {
        let mut now = Moment::from_ms(1_000);
        let mut talk = Talk::default();
        talk.hear(Heard::Wanted, now, dice);
        talk.hear(Heard::Looking(is_looking), now, dice);
        for step in talk.due(now.plus(ROUND)) {
            talk.hear(answer(&step, begun), now, dice);
        }
        talk.hear(Heard::Connected, now, dice);
        for numbers in frames {
            let numbers = numbers.into_iter().filter(|number| *number <= last);
            let messages = numbers.map(|number| said(number, Side::Counsellor)).collect();
            talk.hear(Heard::Frame(ToBrowser::Said { room_id: ROOM, messages }), now, dice);
            let shown: Vec<_> = talk.thread.messages().iter().map(|m| m.number).collect();
            prop_assert!(shown.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{:?}", shown);
        }
        if hears_of_the_room {
            talk.hear(Heard::Frame(ToBrowser::Room { room: room(RoomState::Taken, last) }), now, dice);
        } else {
            talk.hear(Heard::Connected, now, dice);
        }
        for _ in 0..ROUNDS_MAX {
            now = now.plus(ROUND);
            talk.ask_older(now, dice);
            for step in talk.due(now) {
                let heard = answer(&step, last);
                talk.hear(heard, now, dice);
            }
        }
        let shown: Vec<_> = talk.thread.messages().iter().map(|message| message.number).collect();
        prop_assert_eq!(shown, (1..=last).collect::<Vec<_>>());
        prop_assert!(!talk.thread.has_gap());
    }
}
