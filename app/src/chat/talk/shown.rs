//! What to show.

use super::{Talk, Unshown};
use shop::chat::{Message, MessageKey, Room, RoomId, RoomState, Side};
use shop::{Moment, Refusal};

/// What the talk as a whole shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// It is on its way.
    Loading,
    /// It could not be read, and is asked for again.
    Trouble(Refusal),
    /// There is none yet, or none any more.
    Empty,
    /// Lines.
    Lines,
}

/// One line of a talk.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// It has its place in the room.
    Said {
        /// The message.
        message: Message,
        /// Whether it goes on with what its writer has just said.
        follows: bool,
        /// Whether it is the first of its day.
        opens_day: bool,
    },
    /// Only this page knows it.
    Unshown(Unshown),
}

impl Line {
    /// By what it is known: a message keeps it on its way into the room.
    pub fn key(&self) -> MessageKey {
        match self {
            Self::Said { message, .. } => message.key,
            Self::Unshown(unshown) => unshown.draft.key,
        }
    }
}

impl Talk {
    /// What the talk as a whole shows.
    pub fn stage(&self) -> Stage {
        match &self.trouble {
            Some(refusal) if !self.is_loaded => Stage::Trouble(refusal.clone()),
            None if !self.is_loaded => Stage::Loading,
            _ if self.thread.messages().is_empty() && self.outbox.messages().is_empty() => {
                Stage::Empty
            }
            _ => Stage::Lines,
        }
    }

    /// Everything that was said, the oldest first, and then what is still under way.
    pub fn lines(&self) -> Vec<Line> {
        let messages = self.thread.messages();
        let before = std::iter::once(None).chain(messages.iter().map(Some));
        let said = messages.iter().zip(before).map(|(message, before)| Line::Said {
            message: message.clone(),
            follows: before.is_some_and(|before| goes_on(before, message)),
            opens_day: before.is_none_or(|before| {
                before.sent_at.day_start_in_korea() != message.sent_at.day_start_in_korea()
            }),
        });
        said.chain(self.outbox.messages().iter().cloned().map(Line::Unshown)).collect()
    }

    /// The room to listen to.
    pub fn room_id(&self) -> Option<RoomId> {
        self.room_id
    }

    /// How the room is, as far as is known.
    pub fn room(&self) -> Option<&Room> {
        self.room.as_ref()
    }

    /// Whether the talk is over.
    pub fn is_closed(&self) -> bool {
        self.room.as_ref().is_some_and(|room| room.state == RoomState::Closed)
    }

    /// Whether there is more to read before the first line.
    pub fn has_older(&self) -> bool {
        self.thread.first() > 1
    }

    /// Whether older messages are on their way.
    pub fn is_asking_older(&self) -> bool {
        self.wants_older
    }

    /// How many messages of the shop's the reader has not seen.
    pub fn unread(&self) -> usize {
        self.thread.unread_after(self.read)
    }

    /// The reader's newest message that the shop has read.
    pub fn read_by_shop(&self) -> Option<MessageKey> {
        let read = self.room.as_ref()?.read_by_shop;
        let mine = self.thread.messages().iter().rev().find(|m| m.side == Side::Shopper)?;
        (mine.number <= read).then_some(mine.key)
    }

    /// The counsellors' newest message that the shopper has read.
    pub fn read_by_shopper(&self) -> Option<MessageKey> {
        let read = self.room.as_ref()?.read_by_shopper;
        let ours = self.thread.messages().iter().rev().find(|m| m.side == Side::Counsellor)?;
        (ours.number <= read).then_some(ours.key)
    }

    /// Who is writing: a name, if it is known.
    pub fn typing(&self, now: Moment) -> Option<Option<&str>> {
        let (name, until) = self.typing.as_ref()?;
        (now < *until).then_some(name.as_deref())
    }

    /// Whether what the reader has written waits for the shop.
    pub fn is_held_back(&self) -> bool {
        self.outbox.is_delayed()
    }
}

/// Whether somebody goes on speaking within the same minute.
fn goes_on(before: &Message, message: &Message) -> bool {
    let (then, now) = (before.sent_at.in_korea(), message.sent_at.in_korea());
    let is_same_minute = (then.day, then.hour, then.minute) == (now.day, now.hour, now.minute);
    before.side == message.side && before.name == message.name && is_same_minute
}
