//! The counsellors' side: every room, who is at work, and what the shop knows of a shopper.

#[cfg(feature = "ssr")]
mod at_work;
#[cfg(feature = "ssr")]
mod beside;
#[cfg(feature = "ssr")]
mod canned;
#[cfg(feature = "ssr")]
mod hands;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod notes;
#[cfg(feature = "ssr")]
mod preview;
#[cfg(feature = "ssr")]
mod say;
mod shortcut;
#[cfg(feature = "ssr")]
mod show;
mod tab;

pub use shortcut::Shortcut;
pub use tab::Tab;
#[cfg(feature = "ssr")]
pub use {
    beside::beside,
    canned::{canned, remove_canned, save_canned},
    hands::{hand_over, take},
    list::list,
    notes::add_note,
    say::say,
    show::show,
};

use super::{Body, Room, RoomId, Side, Talk};
use crate::coupons::Coupon;
use crate::members::MemberId;
use crate::orders::{OrderId, State};
use crate::{Language, Moment, Won};
use serde::{Deserialize, Serialize};

/// Rooms on a page of the list.
pub const ROOMS_PER_PAGE: u32 = 20;
/// The list counts no further in a tab.
pub const ROOMS_COUNTED_MAX: u32 = 1_000;
/// Longest key of a canned reply, in characters.
pub const SHORTCUT_CHARS_MAX: u32 = 20;

/// A page of the rooms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomList {
    /// In the order of their tab.
    pub rooms: Vec<RoomRow>,
    /// How many there are in each tab, [`ROOMS_COUNTED_MAX`] at most.
    pub counts: Vec<(Tab, u32)>,
    /// This page, from 1.
    pub page: u32,
    /// Whether there is one more.
    pub has_next: bool,
    /// Who is at work, the reader among them.
    pub at_work: Vec<Colleague>,
    /// The server's clock.
    pub now: Moment,
}

/// A room in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomRow {
    /// How it is.
    pub room: Room,
    /// Whose talk it is.
    pub shopper: Shopper,
    /// Whether the reader has it.
    pub is_mine: bool,
    /// What was said last, if anything was.
    pub newest: Option<Newest>,
}

/// What was said last in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newest {
    /// Who speaks.
    pub side: Side,
    /// What is said; a long text is cut.
    pub body: Body,
    /// When it was sent.
    pub sent_at: Moment,
}

/// Whose talk a room is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shopper {
    /// A member's.
    Member {
        /// Their number.
        id: MemberId,
        /// Their name.
        name: String,
    },
    /// Somebody's who is not signed in. Their room's number has to do for a name.
    Visitor,
}

/// Somebody who works for the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Their number.
    pub id: MemberId,
    /// Their name.
    pub name: String,
}

/// A room that a counsellor has opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// The room, and what was said last in it.
    pub talk: Talk,
    /// Whose talk it is.
    pub shopper: Shopper,
    /// Who has taken it.
    pub holder: Option<MemberId>,
    /// Who is at work, the reader among them.
    pub at_work: Vec<Colleague>,
    /// The server's clock.
    pub now: Moment,
}

/// What the shop knows of the shopper of a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// What their page spoke when the room was opened.
    pub language: Language,
    /// Since when they are a member, if they are one.
    pub member_since: Option<Moment>,
    /// Their newest orders.
    pub orders: Vec<OrderBrief>,
    /// Their coupons that can be spent, the next to expire first.
    pub coupons: Vec<Coupon>,
    /// Their other rooms, the newest first.
    pub other_rooms: Vec<RoomBrief>,
    /// What they thought of this talk.
    pub rating: Option<Rating>,
    /// What counsellors have noted, the oldest first.
    pub notes: Vec<Note>,
}

/// An order beside a talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderBrief {
    /// Its number.
    pub id: OrderId,
    /// What it is.
    pub state: State,
    /// What it comes to.
    pub total: Won,
    /// When it was placed.
    pub placed_at: Moment,
}

/// Another talk of the same shopper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomBrief {
    /// Which room.
    pub id: RoomId,
    /// Who looks after it.
    pub state: super::RoomState,
    /// When the talk began.
    pub opened_at: Moment,
    /// How many messages it has.
    pub messages: u32,
}

/// What a shopper thought of a talk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Thumb up.
    pub is_good: bool,
    /// A word of theirs, or nothing.
    pub word: String,
}

/// What a counsellor has noted on a room. No shopper ever sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its number.
    pub id: u64,
    /// Who wrote it.
    pub writer: String,
    /// When.
    pub written_at: Moment,
    /// What it says.
    pub text: String,
}

/// An answer that counsellors give often.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canned {
    /// What calls it, after a slash.
    pub shortcut: String,
    /// What it says.
    pub text: String,
}

impl RoomRow {
    /// How many messages nobody of the shop has read. Whoever of the shop spoke last has read
    /// what stands above.
    pub fn unread(&self) -> u32 {
        match &self.newest {
            Some(newest) if newest.side != Side::Counsellor => {
                self.room.last_number.saturating_sub(self.room.read_by_shop)
            }
            _ => 0,
        }
    }
}

impl RoomList {
    /// How many rooms there are in a tab.
    pub fn count(&self, tab: Tab) -> u32 {
        self.counts.iter().find(|(of, _)| *of == tab).map_or(0, |(_, count)| *count)
    }
}
