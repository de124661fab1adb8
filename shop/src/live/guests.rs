//! Members with a socket here, and the lines that they may wait in.

use super::SocketId;
use crate::drops::DropId;
use crate::members::MemberId;
use std::collections::{HashMap, HashSet};

/// Lines that are remembered of one member at most.
const SEEN_MAX: usize = 16;

/// A member who may wait in a line has got a first socket here, or lost the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComingOrGoing {
    /// Whose line.
    pub drop_id: DropId,
    /// Who.
    pub member: MemberId,
    /// Whether they have a socket here now.
    pub is_there: bool,
}

/// Who is here, and who came or went since that was last asked.
#[derive(Default)]
pub(super) struct Guests {
    here: HashMap<MemberId, Guest>,
    changed: HashSet<(DropId, MemberId)>,
}

#[derive(Default)]
struct Guest {
    sockets: HashSet<SocketId>,
    /// Lines that they have followed, and may wait in while they look at something else.
    seen: HashSet<DropId>,
}

impl Guests {
    pub fn come(&mut self, member: MemberId, socket: SocketId) {
        self.here.entry(member).or_default().sockets.insert(socket);
    }

    pub fn look_at(&mut self, member: MemberId, drop_id: DropId) {
        if let Some(guest) = self.here.get_mut(&member)
            && guest.seen.len() < SEEN_MAX
            && guest.seen.insert(drop_id)
        {
            self.changed.insert((drop_id, member));
        }
    }

    pub fn go(&mut self, member: MemberId, socket: SocketId) {
        let Some(guest) = self.here.get_mut(&member) else { return };
        guest.sockets.remove(&socket);
        if guest.sockets.is_empty()
            && let Some(guest) = self.here.remove(&member)
        {
            self.changed.extend(guest.seen.into_iter().map(|drop_id| (drop_id, member)));
        }
    }

    pub fn sockets_of(&self, member: MemberId) -> Option<&HashSet<SocketId>> {
        self.here.get(&member).map(|guest| &guest.sockets)
    }

    pub fn take_comings_and_goings(&mut self) -> Vec<ComingOrGoing> {
        let changed = std::mem::take(&mut self.changed).into_iter();
        let change = |(drop_id, member): (DropId, MemberId)| {
            let is_there = self.here.contains_key(&member);
            ComingOrGoing { drop_id, member, is_there }
        };
        changed.map(change).collect()
    }

    pub fn give_back(&mut self, changes: Vec<ComingOrGoing>) {
        self.changed.extend(changes.into_iter().map(|change| (change.drop_id, change.member)));
    }

    pub fn who_is_there(&self) -> Vec<(DropId, MemberId)> {
        let guests = self.here.iter();
        guests.flat_map(|(who, guest)| guest.seen.iter().map(|drop| (*drop, *who))).collect()
    }
}
