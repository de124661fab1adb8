//! A room that a counsellor has opened: fed by the socket, the clock, what they write, and the
//! server's answers.

mod ask;
mod follow;

use super::api::{HandOver, Take};
use super::office::Office;
use crate::browser;
use crate::chat::api::{Close, Reopen};
use crate::chat::talk::{Draft, Heard, Talk};
use crate::live::{Clock, Live, use_live};
use leptos::prelude::*;
use shop::Moment;
use shop::chat::counsel::{Desk, Shopper};
use shop::chat::{MessageKey, RoomId, RoomState};
use shop::live::FromBrowser;
use shop::members::MemberId;

/// The room, its talk, and what may be done with it.
#[derive(Clone, Copy)]
pub struct OpenRoom {
    /// Which room.
    pub id: RoomId,
    /// Whose talk it is.
    pub shopper: StoredValue<Shopper>,
    /// The server's clock.
    pub clock: Clock,
    /// The page around it.
    pub office: Office,
    /// Takes it.
    pub take: ServerAction<Take>,
    /// Gives it to a colleague.
    pub hand_over: ServerAction<HandOver>,
    /// Ends the talk.
    pub close: ServerAction<Close>,
    /// Goes on with it.
    pub reopen: ServerAction<Reopen>,
    live: Live,
    holder: RwSignal<Option<MemberId>>,
    talk: RwSignal<Talk>,
}

impl OpenRoom {
    /// The room of a rendered page. In a browser it starts to live.
    pub fn open(desk: Desk, office: Office) -> Self {
        let Desk { talk: shown, shopper, holder, at_work, now } = desk;
        office.see(&at_work);
        let id = shown.room.id;
        let mut talk = Talk::of_counsellor(id);
        talk.hear(Heard::Shown(Some(id), Ok(Some(shown))), uptime(), browser::random());
        let room = Self {
            id,
            shopper: StoredValue::new(shopper),
            clock: Clock::ticking_from(now),
            office,
            take: ServerAction::new(),
            hand_over: ServerAction::new(),
            close: ServerAction::new(),
            reopen: ServerAction::new(),
            live: use_live(),
            holder: RwSignal::new(holder),
            talk: RwSignal::new(talk),
        };
        room.follow();
        room
    }

    /// Something about the talk, as a signal.
    pub fn tell<T>(self, of: impl Fn(&Talk) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.talk.with(&of))
    }

    /// Who looks after it.
    pub fn state(self) -> Memo<RoomState> {
        self.tell(|talk| talk.room().map_or(RoomState::Closed, |room| room.state))
    }

    /// Whether the reader has it.
    pub fn is_mine(self) -> Memo<bool> {
        let (state, me) = (self.state(), self.office.me());
        Memo::new(move |_| state.get() == RoomState::Taken && self.holder.get() == Some(me))
    }

    /// Whether the shopper is writing just now.
    pub fn is_typing(self) -> Memo<bool> {
        Memo::new(move |_| {
            self.clock.now();
            self.talk.with(|talk| talk.typing(uptime()).is_some())
        })
    }

    /// Says something. A room that nobody has is taken first.
    pub fn write(self, text: String) {
        let draft = Draft { key: MessageKey(browser::random_bytes()), text, about: None };
        self.change(|talk| talk.write(draft, uptime(), browser::random()));
    }

    /// Tries a message again.
    pub fn try_again(self, key: MessageKey) {
        self.change(|talk| talk.try_again(key));
    }

    /// Reads what was said earlier.
    pub fn ask_older(self) {
        self.change(|talk| talk.ask_older(uptime(), browser::random()));
    }

    /// The reader writes.
    pub fn types(self) {
        let mut is_told = false;
        if self.is_held_by_me() {
            self.talk.maybe_update(|talk| {
                is_told = talk.may_tell_typing(uptime());
                false
            });
        }
        if is_told {
            self.live.say(FromBrowser::Typing { room_id: self.id });
        }
    }

    /// The same as [`Self::is_mine`], once.
    fn is_held_by_me(self) -> bool {
        let is_taken = |talk: &Talk| talk.room().is_some_and(|r| r.state == RoomState::Taken);
        self.holder.get_untracked() == Some(self.office.me()) && self.talk.with_untracked(is_taken)
    }

    fn hear(self, heard: Heard) {
        self.change(|talk| talk.hear(heard, uptime(), browser::random()));
    }

    /// Changes the talk, if the page is still there, and does what is to be done next.
    fn change(self, change: impl FnOnce(&mut Talk)) {
        if self.talk.try_update(change).is_some() {
            self.step();
        }
    }
}

/// A clock that nobody can set: what is told by it is told to nobody else.
fn uptime() -> Moment {
    Moment::from_ms(browser::uptime_ms())
}
