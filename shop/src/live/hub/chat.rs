//! What the hub tells in rooms.

use super::{Hub, Inner, Outgoing, SocketId, encode};
use crate::chat::{Message, Room, RoomId};
use crate::live::rooms::{Seat, Told};
use crate::live::{FRAME_BYTES_MAX, ToBrowser};
use crate::members::MemberId;
use std::collections::{HashMap, HashSet};

/// A frame of messages has this many bytes around them at most.
const ENVELOPE_BYTES_MAX: usize = 128;

impl Hub {
    /// Whether a socket is still there.
    pub fn is_there(&self, id: SocketId) -> bool {
        self.inner.lock().sockets.contains_key(&id)
    }

    /// A socket asks to be let into a room. Says whether the door is to be opened: it is not in,
    /// does not wait already, and may be in one more.
    pub fn want_room(&self, id: SocketId, room: RoomId) -> bool {
        let mut inner = self.inner.lock();
        inner.sockets.contains_key(&id) && inner.rooms.want(id, room)
    }

    /// Whether a socket still waits to be let in.
    pub fn is_room_wanted(&self, id: SocketId, room: RoomId) -> bool {
        self.inner.lock().rooms.is_wanted(id, room)
    }

    /// Lets a socket in, and tells it how the room is.
    pub fn enter(&self, id: SocketId, room: &Room, seat: Seat) {
        let mut inner = self.inner.lock();
        if inner.rooms.enter(id, room, seat) {
            inner.send_to([id], &Outgoing::Frame(encode(&ToBrowser::Room { room: room.clone() })));
        }
    }

    /// The socket hears no more of a room, or does not wait to be let in any more.
    pub fn leave(&self, id: SocketId, room: RoomId) {
        self.inner.lock().rooms.leave(id, room);
    }

    /// As whom a socket is in a room.
    pub fn seat(&self, id: SocketId, room: RoomId) -> Option<Seat> {
        self.inner.lock().rooms.seat(id, room).cloned()
    }

    /// Nobody is in a room any more.
    pub fn close_room(&self, room: RoomId) {
        self.inner.lock().rooms.close(room);
    }

    /// A counsellor's socket hears of every room from now on.
    pub fn begin_work(&self, id: SocketId, member: MemberId) {
        let mut inner = self.inner.lock();
        if inner.sockets.contains_key(&id) {
            inner.rooms.begin_work(id, member);
        }
    }

    /// The counsellor's socket hears no more of rooms that it has not entered.
    pub fn end_work(&self, id: SocketId) {
        self.inner.lock().rooms.end_work(id);
    }

    /// Whoever is at work here, or in a room as one of the shop's.
    pub fn staff(&self) -> HashSet<MemberId> {
        self.inner.lock().rooms.staff()
    }

    /// Whether a counsellor is at work here.
    pub fn is_at_work(&self, member: MemberId) -> bool {
        self.inner.lock().rooms.is_at_work(member)
    }

    /// Somebody does not work for the shop any more: they hear no more of others' rooms.
    pub fn dismiss(&self, member: MemberId) {
        self.inner.lock().rooms.dismiss(member);
    }

    /// Every room that somebody has entered here, with what was told in it.
    pub(crate) fn told_in_rooms(&self) -> HashMap<RoomId, Told> {
        self.inner.lock().rooms.told()
    }

    /// Tells everybody in a room what has got its place there, in frames of a bounded length.
    pub fn tell_said(&self, room: RoomId, messages: Vec<Message>) {
        let mut inner = self.inner.lock();
        let ids = inner.rooms.sockets_in(room);
        if ids.is_empty() {
            return;
        }
        inner.rooms.note_said(room, &messages);
        for messages in in_frames(messages) {
            let frame = encode(&ToBrowser::Said { room_id: room, messages });
            inner.send_to(ids.iter().copied(), &Outgoing::Frame(frame));
        }
    }

    /// Tells everybody in a room how it is.
    pub fn tell_room(&self, room: &Room) {
        let mut inner = self.inner.lock();
        inner.rooms.note_look(room);
        let ids = inner.rooms.sockets_in(room.id);
        inner.send_room(ids, room);
    }

    /// Tells every counsellor at work how a room is.
    pub fn tell_counsellors(&self, room: &Room) {
        let mut inner = self.inner.lock();
        let ids = inner.rooms.sockets_at_work();
        inner.send_room(ids, room);
    }

    /// Tells who is in a room that somebody else is writing.
    pub fn tell_typing(&self, room: RoomId, by: &Seat) {
        let mut inner = self.inner.lock();
        let ids = inner.rooms.who_hears_typing(room, by);
        let (side, name) = (by.side, by.name.clone());
        let frame = encode(&ToBrowser::Typing { room_id: room, side, name });
        inner.send_to(ids, &Outgoing::Frame(frame));
    }
}

impl Inner {
    fn send_room(&mut self, ids: Vec<SocketId>, room: &Room) {
        if !ids.is_empty() {
            let frame = encode(&ToBrowser::Room { room: room.clone() });
            self.send_to(ids, &Outgoing::Frame(frame));
        }
    }
}

/// Cuts messages into as many frames as they need.
fn in_frames(messages: Vec<Message>) -> Vec<Vec<Message>> {
    let mut frames: Vec<Vec<Message>> = vec![];
    let mut free = 0;
    for message in messages {
        let bytes = serde_json::to_vec(&message).map_or(0, |json| json.len() + 1);
        match frames.last_mut() {
            Some(frame) if bytes <= free => {
                free -= bytes;
                frame.push(message);
            }
            _ => {
                free = (FRAME_BYTES_MAX - ENVELOPE_BYTES_MAX).saturating_sub(bytes);
                frames.push(vec![message]);
            }
        }
    }
    frames
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Moment;
    use crate::chat::{Body, MESSAGE_CHARS_MAX, MessageKey, RoomState, Side};
    use crate::live::ENTERED_MAX;

    fn message(number: u32) -> Message {
        let text = "쿠".repeat(MESSAGE_CHARS_MAX as usize);
        Message {
            number,
            key: MessageKey([0; 16]),
            side: Side::Shopper,
            name: None,
            body: Body::Text { text, card: None },
            sent_at: Moment::from_ms(i64::MAX),
        }
    }

    fn room(id: u64) -> Room {
        Room {
            id: RoomId(id),
            state: RoomState::Bot,
            state_at: Moment::from_ms(0),
            counsellor: None,
            opened_at: Moment::from_ms(0),
            last_number: 0,
            read_by_shopper: 0,
            read_by_shop: 0,
        }
    }

    fn shopper() -> Seat {
        Seat { side: Side::Shopper, member: None, name: None }
    }

    #[test]
    fn however_much_is_said_at_once_no_frame_is_too_long_and_nothing_is_left_out() {
        let frames = in_frames((1..=50).map(message).collect());
        assert!(frames.len() > 1);
        let numbers: Vec<u32> = frames.iter().flatten().map(|message| message.number).collect();
        assert_eq!(numbers, (1..=50).collect::<Vec<_>>());
        for messages in frames {
            let frame = encode(&ToBrowser::Said { room_id: RoomId(u64::MAX), messages });
            assert!(frame.len() <= FRAME_BYTES_MAX, "{}", frame.len());
        }
    }

    #[test]
    fn nobody_enters_without_end_and_who_goes_leaves_nothing_behind() {
        let hub = Hub::default();
        let (id, _queue) = hub.connect(None);
        for number in 0..100 {
            if hub.want_room(id, RoomId(number)) {
                hub.enter(id, &room(number), shopper());
            }
        }
        assert_eq!(hub.told_in_rooms().len(), ENTERED_MAX);
        hub.disconnect(id);
        assert!(hub.told_in_rooms().is_empty());
        assert!(!hub.want_room(id, RoomId(1)), "who is gone asks in vain");
    }

    #[test]
    fn who_has_left_before_the_door_was_opened_is_not_let_in() {
        let hub = Hub::default();
        let (id, _queue) = hub.connect(None);
        hub.want_room(id, RoomId(1));
        hub.leave(id, RoomId(1));
        hub.enter(id, &room(1), shopper());
        assert!(hub.told_in_rooms().is_empty());
    }

    #[test]
    fn what_is_told_after_a_gap_leaves_the_gap_to_be_told() {
        let hub = Hub::default();
        let (id, _queue) = hub.connect(None);
        hub.want_room(id, RoomId(1));
        hub.enter(id, &room(1), shopper());
        let told = || hub.told_in_rooms()[&RoomId(1)].number;
        hub.tell_said(RoomId(1), vec![message(1), message(2)]);
        hub.tell_said(RoomId(1), vec![message(4)]);
        assert_eq!(told(), 2);
        hub.tell_said(RoomId(1), vec![message(3), message(4)]);
        hub.tell_said(RoomId(1), vec![message(2)]);
        assert_eq!(told(), 4);
    }
}
