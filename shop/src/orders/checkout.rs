//! What is shown before an order is placed.

use super::{PressKey, Totals};
use crate::addresses::SavedAddress;
use crate::catalog::ProductId;
use crate::drops::Terms;
use crate::{Bilingual, CouponProblem, Moment, Won};
use serde::{Deserialize, Serialize};

/// An order that is about to be placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The key of the next press; a fresh one with every quote.
    pub press_key: PressKey,
    /// What was chosen of the cart.
    pub lines: Vec<QuoteLine>,
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

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteLine {
    /// The product.
    pub product_id: ProductId,
    /// Its name.
    pub name: Bilingual,
    /// The address of its first picture.
    pub picture: String,
    /// Its price now.
    pub price: Won,
    /// The price that the shopper saw last, if it was another one.
    pub was: Option<Won>,
    /// How many pieces.
    pub count: u16,
    /// Why it cannot be ordered.
    pub problem: Option<LineProblem>,
}

/// Why a line cannot be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineProblem {
    /// It is not sold any more.
    Withdrawn,
    /// There is none left.
    SoldOut,
    /// There are fewer left than that.
    TooFew {
        /// How many there are.
        left: u32,
    },
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

impl QuoteLine {
    /// What its pieces cost together.
    pub fn amount(&self) -> Won {
        Won(self.price.0.saturating_mul(u32::from(self.count)))
    }
}

impl Quote {
    /// Whether every line can be ordered as it is.
    pub fn is_orderable(&self) -> bool {
        self.lines.iter().all(|line| line.problem.is_none())
    }

    /// The totals with another coupon of the list, or with none.
    pub fn totals_with(&self, code: Option<&str>) -> Totals {
        let coupon = self.coupons.iter().find(|c| c.problem.is_none() && Some(&*c.code) == code);
        Totals::of(self.totals.goods, coupon.map(|coupon| &coupon.terms))
    }
}
