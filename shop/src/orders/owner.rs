//! Orders as the owner sees them: everybody's, found by state, time and words.

#[cfg(feature = "ssr")]
mod export;
#[cfg(feature = "ssr")]
mod filter;
#[cfg(feature = "ssr")]
mod find;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod show;

#[cfg(feature = "ssr")]
pub use {
    export::{Export, ExportedOrder, export},
    filter::{Filter, Whose},
    list::list,
    show::show,
};

use super::{OrderId, SpentCoupon, State, Totals};
use crate::catalog::ProductId;
use crate::members::MemberId;
use crate::{Bilingual, Moment, Won};
use serde::{Deserialize, Serialize};

/// How many orders a page of the list shows.
pub const ORDERS_PER_PAGE: u32 = 50;
/// Orders counted at most for a state, and pages turned: two hundred. Whoever looks for what is
/// further down narrows the time, which costs nothing; counting on would cost more every day.
pub const ORDERS_COUNTED_MAX: u32 = 10_000;

/// A search as an address or a form says it; empty texts look for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderSearch {
    /// A state's word.
    pub state: String,
    /// An order's number, or how a member's name or e-mail address begins.
    pub words: String,
    /// The first day, `2026-11-24`, in Korea.
    pub from: String,
    /// The last day.
    pub to: String,
}

/// Who bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    /// Their number.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}

/// An order in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRow {
    /// Its number.
    pub id: OrderId,
    /// When it was placed.
    pub placed_at: Moment,
    /// What it is.
    pub state: State,
    /// Who bought.
    pub buyer: Buyer,
    /// The first thing in it.
    pub first_item: Bilingual,
    /// How many other things are in it.
    pub other_items: u32,
    /// What it comes to.
    pub total: Won,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderList {
    /// Newest first.
    pub orders: Vec<OrderRow>,
    /// How many the search finds in each state, each up to [`ORDERS_COUNTED_MAX`].
    pub counts: Vec<(State, u32)>,
    /// This page, from 1.
    pub page: u32,
    /// The last page, at least 1.
    pub last_page: u32,
}

/// An order with everything that the shop knows of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerOrder {
    /// Its number.
    pub id: OrderId,
    /// What it is.
    pub state: State,
    /// When it was placed.
    pub placed_at: Moment,
    /// Who bought.
    pub buyer: Buyer,
    /// What was bought.
    pub lines: Vec<BoughtLine>,
    /// What it comes to, line by line.
    pub totals: Totals,
    /// The coupon.
    pub coupon: Option<SpentCoupon>,
    /// Who receives it.
    pub recipient: String,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Where it goes.
    pub address: String,
    /// The payment, once there is one.
    pub payment: Option<Payment>,
    /// How often a card was refused.
    pub refused_cards: u32,
    /// What happened to it, the first thing first.
    pub events: Vec<OwnerEvent>,
}

/// A line of an order, as it was called and priced when it was bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoughtLine {
    /// The product's number.
    pub product_id: ProductId,
    /// Its name then.
    pub name: Bilingual,
    /// What a piece cost then.
    pub price: Won,
    /// How many pieces.
    pub count: u16,
}

/// The payment of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// How much.
    pub amount: Won,
    /// When.
    pub paid_at: Moment,
    /// When it was given back.
    pub refunded_at: Option<Moment>,
}

/// Something that happened to an order, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerEvent {
    /// What it became.
    pub state: State,
    /// When.
    pub at: Moment,
    /// The name of whoever did it; `None` is the shop itself.
    pub actor: Option<String>,
    /// Why, where somebody said so.
    pub reason: Option<String>,
}
