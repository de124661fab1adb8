//! What is in a cart, what of it can be ordered, and what that comes to.

use super::COUNT_MAX;
use crate::Won;
use crate::catalog::{ProductCard, Stock};
use crate::orders::{FREE_DELIVERY_FROM, delivery_fee};
use serde::{Deserialize, Serialize};

/// A cart, as its owner sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cart {
    /// What was put in last comes first.
    pub lines: Vec<Line>,
    /// What the chosen lines that can be ordered come to, at the prices of now.
    pub goods: Won,
    /// What their delivery costs.
    pub delivery: Won,
}

/// One product of a cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The product, at its price of now.
    pub card: ProductCard,
    /// How many pieces.
    pub count: u16,
    /// Whether it is for the next order.
    pub is_chosen: bool,
    /// What the shopper should know of it.
    pub problems: Vec<LineProblem>,
}

/// What has changed about a line since it was put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineProblem {
    /// It costs something else. Said until the shopper changes the count or chooses the line
    /// anew; it can be ordered at the new price.
    PriceChanged {
        /// What the shopper saw last.
        was: Won,
        /// What it costs.
        now: Won,
    },
    /// Fewer pieces are left than the line asks for.
    FewLeft {
        /// So many.
        pieces: u32,
    },
    /// None are left.
    SoldOut,
    /// The shop no longer sells it.
    Gone,
}

impl LineProblem {
    /// Whether the line cannot be ordered as it is.
    pub fn is_in_the_way(self) -> bool {
        !matches!(self, Self::PriceChanged { .. })
    }
}

/// How many pieces of a product may be asked for, as far as its stock is known to shoppers.
pub fn most_of(stock: Stock) -> u16 {
    match stock {
        Stock::InStock => COUNT_MAX,
        Stock::FewLeft(pieces) => u16::try_from(pieces).unwrap_or(COUNT_MAX).min(COUNT_MAX),
        Stock::SoldOut => 0,
    }
}

impl Line {
    /// Whether the shop can deliver it as it is.
    pub fn can_be_ordered(&self) -> bool {
        !self.problems.iter().any(|problem| problem.is_in_the_way())
    }

    /// Whether it is part of the next order.
    pub fn is_ordered(&self) -> bool {
        self.is_chosen && self.can_be_ordered()
    }

    /// How many pieces it may be set to, as far as a shopper needs to know.
    pub fn most(&self) -> u16 {
        let left = self.problems.iter().find_map(|problem| match problem {
            LineProblem::FewLeft { pieces } => Some(*pieces),
            _ => None,
        });
        let left = left.and_then(|pieces| u16::try_from(pieces).ok()).unwrap_or(COUNT_MAX);
        left.min(most_of(self.card.stock))
    }

    /// What its pieces come to. More than any order may come to stays at the most there is.
    pub fn sum(&self) -> Won {
        Won(self.card.price.0.saturating_mul(u32::from(self.count)))
    }
}

impl Cart {
    /// A cart of these lines.
    pub fn of(lines: Vec<Line>) -> Self {
        let goods = lines
            .iter()
            .filter(|line| line.is_ordered())
            .fold(0_u32, |sum, line| sum.saturating_add(line.sum().0));
        let goods = Won(goods);
        Self { lines, goods, delivery: delivery_fee(goods) }
    }

    /// How many pieces are in it, chosen or not: what the header counts.
    pub fn pieces(&self) -> u32 {
        self.lines.iter().map(|line| u32::from(line.count)).sum()
    }

    /// How many lines the next order has.
    pub fn ordered_lines(&self) -> usize {
        self.lines.iter().filter(|line| line.is_ordered()).count()
    }

    /// Whether something is chosen that cannot be ordered as it is: an order takes all that is
    /// chosen, or nothing.
    pub fn is_held_up(&self) -> bool {
        self.lines.iter().any(|line| line.is_chosen && !line.can_be_ordered())
    }

    /// Goods and delivery.
    pub fn total(&self) -> Won {
        Won(self.goods.0.saturating_add(self.delivery.0))
    }

    /// How much more is delivered for nothing; `None` where delivery costs nothing anyway.
    pub fn until_free_delivery(&self) -> Option<Won> {
        (self.delivery > Won(0)).then(|| Won(FREE_DELIVERY_FROM.0.saturating_sub(self.goods.0)))
    }
}

#[cfg(test)]
mod tests;
