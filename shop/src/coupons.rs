//! Coupons: one member's right to a discount, issued by a drop.

#[cfg(feature = "ssr")]
mod code;
#[cfg(feature = "ssr")]
mod list;

#[cfg(feature = "ssr")]
pub use {code::new_code, list::list_mine};

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
}
