//! Where a member stands with a drop, and what everybody may see of its line.

use super::challenge::Challenge;
use super::{DropId, Ticket};
use crate::Moment;
use serde::{Deserialize, Serialize};

/// A coupon that MySQL has committed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedCoupon {
    /// `XXXX-XXXX-XXXX`.
    pub code: String,
    /// From when on it is worth nothing.
    pub expires_at: Moment,
}

/// A member's place with a drop: the answer of `drops/join` and `drops/mine`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Place {
    /// The drop has not opened.
    NotOpen {
        /// When it will.
        opens_at: Moment,
        /// The server's clock.
        now: Moment,
    },
    /// The drop is open, and this member is not in its line.
    NotJoined,
    /// In the line.
    Waiting {
        /// The member's ticket.
        ticket: Ticket,
        /// The highest ticket that has been decided; the position is the difference.
        serving: Ticket,
        /// Which building-up of the line the ticket belongs to: in another one it is void.
        epoch: i64,
        /// Seconds until this ticket's turn, if the line's speed is known.
        eta_s: Option<u32>,
        /// When to ask again if there is no live socket, in milliseconds.
        poll_after_ms: u32,
    },
    /// The member holds a coupon of this drop: it is in MySQL.
    Issued(IssuedCoupon),
    /// Every coupon is somebody else's.
    SoldOut,
    /// Nobody is served just now; a ticket keeps its place.
    Paused {
        /// The member's ticket; `None` if none can be given just now.
        ticket: Option<Ticket>,
    },
    /// The time to join is over.
    Closed,
    /// The owner takes no clicks of any drop just now.
    Stopped {
        /// When to click again, in milliseconds.
        poll_after_ms: u32,
    },
    /// A ticket costs a proof of work: to click again with it. Only `drops/join` says so.
    Challenge(Challenge),
}

/// What a line does just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineState {
    /// People may join, once the opening time has come.
    Open,
    /// People may join, and nobody is served.
    Paused,
    /// Every coupon is somebody's.
    SoldOut,
}

/// What everybody may see of a line: a few numbers, whatever its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineView {
    /// Whose line.
    pub drop_id: DropId,
    /// Which building-up of the line this is: Redis lost is a new one.
    pub epoch: i64,
    /// Which of the owner's changes it follows: within an epoch the higher one is newer.
    pub version: u32,
    /// What it does.
    pub state: LineState,
    /// The highest ticket that has been decided.
    pub serving: Ticket,
    /// The highest ticket that has been given.
    pub last: Ticket,
    /// Coupons that nobody has yet.
    pub remaining: u32,
    /// How many coupons there are; an owner may add some.
    pub quota: u32,
    /// From when on people may join.
    pub opens_at: Moment,
    /// Until when people may join; who waits then is still served.
    pub closes_at: Moment,
}
