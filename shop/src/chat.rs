//! Chat: a member's or a visitor's talk with the shop. Kafka has every message first; it has its
//! number, and is shown to others, once it is in MySQL.

mod about;
pub mod bot;
pub mod counsel;
mod key;
pub mod links;
mod message;
mod room;
mod text;

#[cfg(feature = "ssr")]
mod access;
#[cfg(feature = "ssr")]
mod archive;
#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod change;
#[cfg(feature = "ssr")]
mod export;
#[cfg(feature = "ssr")]
mod hands;
#[cfg(feature = "ssr")]
mod keep;
#[cfg(feature = "ssr")]
mod log;
#[cfg(feature = "ssr")]
mod look;
#[cfg(feature = "ssr")]
pub mod news;
#[cfg(feature = "ssr")]
mod open;
#[cfg(feature = "ssr")]
mod presence;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod send;
#[cfg(feature = "ssr")]
mod settings;
#[cfg(feature = "ssr")]
mod show;
#[cfg(feature = "ssr")]
mod sweep;
#[cfg(feature = "ssr")]
mod take_over;

pub use about::About;
#[cfg(feature = "ssr")]
pub(crate) use access::Rooms;
#[cfg(feature = "ssr")]
pub(crate) use keep::{delete_all_of, tell_gone};
pub use key::MessageKey;
pub use message::{Body, Card, Message, Side};
pub use room::{Room, RoomState};
pub use text::{MESSAGE_CHARS_MAX, MessageText};
#[cfg(feature = "ssr")]
pub use {
    access::{Access, Asker, find},
    archive::Archiver,
    export::{Export, export},
    hands::{ask_counsellor, close, reopen},
    keep::{RATING_CHARS_MAX, delete, rate},
    log::{Log, LogSettings, Record, lag, make_topic},
    look::Looker,
    presence::{begin_work, give_back_rooms, see_who_is_at_work},
    send::{Opened, SendForm, send},
    settings::{CounselSettings, TALK_KEPT_DAYS},
    show::{history, read, show},
    sweep::{SWEPT_AT_ONCE, sweep},
    take_over::take_over,
};

use serde::{Deserialize, Serialize};

/// A room's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoomId(pub u64);

/// A room with what was said last in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// How the room is.
    pub room: Room,
    /// The newest [`MESSAGES_AT_ONCE`] messages, the oldest first.
    pub messages: Vec<Message>,
}

/// What became of a message that was sent: Kafka has it, and the room will.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// In which room: the first message of a talk opens it.
    pub room_id: RoomId,
    /// Which message.
    pub key: MessageKey,
}

/// Messages that are read at once.
pub const MESSAGES_AT_ONCE: u32 = 50;
