//! The sockets of this process, and who hears what. A queue that is full belongs to a reader who
//! is too slow: their socket is closed, and nobody waits for it.

mod chat;
#[cfg(test)]
mod tests;

use super::guests::{ComingOrGoing, Guests};
use super::rooms::Rooms;
use super::{TICK_MS, ToBrowser};
use crate::drops::{DropId, LineView};
use crate::members::MemberId;
use crate::members::sessions::{Session, SessionId};
use crate::{Moment, Shop};
use bytes::Bytes;
use parking_lot::Mutex;
use std::collections::{HashMap, HashSet};
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender, channel, error::TrySendError};

/// Frames that wait for one browser at most.
const QUEUE_FRAMES_MAX: usize = 64;
/// Lines that one socket may follow at most.
const FOLLOWED_MAX: usize = 16;
/// Everybody hears of a line that stands still this often, so that a lost piece of news is made
/// up for.
const REPEAT_TICKS: u32 = 20;

/// How often [`Hub::tick`] is called.
pub const TICK: Duration = Duration::from_millis(TICK_MS);

/// What a socket's task is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outgoing {
    /// Send this text frame.
    Frame(Bytes),
    /// Say why and close.
    Close(Closing),
}

/// Why a socket is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// The session has ended.
    SessionEnded,
    /// The server stops: come back.
    ServerStops,
}

/// A socket's number in this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SocketId(u64);

/// All sockets of this process.
#[derive(Default)]
pub struct Hub {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    next_id: u64,
    sockets: HashMap<SocketId, Socket>,
    followers: HashMap<DropId, HashSet<SocketId>>,
    guests: Guests,
    told: HashMap<DropId, Told>,
    rooms: Rooms,
}

/// What the followers of a line were told last.
struct Told {
    line: LineView,
    is_stopped: bool,
    /// So many ticks ago.
    age: u32,
}

struct Socket {
    queue: Sender<Outgoing>,
    session: Option<Session>,
    followed: HashSet<DropId>,
}

impl Hub {
    /// A new socket and the queue it reads.
    pub fn connect(&self, session: Option<Session>) -> (SocketId, Receiver<Outgoing>) {
        let (queue, receiver) = channel(QUEUE_FRAMES_MAX);
        let mut inner = self.inner.lock();
        let id = SocketId(inner.next_id);
        inner.next_id += 1;
        if let Some(session) = session {
            inner.guests.come(session.member, id);
        }
        inner.sockets.insert(id, Socket { queue, session, followed: HashSet::new() });
        (id, receiver)
    }

    /// The socket is gone.
    pub fn disconnect(&self, id: SocketId) {
        self.inner.lock().remove(id);
    }

    /// The socket hears of a line from the next tick on. Following too many changes nothing.
    pub fn follow(&self, id: SocketId, drop_id: DropId) {
        let mut inner = self.inner.lock();
        let Some(socket) = inner.sockets.get_mut(&id) else { return };
        if socket.followed.len() >= FOLLOWED_MAX {
            return;
        }
        socket.followed.insert(drop_id);
        if let Some(session) = socket.session {
            inner.guests.look_at(session.member, drop_id);
        }
        inner.followers.entry(drop_id).or_default().insert(id);
        // Newcomers want to know at once: the next tick tells everybody again.
        inner.told.remove(&drop_id);
    }

    /// The socket hears no more of a line.
    pub fn unfollow(&self, id: SocketId, drop_id: DropId) {
        self.inner.lock().unfollow(id, drop_id);
    }

    /// How many sockets there are.
    pub fn sockets(&self) -> usize {
        self.inner.lock().sockets.len()
    }

    /// Sends a frame to one socket.
    pub fn tell(&self, id: SocketId, frame: &ToBrowser) {
        self.inner.lock().send_to([id], &Outgoing::Frame(encode(frame)));
    }

    /// Sends a frame to every socket of a member.
    pub fn tell_member(&self, member: MemberId, frame: &ToBrowser) {
        let mut inner = self.inner.lock();
        if let Some(ids) = inner.guests.sockets_of(member).cloned() {
            inner.send_to(ids, &Outgoing::Frame(encode(frame)));
        }
    }

    /// Who came and who went since this was last asked, among those who may wait in a line.
    pub fn take_comings_and_goings(&self) -> Vec<ComingOrGoing> {
        self.inner.lock().guests.take_comings_and_goings()
    }

    /// These could not be told of: they are given out again.
    pub fn give_back(&self, changes: Vec<ComingOrGoing>) {
        self.inner.lock().guests.give_back(changes);
    }

    /// Every member with a socket here, with each line that they may wait in.
    pub fn who_is_there(&self) -> Vec<(DropId, MemberId)> {
        self.inner.lock().guests.who_is_there()
    }

    /// Closes every socket of a session that has ended.
    pub fn close_session(&self, ended: SessionId) {
        self.close_where(|session| session.id == ended);
    }

    /// Closes every socket whose session's time is over.
    pub fn close_over(&self, now: Moment) {
        self.close_where(|session| session.is_over(now));
    }

    fn close_where(&self, has_ended: impl Fn(Session) -> bool) {
        let mut inner = self.inner.lock();
        let ids: Vec<SocketId> = inner
            .sockets
            .iter()
            .filter(|(_, socket)| socket.session.is_some_and(&has_ended))
            .map(|(id, _)| *id)
            .collect();
        inner.send_to(ids, &Outgoing::Close(Closing::SessionEnded));
    }

    /// Closes every socket, so that its browser goes to another server.
    pub fn close_all(&self) {
        let mut inner = self.inner.lock();
        let ids: Vec<SocketId> = inner.sockets.keys().copied().collect();
        inner.send_to(ids, &Outgoing::Close(Closing::ServerStops));
    }

    /// Tells every line's followers how it stands, if that is news. One frame is made for a line,
    /// however many follow it.
    pub fn tick(&self, shop: &Shop) {
        let (now, is_stopped) = (shop.now(), shop.stop.is_on());
        let mut inner = self.inner.lock();
        let followed: Vec<DropId> = inner.followers.keys().copied().collect();
        for drop_id in followed {
            let Some((line, speed_per_s)) = shop.lines.view(drop_id, now) else { continue };
            if let Some(told) = inner.told.get_mut(&drop_id)
                && (told.line, told.is_stopped) == (line, is_stopped)
                && told.age < REPEAT_TICKS
            {
                told.age += 1;
                continue;
            }
            inner.told.insert(drop_id, Told { line, is_stopped, age: 0 });
            let frame = encode(&ToBrowser::Line { line, speed_per_s, is_stopped, now });
            let ids: Vec<SocketId> =
                inner.followers.get(&drop_id).into_iter().flatten().copied().collect();
            inner.send_to(ids, &Outgoing::Frame(frame));
        }
    }
}

impl Inner {
    fn send_to(&mut self, ids: impl IntoIterator<Item = SocketId>, outgoing: &Outgoing) {
        for id in ids {
            let Some(socket) = self.sockets.get(&id) else { continue };
            let sent = socket.queue.try_send(outgoing.clone());
            if matches!(sent, Err(TrySendError::Full(_) | TrySendError::Closed(_))) {
                // Dropping the queue's only sender ends the socket's task, which closes it.
                self.remove(id);
            }
        }
    }

    fn remove(&mut self, id: SocketId) {
        let Some(socket) = self.sockets.remove(&id) else { return };
        for drop_id in socket.followed {
            forget(&mut self.followers, drop_id, id);
        }
        if let Some(session) = socket.session {
            self.guests.go(session.member, id);
        }
        self.rooms.go(id);
    }

    fn unfollow(&mut self, id: SocketId, drop_id: DropId) {
        if let Some(socket) = self.sockets.get_mut(&id) {
            socket.followed.remove(&drop_id);
            forget(&mut self.followers, drop_id, id);
        }
    }
}

fn forget<K: std::hash::Hash + Eq>(map: &mut HashMap<K, HashSet<SocketId>>, key: K, id: SocketId) {
    if let Some(ids) = map.get_mut(&key) {
        ids.remove(&id);
        if ids.is_empty() {
            map.remove(&key);
        }
    }
}

fn encode(frame: &ToBrowser) -> Bytes {
    serde_json::to_vec(frame).unwrap_or_default().into()
}
