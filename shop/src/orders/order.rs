//! An order, as its shopper sees it.

use super::{OrderId, State, Totals};
use crate::catalog::ProductId;
use crate::{Bilingual, Moment, Problem, Won};
use serde::{Deserialize, Serialize};

/// Where an order stands: what placing, paying and cancelling answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Its number.
    pub id: OrderId,
    /// What it is.
    pub state: State,
    /// What it comes to.
    pub total: Won,
    /// Until when it must be paid.
    pub expires_at: Moment,
}

/// A card of the simulated payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Card {
    /// Pays.
    Approved,
    /// Is refused.
    Refused,
}

/// An order in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderCard {
    /// Where it stands.
    pub standing: Standing,
    /// When it was placed.
    pub placed_at: Moment,
    /// The first thing in it.
    pub first_item: Bilingual,
    /// The address of that thing's picture.
    pub picture: String,
    /// How many other things are in it.
    pub other_items: u32,
}

/// A page of a member's orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyOrders {
    /// Newest first.
    pub orders: Vec<OrderCard>,
    /// How many there are on all pages.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// The last page, at least 1.
    pub last_page: u32,
    /// The server's clock.
    pub now: Moment,
}

/// An order with everything that its shopper may know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Where it stands.
    pub standing: Standing,
    /// When it was placed.
    pub placed_at: Moment,
    /// What was bought.
    pub lines: Vec<OrderLine>,
    /// What it comes to, line by line.
    pub totals: Totals,
    /// The coupon that was spent on it.
    pub coupon: Option<SpentCoupon>,
    /// Who receives it.
    pub recipient: String,
    /// How to reach them.
    pub phone: Option<String>,
    /// Where it goes.
    pub address: String,
    /// When the money went back.
    pub refunded_at: Option<Moment>,
    /// When a card was refused the last time.
    pub refused_at: Option<Moment>,
    /// What happened, in its order.
    pub events: Vec<OrderEvent>,
    /// The server's clock.
    pub now: Moment,
}

/// A line of an order: what was bought, as it was called and priced on that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// The product.
    pub product_id: ProductId,
    /// Its name then.
    pub name: Bilingual,
    /// The address of its picture now.
    pub picture: String,
    /// Its price then.
    pub price: Won,
    /// How many pieces.
    pub count: u16,
    /// Whether it can be bought again now.
    pub is_for_sale: bool,
}

/// A coupon that an order has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpentCoupon {
    /// Its code.
    pub code: String,
    /// The name of the drop that issued it.
    pub drop_name: String,
}

/// What happened to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderEvent {
    /// What it became.
    pub state: State,
    /// When.
    pub at: Moment,
    /// Why, where somebody said so.
    pub reason: Option<String>,
}

/// What of an old order lies in the cart again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reordered {
    /// How many lines.
    pub added: u32,
    /// What is not sold any more, or sold out.
    pub left_out: Vec<Bilingual>,
}

impl Card {
    /// `approved` or `refused`.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        Self::parse_optional(text)?.ok_or(Problem::Missing)
    }

    /// The same; an empty text is no card.
    pub fn parse_optional(text: &str) -> Result<Option<Self>, Problem> {
        match text.trim() {
            "" => Ok(None),
            "approved" => Ok(Some(Self::Approved)),
            "refused" => Ok(Some(Self::Refused)),
            _ => Err(Problem::NotAChoice),
        }
    }
}

impl OrderLine {
    /// What its pieces cost together.
    pub fn amount(&self) -> Won {
        Won(self.price.0.saturating_mul(u32::from(self.count)))
    }
}
