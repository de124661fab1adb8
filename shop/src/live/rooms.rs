//! Who hears what is said in which room, and who is at work.

use super::SocketId;
use crate::Moment;
use crate::chat::{Message, Room, RoomId, RoomState, Side};
use crate::members::MemberId;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Rooms that one socket may have entered at most.
pub const ENTERED_MAX: usize = 16;

/// As whom somebody is in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The shopper's side, or the shop's.
    pub side: Side,
    /// The member, if it is one.
    pub member: Option<MemberId>,
    /// The counsellor's name, if it is one.
    pub name: Option<String>,
}

impl Seat {
    /// Whether somebody here is told that the other one is writing: the other side, and every
    /// other person of the shop's.
    fn hears_typing_of(&self, other: &Self) -> bool {
        self.side != other.side || (self.side == Side::Counsellor && self.member != other.member)
    }
}

/// What everybody in a room was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// Up to which message, without a gap.
    pub number: u32,
    /// How the room was.
    pub look: Look,
}

/// By what a change of a room is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Look {
    state: RoomState,
    state_at: Moment,
    read_by_shopper: u32,
    read_by_shop: u32,
}

impl From<&Room> for Look {
    fn from(room: &Room) -> Self {
        let Room { state, state_at, read_by_shopper, read_by_shop, .. } = *room;
        Self { state, state_at, read_by_shopper, read_by_shop }
    }
}

/// The rooms that sockets of this process have entered.
#[derive(Default)]
pub(super) struct Rooms {
    /// What each socket wants to hear of, whether or not it was let in yet.
    wanted: HashMap<SocketId, HashSet<RoomId>>,
    entered: HashMap<RoomId, Entered>,
    at_work: HashMap<SocketId, MemberId>,
}

struct Entered {
    seats: HashMap<SocketId, Seat>,
    told: Told,
}

impl Rooms {
    /// A socket asks to be let in. Says whether it is not in, does not wait already, and may be
    /// in one more.
    pub fn want(&mut self, socket: SocketId, room: RoomId) -> bool {
        let wanted = self.wanted.entry(socket).or_default();
        wanted.len() < ENTERED_MAX && wanted.insert(room)
    }

    pub fn is_wanted(&self, socket: SocketId, room: RoomId) -> bool {
        self.wanted.get(&socket).is_some_and(|wanted| wanted.contains(&room))
    }

    /// Lets a socket in, if it still wants to. Says whether it is in.
    pub fn enter(&mut self, socket: SocketId, room: &Room, seat: Seat) -> bool {
        if !self.is_wanted(socket, room.id) {
            return false;
        }
        let told = Told { number: room.last_number, look: Look::from(room) };
        let entered = self.entered.entry(room.id);
        let entered = entered.or_insert_with(|| Entered { seats: HashMap::new(), told });
        entered.seats.insert(socket, seat);
        // What was said since the newcomer's room was read was not told to them: it is looked up
        // and told again.
        entered.told.number = entered.told.number.min(room.last_number);
        true
    }

    pub fn leave(&mut self, socket: SocketId, room: RoomId) {
        if let Some(wanted) = self.wanted.get_mut(&socket) {
            wanted.remove(&room);
        }
        if let Some(entered) = self.entered.get_mut(&room) {
            entered.seats.remove(&socket);
            if entered.seats.is_empty() {
                self.entered.remove(&room);
            }
        }
    }

    /// The socket is gone.
    pub fn go(&mut self, socket: SocketId) {
        self.at_work.remove(&socket);
        for room in self.wanted.remove(&socket).unwrap_or_default() {
            self.leave(socket, room);
        }
    }

    pub fn seat(&self, socket: SocketId, room: RoomId) -> Option<&Seat> {
        self.entered.get(&room)?.seats.get(&socket)
    }

    pub fn sockets_in(&self, room: RoomId) -> Vec<SocketId> {
        let entered = self.entered.get(&room);
        entered.into_iter().flat_map(|entered| entered.seats.keys().copied()).collect()
    }

    pub fn who_hears_typing(&self, room: RoomId, by: &Seat) -> Vec<SocketId> {
        let seats = self.entered.get(&room).into_iter().flat_map(|entered| &entered.seats);
        let hearers = seats.filter(|(_, seat)| seat.hears_typing_of(by));
        hearers.map(|(socket, _)| *socket).collect()
    }

    /// Every room that somebody has entered, with what was told in it.
    pub fn told(&self) -> HashMap<RoomId, Told> {
        self.entered.iter().map(|(room, entered)| (*room, entered.told)).collect()
    }

    /// Notes that messages are told. After a gap they are told all the same, and what is missing
    /// is still to be told.
    pub fn note_said(&mut self, room: RoomId, messages: &[Message]) {
        let (Some(entered), Some(first), Some(last)) =
            (self.entered.get_mut(&room), messages.first(), messages.last())
        else {
            return;
        };
        if first.number <= entered.told.number + 1 {
            entered.told.number = entered.told.number.max(last.number);
        }
    }

    pub fn note_look(&mut self, room: &Room) {
        if let Some(entered) = self.entered.get_mut(&room.id) {
            entered.told.look = Look::from(room);
        }
    }

    /// Nobody is in a room any more.
    pub fn close(&mut self, room: RoomId) {
        for socket in self.sockets_in(room) {
            self.leave(socket, room);
        }
    }

    pub fn begin_work(&mut self, socket: SocketId, member: MemberId) {
        self.at_work.insert(socket, member);
    }

    pub fn end_work(&mut self, socket: SocketId) {
        self.at_work.remove(&socket);
    }

    pub fn sockets_at_work(&self) -> Vec<SocketId> {
        self.at_work.keys().copied().collect()
    }

    /// Whoever is at work here, or in a room as one of the shop's.
    pub fn staff(&self) -> HashSet<MemberId> {
        let seats = self.entered.values().flat_map(|entered| entered.seats.values());
        let seated = seats.filter(|seat| seat.side == Side::Counsellor);
        self.at_work.values().copied().chain(seated.filter_map(|seat| seat.member)).collect()
    }

    pub fn is_at_work(&self, member: MemberId) -> bool {
        self.at_work.values().any(|at_work| *at_work == member)
    }

    /// Somebody does not work for the shop any more.
    pub fn dismiss(&mut self, member: MemberId) {
        self.at_work.retain(|_, at_work| *at_work != member);
        let is_theirs = |seat: &Seat| seat.side == Side::Counsellor && seat.member == Some(member);
        let left: Vec<(SocketId, RoomId)> = self
            .entered
            .iter()
            .flat_map(|(room, entered)| entered.seats.iter().map(|(id, seat)| (*room, *id, seat)))
            .filter(|(_, _, seat)| is_theirs(seat))
            .map(|(room, socket, _)| (socket, room))
            .collect();
        for (socket, room) in left {
            self.leave(socket, room);
        }
    }
}
