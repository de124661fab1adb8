//! What the bot says: facts, as they were when it said them.

use super::{Choice, Hours};
use crate::drops::{DropId, Ticket};
use crate::orders::{OrderId, State};
use crate::{Bilingual, Moment, Won};
use serde::{Deserialize, Serialize};

/// Facts that a page makes sentences of. They are kept with the talk: what is written once must be
/// read for as long as talks are kept, so nothing here is another feature's own type of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum BotSays {
    /// Hello, and what it can do.
    Hello,
    /// You are welcome.
    Welcome,
    /// That it is a program.
    Myself,
    /// That the shopper must log in before it may answer.
    LogInFirst,
    /// Where the shopper's orders are.
    Orders {
        /// The newest ones, the newest first; none if there is none.
        newest: Vec<SaidOrder>,
    },
    /// The coupons that the shopper can spend.
    Coupons {
        /// Those that expire first, the first one first; none if there is none.
        next: Vec<SaidCoupon>,
        /// How many more there are.
        more: u32,
    },
    /// The drops that are open; if none is, the one that opens next.
    Drops {
        /// None if none is announced.
        drops: Vec<SaidDrop>,
    },
    /// When counsellors are there.
    Hours {
        /// In a week.
        hours: Hours,
        /// When they come; nothing while they should be there.
        opens_at: Option<Moment>,
    },
    /// What delivery costs.
    Delivery {
        /// The fee.
        fee: Won,
        /// Goods that come to this much are delivered for nothing.
        free_from: Won,
    },
    /// Until when an order can be called off.
    Cancelling {
        /// In which states.
        while_in: Vec<State>,
    },
    /// That the talk waits for a person now.
    HandedOver {
        /// Whether a counsellor is at work.
        are_there: bool,
        /// How many rooms wait longer.
        before: u32,
        /// When counsellors come; nothing while they should be there.
        opens_at: Option<Moment>,
    },
    /// That it did not understand.
    NotUnderstood,
    /// Something that only a newer release knows.
    #[serde(other)]
    Unknown,
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidOrder {
    /// Its number.
    pub id: OrderId,
    /// What it is.
    pub state: State,
    /// When it was placed.
    pub placed_at: Moment,
    /// The first thing in it.
    pub first_item: Bilingual,
    /// How many other things are in it.
    pub other_items: u32,
}

/// A coupon that can be spent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidCoupon {
    /// The name of the drop that issued it.
    pub drop_name: String,
    /// From when on it is worth nothing.
    pub expires_at: Moment,
}

/// A drop, and where the shopper stands with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidDrop {
    /// Its number.
    pub id: DropId,
    /// Its name.
    pub name: String,
    /// From when on people may join its line.
    pub opens_at: Moment,
    /// Until when they may.
    pub closes_at: Moment,
    /// Where the shopper stands.
    pub place: SaidPlace,
}

/// Where a shopper stands with a drop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum SaidPlace {
    /// It is not open yet.
    Upcoming,
    /// It is open; they are not in its line, or it is not known.
    Open,
    /// In its line.
    Waiting {
        /// Their ticket.
        ticket: Ticket,
        /// How many are before them, themselves included.
        position: u64,
        /// Seconds until their turn, if that is known.
        eta_s: Option<u32>,
    },
    /// Nobody is served just now.
    Paused {
        /// Their ticket, if they have one.
        ticket: Option<Ticket>,
    },
    /// They have its coupon.
    Issued,
    /// Nobody can get one any more.
    Over,
}

impl BotSays {
    /// What to offer next.
    pub fn choices(&self) -> Vec<Choice> {
        match self {
            Self::Hello | Self::Myself | Self::NotUnderstood => Choice::ALL.to_vec(),
            Self::HandedOver { .. } | Self::Unknown => vec![],
            Self::LogInFirst => vec![Choice::Drops, Choice::Delivery, Choice::Counsellor],
            Self::Orders { .. } => vec![Choice::Cancelling, Choice::Counsellor],
            Self::Coupons { .. } => vec![Choice::Drops, Choice::Counsellor],
            Self::Drops { .. } => vec![Choice::Coupons, Choice::Counsellor],
            Self::Cancelling { .. } => vec![Choice::Orders, Choice::Counsellor],
            Self::Welcome | Self::Hours { .. } | Self::Delivery { .. } => vec![Choice::Counsellor],
        }
    }
}
