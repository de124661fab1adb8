//! Orders: what was bought, and what becomes of it.

mod checkout;
mod delivery;
mod order;
pub mod owner;
mod place_form;
mod press;
mod state;
mod totals;

#[cfg(feature = "ssr")]
mod basket;
#[cfg(feature = "ssr")]
mod change;
#[cfg(feature = "ssr")]
mod expire;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod moving;
#[cfg(feature = "ssr")]
mod pay;
#[cfg(feature = "ssr")]
mod place;
#[cfg(feature = "ssr")]
mod quote;
#[cfg(feature = "ssr")]
mod reorder;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod show;
#[cfg(feature = "ssr")]
mod tries;

#[cfg(feature = "ssr")]
pub use {
    expire::expire_step,
    list::list,
    moving::{cancel, cancel_by_owner, move_on},
    pay::{pay, pay_with},
    place::{check_out, place},
    quote::quote,
    reorder::reorder,
    show::show,
};

pub use checkout::{Quote, QuotedCoupon};
pub use delivery::{DELIVERY_FEE, FREE_DELIVERY_FROM, delivery_fee};
pub use order::{
    Card, MyOrders, Order, OrderCard, OrderEvent, OrderLine, Reordered, SpentCoupon, Standing,
};
pub use place_form::{Destination, NO_COUPON, NewOrder, PlaceForm};
pub use press::PressKey;
pub use state::State;
pub use totals::{ORDER_GOODS_MAX, ORDER_LINES_MAX, Totals, goods_of};

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How many orders a page of a member's list shows.
pub const ORDERS_PER_PAGE: u32 = 10;
/// An order that is not paid by then gives its stock and its coupon back.
pub const UNPAID_ORDER_LIFE: Duration = Duration::from_secs(15 * 60);

/// An order's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderId(pub u64);
