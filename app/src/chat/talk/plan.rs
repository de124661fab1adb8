//! What to do next, and when.

use super::{Doubt, Draft, Talk};
use shop::Moment;
use shop::chat::{RoomId, RoomState};
use std::ops::Range;
use std::time::Duration;

const NOW_MS: Range<u32> = 0..1;
/// The news that the message's own event is about may be under way.
const ROOM_MS: Range<u32> = 200..800;
/// What is missing may be under way as well.
const GAP_MS: Range<u32> = 150..500;
const DOUBT_MS: Range<u32> = 50..300;
/// What was sent has its place long before, if anybody tells.
const UNSEEN_MS: Range<u32> = 4_000..6_000;
const NO_SOCKET_MS: Range<u32> = 8_000..12_000;
/// An open socket that says nothing for so long may be a dead one.
const SILENCE_MS: Range<u32> = 30_000..45_000;

/// Something to ask of the server.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The reader's newest talk.
    Show {
        /// The room that was known then.
        room_id: Option<RoomId>,
    },
    /// What came after a message.
    Newer {
        /// In which room.
        room_id: RoomId,
        /// After which.
        after: u32,
    },
    /// What came before one.
    Older {
        /// In which room.
        room_id: RoomId,
        /// Before which.
        before: u32,
    },
    /// That the reader has read.
    Note {
        /// In which room.
        room_id: RoomId,
        /// Up to which message.
        number: u32,
    },
    /// Says something.
    Send {
        /// In which room; none yet opens one.
        room_id: Option<RoomId>,
        /// What.
        draft: Draft,
    },
}

/// Why to ask. A plan stands as long as its reason does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Nothing is known yet.
    Beginning,
    /// The room may be another by now.
    Room,
    /// The reader wants older messages.
    Older,
    /// A message is missing.
    Gap,
    /// The page may have missed something.
    Doubt,
    /// A message was sent, and the room does not show it.
    Unseen,
    /// There is no socket.
    NoSocket,
    /// There is a socket, and it is silent.
    Silence,
}

/// A reason to ask, and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) why: Why,
    pub(super) at: Moment,
}

impl Talk {
    /// Plans anew what to ask if there is another reason than before. While the server is being
    /// asked, its answer will tell more.
    pub(super) fn think(&mut self, now: Moment, dice: f64) {
        if self.asking.is_some() {
            return;
        }
        let wish = self.wish();
        let planned = self.plan.map(|plan| plan.why);
        if wish.as_ref().map(|(why, _)| *why) == planned {
            return;
        }
        self.plan = wish.map(|(why, ms)| {
            let spread = f64::from(ms.end.saturating_sub(ms.start));
            let ms = ms.start + (dice * spread) as u32;
            let at = now.plus(Duration::from_millis(ms.into()));
            Plan { why, at: at.max(self.pause.until) }
        });
    }

    /// The steps whose time has come. They count as being done from here on.
    pub fn due(&mut self, now: Moment) -> Vec<Step> {
        let mut steps = Vec::new();
        self.typing.take_if(|(_, until)| *until <= now);
        if let Some(plan) = self.plan.take_if(|plan| plan.at <= now) {
            self.asking = self.step(plan.why);
            steps.extend(self.asking.clone());
        }
        if let Some((room_id, number)) = self.to_note()
            && self.note_pause.until <= now
        {
            (self.is_noting, self.read) = (true, number);
            steps.push(Step::Note { room_id, number });
        }
        if self.is_loaded
            && let Some(draft) = self.outbox.due(now)
        {
            steps.push(Step::Send { room_id: self.room_id, draft });
        }
        steps
    }

    /// When something is to be done, or to be shown no longer.
    pub fn wakes_at(&self) -> Option<Moment> {
        let plan = self.plan.map(|plan| plan.at);
        let note = self.to_note().map(|_| self.note_pause.until);
        let send = self.outbox.wakes_at().filter(|_| self.is_loaded);
        let typing = self.typing.as_ref().map(|(_, until)| *until);
        [plan, note, send, typing].into_iter().flatten().min()
    }

    fn wish(&self) -> Option<(Why, Range<u32>)> {
        if !self.is_wanted {
            return None;
        }
        if !self.is_loaded {
            return Some((Why::Beginning, NOW_MS));
        }
        if self.doubt == Doubt::Room {
            // Only a first message leaves the page without any room to show.
            let ms = if self.room.is_none() { NOW_MS } else { ROOM_MS };
            return Some((Why::Room, ms));
        }
        let room = self.room.as_ref()?;
        if self.wants_older {
            Some((Why::Older, NOW_MS))
        } else if self.thread.has_gap() || room.last_number > self.thread.last() {
            Some((Why::Gap, GAP_MS))
        } else if self.doubt == Doubt::Messages {
            Some((Why::Doubt, DOUBT_MS))
        } else if self.outbox.awaits() {
            Some((Why::Unseen, UNSEEN_MS))
        } else if room.state == RoomState::Closed {
            None
        } else if !self.is_connected {
            Some((Why::NoSocket, NO_SOCKET_MS))
        } else if self.is_looking {
            Some((Why::Silence, SILENCE_MS))
        } else {
            None
        }
    }

    fn step(&self, why: Why) -> Option<Step> {
        let after = self.thread.last();
        Some(match (why, self.room_id) {
            (Why::Beginning | Why::Room, room_id) => Step::Show { room_id },
            (Why::Older, room_id) => Step::Older { room_id: room_id?, before: self.thread.first() },
            (_, room_id) if after == 0 => Step::Show { room_id },
            (_, room_id) => Step::Newer { room_id: room_id?, after },
        })
    }

    /// What the reader has seen, and the server has not been told.
    fn to_note(&self) -> Option<(RoomId, u32)> {
        let number = match self.is_counsellors {
            // Events and the bot's words as well: nothing shall look unread in the list of rooms.
            true => self.thread.last(),
            false => self.thread.last_to_be_read(),
        };
        let is_new = self.is_looking && !self.is_noting && number > self.read;
        is_new.then_some(self.room_id.zip(Some(number))).flatten()
    }
}
