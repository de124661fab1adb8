//! What a message is about.

use super::Card;
use crate::Refusal;
use crate::catalog::ProductId;
use crate::orders::OrderId;
use std::fmt;
use std::str::FromStr;

/// Which thing: `product:12` or `order:34` as a page sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A product.
    Product(ProductId),
    /// An order.
    Order(OrderId),
}

impl Card {
    /// What it shows.
    pub fn about(&self) -> About {
        match self {
            Self::Product { id, .. } => About::Product(*id),
            Self::Order { id, .. } => About::Order(*id),
        }
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Product(ProductId(id)) => write!(f, "product:{id}"),
            Self::Order(OrderId(id)) => write!(f, "order:{id}"),
        }
    }
}

impl FromStr for About {
    type Err = Refusal;

    /// Reads what [`Display`](fmt::Display) writes.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let (kind, id) = text.split_once(':').ok_or(Refusal::NotUnderstood)?;
        let id = id.parse().map_err(|_| Refusal::NotUnderstood)?;
        match kind {
            "product" => Ok(Self::Product(ProductId(id))),
            "order" => Ok(Self::Order(OrderId(id))),
            _ => Err(Refusal::NotUnderstood),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_a_product_or_an_order() {
        for about in [About::Product(ProductId(12)), About::Order(OrderId(34))] {
            assert_eq!(about.to_string().parse(), Ok(about));
        }
        for text in ["", "12", "product:", "product:-1", "member:1", "order:1:2", "order:1\""] {
            assert_eq!(text.parse::<About>(), Err(Refusal::NotUnderstood), "{text}");
        }
    }
}
