//! What one side of the rooms has seen.

use shop::chat::{Message, MessageKey, RoomId};
use std::collections::HashMap;
use tokio::time::Instant;

/// One side's sightings, over all rooms.
#[derive(Default)]
pub(super) struct Heard {
    /// When each message was seen first.
    pub seen_at: HashMap<MessageKey, Instant>,
    /// The number that each room stands at.
    newest: HashMap<RoomId, u32>,
    /// Messages that came again.
    pub again: u64,
    /// Messages that came before one of a lower number: a page would have to ask for what is
    /// missing.
    pub gaps: u64,
    /// Messages that came after one of a higher number.
    pub late: u64,
}

impl Heard {
    /// A socket has got messages of a room.
    pub fn note(&mut self, room: RoomId, messages: &[Message], now: Instant) {
        for message in messages {
            let newest = self.newest.entry(room).or_default();
            if self.seen_at.contains_key(&message.key) {
                self.again += 1;
                continue;
            }
            self.seen_at.insert(message.key, now);
            match message.number {
                number if number == *newest + 1 => {}
                number if number > *newest => self.gaps += 1,
                _ => self.late += 1,
            }
            *newest = (*newest).max(message.number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::Moment;
    use shop::chat::{Body, Side};

    fn message(number: u32) -> Message {
        Message {
            number,
            key: MessageKey([number as u8; 16]),
            side: Side::Shopper,
            name: None,
            body: Body::Text { text: "안녕하세요".into(), card: None },
            sent_at: Moment::from_ms(0),
        }
    }

    #[test]
    fn what_came_twice_too_early_or_too_late_is_counted() {
        let mut heard = Heard::default();
        for numbers in [&[1, 2][..], &[2], &[4], &[3], &[5]] {
            let messages: Vec<_> = numbers.iter().map(|number| message(*number)).collect();
            heard.note(RoomId(1), &messages, Instant::now());
        }
        heard.note(RoomId(2), &[message(9)], Instant::now());
        assert_eq!((heard.again, heard.gaps, heard.late), (1, 2, 1));
        assert_eq!(heard.seen_at.len(), 6);
    }
}
