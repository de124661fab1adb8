//! What a page knows of its reader's talk with the shop: what to show, and what to do next. No
//! browser, no clock and no chance in here: time and dice come from outside, so that every rule
//! has a test. Times are those of a clock that nobody can set.

mod outbox;
mod pause;
mod plan;
mod shown;
mod taking;
mod thread;

#[cfg(test)]
mod counsellor_tests;
#[cfg(test)]
mod order_tests;
#[cfg(test)]
mod outbox_tests;
#[cfg(test)]
mod tests;

pub use outbox::{Along, Delivery, Draft, Unshown};
pub use plan::Step;
pub use shown::{Line, Stage};

use outbox::Outbox;
use pause::Pause;
use plan::Plan;
use shop::chat::{Message, MessageKey, Room, RoomId, RoomState, Sent};
use shop::live::ToBrowser;
use shop::{Moment, Refusal};
use std::time::Duration;
use thread::Thread;

/// One's own writing is told so often at most.
const TYPING_TOLD: Duration = Duration::from_secs(3);

/// Something the page heard.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// The talk is needed: the reader opens it, or has talked before.
    Wanted,
    /// The reader begins to look at it, or looks away.
    Looking(bool),
    /// What `show` answered, and which room was known when it was asked.
    Shown(Option<RoomId>, Result<Option<shop::chat::Talk>, Refusal>),
    /// What `history` answered of what came after a message.
    Newer(RoomId, Result<Vec<Message>, Refusal>),
    /// What `history` answered of what came before one.
    Older(RoomId, Result<Vec<Message>, Refusal>),
    /// What `send` answered.
    Sent(MessageKey, Result<Sent, Refusal>),
    /// What `read` answered.
    Noted(Result<(), Refusal>),
    /// The reader has asked for something that changes the room, and was answered.
    Changed,
    /// A frame from the live socket.
    Frame(ToBrowser),
    /// The live socket listens to the room.
    Connected,
    /// The live socket is gone.
    Disconnected,
    /// The reader came back, or the machine did from its sleep.
    Woke,
}

/// What may be old.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Doubt {
    #[default]
    Nothing,
    /// Messages may have been missed.
    Messages,
    /// The room itself may have changed.
    Room,
}

/// A reader's talk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talk {
    /// The other side of it reads: the shopper is whom they wait for.
    is_counsellors: bool,
    is_wanted: bool,
    is_looking: bool,
    /// Whether the server has said what there is.
    is_loaded: bool,
    room_id: Option<RoomId>,
    room: Option<Room>,
    /// The room that the reader has left for a new talk, which the first message opens.
    left: Option<RoomId>,
    thread: Thread,
    outbox: Outbox,
    is_connected: bool,
    doubt: Doubt,
    wants_older: bool,
    /// The reader is told to have read up to here.
    read: u32,
    is_noting: bool,
    note_pause: Pause,
    typing: Option<(Option<String>, Moment)>,
    typed_at: Option<Moment>,
    /// What the server is being asked just now.
    asking: Option<Step>,
    plan: Option<Plan>,
    pause: Pause,
    /// Why the last answer was none.
    trouble: Option<Refusal>,
}

impl Talk {
    /// A room that a counsellor has opened. What `show` tells is this room, whatever else there is.
    pub fn of_counsellor(room_id: RoomId) -> Self {
        let room_id = Some(room_id);
        Self { is_counsellors: true, is_wanted: true, room_id, ..Self::default() }
    }

    /// Takes in something the page heard, and thinks again about what to do next. `dice` is from
    /// 0 up to 1, so that many pages do not do it in the same instant.
    pub fn hear(&mut self, heard: Heard, now: Moment, dice: f64) {
        match heard {
            Heard::Wanted => self.is_wanted = true,
            Heard::Looking(is_looking) => self.is_looking = is_looking,
            Heard::Shown(asked_with, answer) => {
                self.asking = None;
                match answer {
                    Ok(talk) => self.take_shown(asked_with, talk),
                    Err(refusal) => self.fail(refusal, now, dice),
                }
            }
            Heard::Newer(room_id, answer) => {
                self.take_history(room_id, answer, now, dice, Self::take_newer);
            }
            Heard::Older(room_id, answer) => {
                self.take_history(room_id, answer, now, dice, Self::take_older);
            }
            Heard::Sent(key, answer) => self.take_sent(key, answer, now, dice),
            Heard::Noted(answer) => self.take_noted(answer, now, dice),
            Heard::Changed => self.doubt = Doubt::Room,
            Heard::Frame(frame) => self.take_frame(frame, now),
            Heard::Connected => {
                self.is_connected = true;
                self.doubt_messages();
            }
            Heard::Disconnected => self.is_connected = false,
            Heard::Woke => {
                self.doubt_messages();
                // Answers may have been lost in the sleep; asking twice does no harm.
                (self.asking, self.is_noting) = (None, false);
                (self.pause, self.note_pause) = (Pause::default(), Pause::default());
                self.outbox.forget_answers();
            }
        }
        self.think(now, dice);
    }

    /// Takes in what the reader has written. It is sent as soon as it can be.
    pub fn write(&mut self, draft: Draft, now: Moment, dice: f64) {
        self.is_wanted = true;
        // Shown already, if the page was closed before it knew.
        if !self.thread.has(draft.key) {
            self.outbox.add(draft);
        }
        self.think(now, dice);
    }

    /// Tries a message again at once.
    pub fn try_again(&mut self, key: MessageKey) {
        self.outbox.try_again(key);
    }

    /// Gives a message that was refused back, to be written anew.
    pub fn take_back(&mut self, key: MessageKey) -> Option<Draft> {
        self.outbox.take_back(key)
    }

    /// Wants older messages.
    pub fn ask_older(&mut self, now: Moment, dice: f64) {
        self.wants_older = self.has_older();
        self.think(now, dice);
    }

    /// Leaves a talk that is over for a new one, which the next message opens.
    pub fn begin_anew(&mut self) {
        self.left = self.room_id;
        self.forget_room();
    }

    /// Somebody else reads from now on: nothing here is theirs.
    pub fn restart(&mut self) {
        let Self { is_wanted, is_looking, .. } = *self;
        *self = Self { is_wanted, is_looking, ..Self::default() };
    }

    /// What would be lost if the page were closed.
    pub fn unsent(&self) -> Vec<Draft> {
        self.outbox.unsent()
    }

    /// Whether to tell the other side now that the reader is writing.
    pub fn may_tell_typing(&mut self, now: Moment) -> bool {
        let is_heard = self
            .room
            .as_ref()
            .is_some_and(|room| matches!(room.state, RoomState::Taken | RoomState::Waiting));
        let is_early = self.typed_at.is_some_and(|at| now < at.plus(TYPING_TOLD));
        if is_early || !is_heard || !self.is_connected {
            return false;
        }
        self.typed_at = Some(now);
        true
    }
}
