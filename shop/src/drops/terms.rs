//! What a coupon takes off an order.

use crate::Won;
use serde::{Deserialize, Serialize};

/// How much a coupon takes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Discount {
    /// So many won.
    Fixed(Won),
    /// A part of the goods' price.
    Percent {
        /// 1 to 100.
        percent: u8,
        /// The most it takes off.
        cap: Won,
    },
}

/// The terms of a drop's coupons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// How much it takes off.
    pub discount: Discount,
    /// The goods must come to at least this much.
    pub minimum_spend: Won,
    /// How many days it is valid from its issue on.
    pub valid_days: u16,
}

impl Terms {
    /// What the coupon takes off goods of this price: never more than the goods, never more than
    /// the cap, and nothing below the minimum spend.
    pub fn discount_on(&self, goods: Won) -> Won {
        if goods < self.minimum_spend {
            return Won(0);
        }
        match self.discount {
            Discount::Fixed(won) => won.min(goods),
            Discount::Percent { percent, cap } => {
                let part = u64::from(goods.0) * u64::from(percent.min(100)) / 100;
                Won(u32::try_from(part).unwrap_or(u32::MAX)).min(cap).min(goods)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_terms() -> impl Strategy<Value = Terms> {
        let fixed = any::<u32>().prop_map(|won| Discount::Fixed(Won(won)));
        let percent = (0..=255_u8, any::<u32>())
            .prop_map(|(percent, cap)| Discount::Percent { percent, cap: Won(cap) });
        (prop_oneof![fixed, percent], any::<u32>()).prop_map(|(discount, least)| Terms {
            discount,
            minimum_spend: Won(least),
            valid_days: 14,
        })
    }

    proptest! {
        #[test]
        fn a_discount_is_never_more_than_the_goods_or_the_cap(
            terms in any_terms(), goods in any::<u32>()
        ) {
            let off = terms.discount_on(Won(goods));
            prop_assert!(off <= Won(goods));
            if let Discount::Percent { cap, .. } = terms.discount {
                prop_assert!(off <= cap);
            }
            if Won(goods) < terms.minimum_spend {
                prop_assert_eq!(off, Won(0));
            }
        }
    }

    proptest! {
        #[test]
        fn a_coupon_takes_off_all_that_it_says_and_whole_won(
            percent in 1..=100_u8, cap in any::<u32>(), goods in any::<u32>()
        ) {
            let discount = Discount::Percent { percent, cap: Won(cap) };
            let terms = Terms { discount, minimum_spend: Won(0), valid_days: 14 };
            // Rounded down to the won, in arithmetic that cannot overflow.
            let part = u128::from(goods) * u128::from(percent) / 100;
            let expected = part.min(u128::from(cap));
            prop_assert_eq!(u128::from(terms.discount_on(Won(goods)).0), expected);
        }

        #[test]
        fn dearer_goods_never_get_a_smaller_discount(
            terms in any_terms(), one in any::<u32>(), other in any::<u32>()
        ) {
            let (less, more) = (Won(one.min(other)), Won(one.max(other)));
            prop_assert!(terms.discount_on(less) <= terms.discount_on(more));
        }

        #[test]
        fn a_fixed_coupon_counts_from_the_minimum_spend_on(
            won in any::<u32>(), least in any::<u32>(), goods in any::<u32>()
        ) {
            let discount = Discount::Fixed(Won(won));
            let terms = Terms { discount, minimum_spend: Won(least), valid_days: 14 };
            let expected = if goods >= least { won.min(goods) } else { 0 };
            prop_assert_eq!(terms.discount_on(Won(goods)), Won(expected));
        }
    }

    #[test]
    fn ten_percent_of_25_900_is_2_590() {
        let discount = Discount::Percent { percent: 10, cap: Won(5_000) };
        let terms = Terms { discount, minimum_spend: Won(20_000), valid_days: 14 };
        assert_eq!(terms.discount_on(Won(25_900)), Won(2_590));
        assert_eq!(terms.discount_on(Won(19_999)), Won(0));
        assert_eq!(terms.discount_on(Won(90_000)), Won(5_000));
    }
}
