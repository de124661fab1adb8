//! What is shown before an order is placed.

use super::{PressKey, Totals};
use crate::addresses::SavedAddress;
use crate::cart::Line;
use crate::drops::Terms;
use crate::{CouponProblem, Moment, Won};
use serde::{Deserialize, Serialize};

/// An order that is about to be placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The key of the next press; a fresh one with every quote.
    pub press_key: PressKey,
    /// What was chosen of the cart.
    pub lines: Vec<Line>,
    /// The member's coupons: the best one first, then those that cannot be spent on this order.
    pub coupons: Vec<QuotedCoupon>,
    /// The code of the coupon that the totals count.
    pub coupon: Option<String>,
    /// What it would come to.
    pub totals: Totals,
    /// The member's address book, the default one first.
    pub addresses: Vec<SavedAddress>,
    /// The server's clock.
    pub now: Moment,
}

/// A coupon, and what it is worth for this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotedCoupon {
    /// Its code.
    pub code: String,
    /// The name of the drop that issued it.
    pub drop_name: String,
    /// What it takes off.
    pub terms: Terms,
    /// From when on it is worth nothing.
    pub expires_at: Moment,
    /// What it takes off this order.
    pub worth: Won,
    /// Why it cannot be spent on this order.
    pub problem: Option<CouponProblem>,
}

impl Quote {
    /// Whether every line can be ordered as it is.
    pub fn is_orderable(&self) -> bool {
        self.lines.iter().all(Line::can_be_ordered)
    }

    /// The totals with another coupon of the list, or with none.
    pub fn totals_with(&self, code: Option<&str>) -> Totals {
        let coupon = self.coupons.iter().find(|c| c.problem.is_none() && Some(&*c.code) == code);
        Totals::of(self.totals.goods, coupon.map(|coupon| &coupon.terms))
    }
}
