//! What the live socket `/live` says: JSON text frames, typed here for both sides.

#[cfg(feature = "ssr")]
mod guests;
#[cfg(feature = "ssr")]
mod hub;
#[cfg(feature = "ssr")]
mod rooms;

#[cfg(feature = "ssr")]
pub use guests::ComingOrGoing;
#[cfg(feature = "ssr")]
pub use hub::{Closing, Hub, Outgoing, SocketId, TICK};
#[cfg(feature = "ssr")]
pub(crate) use rooms::Look;
#[cfg(feature = "ssr")]
pub use rooms::{ENTERED_MAX, Seat};

use crate::Moment;
use crate::chat::{Message, Room, RoomId, Side};
use crate::drops::{DropId, IssuedCoupon, LineView};
use serde::{Deserialize, Serialize};

/// A text frame is never longer than this; the socket is closed (1009) over it.
pub const FRAME_BYTES_MAX: usize = 64 * 1024;
/// Everybody who follows a line hears of it at most this often.
pub const TICK_MS: u64 = 250;

/// From a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromBrowser {
    /// Tell me of this drop's line from now on.
    Follow {
        /// Which drop.
        drop_id: DropId,
    },
    /// No more of it.
    Unfollow {
        /// Which drop.
        drop_id: DropId,
    },
    /// Tell me what is said in this room from now on. Silence is the answer to a room that is not
    /// the reader's.
    Enter {
        /// Which room.
        room_id: RoomId,
    },
    /// No more of it.
    Leave {
        /// Which room.
        room_id: RoomId,
    },
    /// The reader is writing in a room that they have entered.
    Typing {
        /// Which room.
        room_id: RoomId,
    },
    /// The reader, a counsellor, is at work from now on: tell me of every room that changes.
    Counsel,
    /// Not any more.
    Uncounsel,
}

/// To a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToBrowser {
    /// The first frame of every socket.
    Hello {
        /// The server's clock.
        now: Moment,
    },
    /// How a line stands; at most one a tick.
    Line {
        /// The line.
        line: LineView,
        /// Tickets decided a second of late; `None` if not known yet.
        speed_per_s: Option<u32>,
        /// Whether the owner has stopped every new click.
        #[serde(default)]
        is_stopped: bool,
        /// The server's clock.
        now: Moment,
    },
    /// The reader of this socket has been issued a coupon: it is in MySQL.
    Issued {
        /// By which drop.
        drop_id: DropId,
        /// The coupon.
        coupon: IssuedCoupon,
    },
    /// Messages that have got their place in a room that the reader has entered, in their order.
    Said {
        /// Which room.
        room_id: RoomId,
        /// The messages. One of them may have been told before; none is left out: a number that
        /// is not the next one means that something was lost on the way, and is asked for.
        messages: Vec<Message>,
    },
    /// How a room is that the reader has entered; for a counsellor at work, any room.
    Room {
        /// The room.
        room: Room,
    },
    /// Somebody else is writing in a room that the reader has entered.
    Typing {
        /// Which room.
        room_id: RoomId,
        /// Who.
        side: Side,
        /// The counsellor's name, if it is one.
        name: Option<String>,
    },
}
