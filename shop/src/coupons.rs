//! Coupons: one member's right to a discount, issued by a drop.

#[cfg(feature = "ssr")]
mod code;
#[cfg(feature = "ssr")]
mod list;

#[cfg(feature = "ssr")]
pub(crate) use list::list_spendable;
#[cfg(feature = "ssr")]
pub use {code::new_code, list::list_mine};

use crate::orders::OrderId;
use crate::{Moment, drops::Terms};
use serde::{Deserialize, Serialize};

/// A coupon, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coupon {
    /// `XXXX-XXXX-XXXX`, unique in the shop.
    pub code: String,
    /// The name of the drop that issued it.
    pub drop_name: String,
    /// What it takes off, and when.
    pub terms: Terms,
    /// When it was issued.
    pub issued_at: Moment,
    /// From when on it is worth nothing.
    pub expires_at: Moment,
    /// Whether it can be spent.
    pub state: CouponState,
}

/// What has become of a coupon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CouponState {
    /// It can be spent.
    Free,
    /// An order has it that is not paid yet; it comes back if the order comes to nothing.
    Reserved {
        /// Which order.
        order_id: OrderId,
    },
    /// It was spent.
    Used {
        /// On which order.
        order_id: OrderId,
        /// When that was paid.
        at: Moment,
    },
    /// Its time ran out.
    Expired,
}
