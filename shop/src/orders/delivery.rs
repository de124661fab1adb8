//! What delivery costs.

use crate::Won;

/// Goods that come to this much, before any discount, are delivered for nothing.
pub const FREE_DELIVERY_FROM: Won = Won(30_000);
/// What it costs otherwise.
pub const DELIVERY_FEE: Won = Won(3_000);

/// What it costs to deliver goods of this price. A discount does not raise it, and nothing is
/// delivered for nothing.
pub fn delivery_fee(goods: Won) -> Won {
    if goods == Won(0) || goods >= FREE_DELIVERY_FROM { Won(0) } else { DELIVERY_FEE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delivery_is_free_from_30_000_won_on() {
        let fees = [0, 1, 29_999, 30_000, u32::MAX].map(|goods| delivery_fee(Won(goods)).0);
        assert_eq!(fees, [0, 3_000, 3_000, 0, 0]);
    }
}
