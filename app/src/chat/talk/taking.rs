//! What becomes of a talk by what it hears.

use super::plan::Why;
use super::{Doubt, Pause, Talk, Thread};
use shop::chat::{
    Body, MESSAGES_AT_ONCE, Message, MessageKey, Room, RoomId, RoomState, Sent, Side,
};
use shop::live::ToBrowser;
use shop::{Moment, Refusal};
use std::time::Duration;

/// Whoever writes on says so again before this is over.
const TYPING_SHOWN: Duration = Duration::from_secs(4);

impl Talk {
    pub(super) fn take_shown(
        &mut self,
        asked_with: Option<RoomId>,
        talk: Option<shop::chat::Talk>,
    ) {
        self.succeed();
        if asked_with != self.room_id {
            // Asked before a message opened the room: it is asked for again.
            return;
        }
        (self.is_loaded, self.doubt) = (true, Doubt::Nothing);
        match talk.filter(|talk| Some(talk.room.id) != self.left) {
            Some(talk) => {
                if self.room_id != Some(talk.room.id) {
                    self.forget_room();
                    self.room_id = Some(talk.room.id);
                }
                self.take_room(talk.room);
                self.take_messages(|thread| thread.take_newest(talk.messages));
            }
            None => self.forget_room(),
        }
    }

    pub(super) fn take_history(
        &mut self,
        room_id: RoomId,
        answer: Result<Vec<Message>, Refusal>,
        now: Moment,
        dice: f64,
        take: fn(&mut Self, Vec<Message>),
    ) {
        self.asking = None;
        if self.room_id != Some(room_id) {
            return;
        }
        match answer {
            Ok(messages) => {
                self.succeed();
                take(self, messages);
            }
            Err(Refusal::NoSuchRoom) => (self.doubt, self.wants_older) = (Doubt::Room, false),
            Err(refusal) => self.fail(refusal, now, dice),
        }
    }

    pub(super) fn take_newer(&mut self, messages: Vec<Message>) {
        // As many as are told at once: there may be more.
        let is_all = messages.len() < MESSAGES_AT_ONCE as usize;
        if self.doubt == Doubt::Messages && is_all {
            self.doubt = Doubt::Nothing;
        }
        self.take_messages(|thread| thread.take(messages));
    }

    pub(super) fn take_older(&mut self, messages: Vec<Message>) {
        self.wants_older = false;
        self.take_messages(|thread| thread.take_older(messages));
    }

    pub(super) fn take_noted(&mut self, answer: Result<(), Refusal>, now: Moment, dice: f64) {
        self.is_noting = false;
        match answer {
            Ok(()) => self.note_pause = Pause::default(),
            Err(refusal) => {
                self.note_pause.lengthen(refusal.retry_after_s(), now, dice);
                self.read = self.room.as_ref().map_or(0, |room| self.read_in(room));
            }
        }
    }

    pub(super) fn take_sent(
        &mut self,
        key: MessageKey,
        answer: Result<Sent, Refusal>,
        now: Moment,
        dice: f64,
    ) {
        match &answer {
            Ok(sent) if self.room_id != Some(sent.room_id) => {
                self.forget_room();
                (self.room_id, self.left, self.doubt) = (Some(sent.room_id), None, Doubt::Room);
            }
            Err(Refusal::NoSuchRoom | Refusal::RoomClosed) => self.doubt = Doubt::Room,
            _ => {}
        }
        self.outbox.answered(key, answer.map(|_| ()), now, dice);
        // The room may have told of it first.
        self.outbox.shown(|key| self.thread.has(key));
    }

    pub(super) fn take_frame(&mut self, frame: ToBrowser, now: Moment) {
        // The socket speaks: no need to ask because of its silence.
        self.plan = self.plan.filter(|plan| plan.why != Why::Silence);
        match frame {
            ToBrowser::Hello { .. } => self.doubt_messages(),
            ToBrowser::Said { room_id, messages } if self.room_id == Some(room_id) => {
                if messages.iter().any(|message| message.side == self.other_side()) {
                    self.typing = None;
                }
                self.take_messages(|thread| thread.take(messages));
            }
            ToBrowser::Room { room } if self.room_id == Some(room.id) => {
                if self.is_loaded && self.doubt == Doubt::Room && self.room.is_some() {
                    self.doubt = Doubt::Nothing;
                }
                self.take_room(room);
            }
            ToBrowser::Typing { room_id, side, name }
                if self.room_id == Some(room_id) && side == self.other_side() =>
            {
                self.typing = Some((name, now.plus(TYPING_SHOWN)));
            }
            _ => {}
        }
    }

    fn take_messages(&mut self, take: impl FnOnce(&mut Thread)) {
        let last = self.thread.last();
        take(&mut self.thread);
        self.outbox.shown(|key| self.thread.has(key));
        let messages = self.thread.messages().iter().rev();
        let mut new = messages.take_while(|message| message.number > last);
        let event = new.find_map(|message| state_after(&message.body));
        let known = self.room.as_ref().map(|room| (room.state, room.counsellor.as_deref()));
        if event.is_some() && event != known {
            self.doubt = Doubt::Room;
        }
    }

    /// News may overtake each other: what is known only grows, and the newer state counts.
    fn take_room(&mut self, room: Room) {
        let was_closed = self.is_closed();
        self.read = self.read.max(self.read_in(&room));
        self.room = Some(match self.room.take() {
            Some(known) => Room {
                last_number: known.last_number.max(room.last_number),
                read_by_shopper: known.read_by_shopper.max(room.read_by_shopper),
                read_by_shop: known.read_by_shop.max(room.read_by_shop),
                ..if known.state_at > room.state_at { known } else { room }
            },
            None => room,
        });
        if was_closed && !self.is_closed() {
            self.outbox.try_again_after(&Refusal::RoomClosed);
        }
    }

    /// Up to where the reader's side has read.
    fn read_in(&self, room: &Room) -> u32 {
        if self.is_counsellors { room.read_by_shop } else { room.read_by_shopper }
    }

    /// Whose writing is shown while it lasts.
    fn other_side(&self) -> Side {
        if self.is_counsellors { Side::Shopper } else { Side::Counsellor }
    }

    pub(super) fn forget_room(&mut self) {
        (self.room_id, self.room, self.thread) = (None, None, Thread::default());
        (self.read, self.typing, self.wants_older) = (0, None, false);
    }

    pub(super) fn doubt_messages(&mut self) {
        if self.doubt == Doubt::Nothing {
            self.doubt = Doubt::Messages;
        }
    }

    fn succeed(&mut self) {
        (self.pause, self.trouble) = (Pause::default(), None);
    }

    pub(super) fn fail(&mut self, refusal: Refusal, now: Moment, dice: f64) {
        self.pause.lengthen(refusal.retry_after_s(), now, dice);
        self.trouble = Some(refusal);
    }
}

/// How a room is after an event, and whose it is then.
fn state_after(body: &Body) -> Option<(RoomState, Option<&str>)> {
    match body {
        Body::Taken { counsellor } => Some((RoomState::Taken, Some(counsellor))),
        Body::Waiting | Body::Reopened => Some((RoomState::Waiting, None)),
        Body::Closed => Some((RoomState::Closed, None)),
        _ => None,
    }
}
