//! Drops: first-come coupon events, their line, and who gets a coupon.

mod board;
pub mod challenge;
mod click;
mod form;
mod place;
mod terms;

#[cfg(feature = "ssr")]
pub mod away;
#[cfg(feature = "ssr")]
mod create;
#[cfg(feature = "ssr")]
mod decide;
#[cfg(feature = "ssr")]
mod door;
#[cfg(feature = "ssr")]
pub mod issuer;
#[cfg(feature = "ssr")]
mod join;
#[cfg(feature = "ssr")]
mod leave;
#[cfg(feature = "ssr")]
mod line;
#[cfg(feature = "ssr")]
mod lines;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod mine;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod model;
#[cfg(feature = "ssr")]
pub mod news;
#[cfg(feature = "ssr")]
pub mod owner;
#[cfg(feature = "ssr")]
mod pace;
#[cfg(feature = "ssr")]
mod pulse;
#[cfg(feature = "ssr")]
pub mod reconcile;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod rules;
#[cfg(feature = "ssr")]
mod stop;
#[cfg(feature = "ssr")]
mod turnstile;

#[cfg(feature = "ssr")]
use rules::facts;
#[cfg(feature = "ssr")]
pub use {
    create::{create, insert},
    door::Door,
    join::{join, turn_away},
    leave::leave,
    lines::Lines,
    list::{list, show},
    mine::mine,
    stop::Stop,
};
#[cfg(feature = "ssr")]
pub(crate) use {decide::decide, rows::terms_from_row, rules::batch::Claim};

pub use board::{Beat, Board, BoardLine, OwnerDrops, Stopped};
pub use click::{CLICK_BYTES_MAX, Click};
pub use form::{DropForm, NewDrop, QUOTA_MAX};
pub use place::{IssuedCoupon, LineState, LineView, Place};
pub use terms::{Discount, Terms};

use crate::Moment;
use serde::{Deserialize, Serialize};

/// A drop's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DropId(pub u64);

/// A place in a drop's line: 1, 2, 3 …
pub type Ticket = u64;

/// A drop, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drop {
    /// Its number.
    pub id: DropId,
    /// Its name.
    pub name: String,
    /// How many coupons there are.
    pub quota: u32,
    /// How many of them have been issued.
    pub issued: u32,
    /// From when on people may join the line.
    pub opens_at: Moment,
    /// Until when people may join the line.
    pub closes_at: Moment,
    /// What its coupon is worth.
    pub terms: Terms,
    /// Coupons issued a second at most; `None` is as fast as the shop can.
    pub rate_per_s: Option<u32>,
    /// Since when nobody is served; `None` while the line moves.
    pub paused_at: Option<Moment>,
    /// Rises with everything that an owner changes: of two tellings the higher one is newer.
    pub version: u32,
}

/// Where a drop stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Not open yet.
    Upcoming,
    /// Open, with coupons left.
    Open,
    /// Open, and nobody is served just now.
    Paused,
    /// Every coupon is somebody's.
    SoldOut,
    /// The time is over.
    Closed,
}

impl Drop {
    /// How many coupons nobody has yet.
    pub fn remaining(&self) -> u32 {
        self.quota.saturating_sub(self.issued)
    }

    /// Where the drop stands at a moment.
    pub fn stage(&self, now: Moment) -> Stage {
        if self.remaining() == 0 {
            Stage::SoldOut
        } else if now < self.opens_at {
            Stage::Upcoming
        } else if now >= self.closes_at {
            Stage::Closed
        } else if self.paused_at.is_some() {
            Stage::Paused
        } else {
            Stage::Open
        }
    }
}

/// Drops and the server's time when they were read, so that a countdown does not depend on the
/// reader's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropList {
    /// Open ones first, then the upcoming, then those that are over.
    pub drops: Vec<Drop>,
    /// The server's clock.
    pub now: Moment,
}

/// One drop and the server's time when it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DropNow {
    /// The drop.
    pub drop: Drop,
    /// The server's clock.
    pub now: Moment,
    /// Whether the owner has stopped every new click.
    pub is_stopped: bool,
}
