//! What an order comes to. One function for the browser, which shows it, and for the server,
//! which charges it.

use super::delivery_fee;
use crate::cart::LINES_MAX;
use crate::drops::Terms;
use crate::{Refusal, Won};
use serde::{Deserialize, Serialize};

/// The goods of an order come to at most this much: more than a card pays at once, and little
/// enough that no sum of it leaves a `u32`.
pub const ORDER_GOODS_MAX: Won = Won(100_000_000);
/// Different products in an order at most: all that a cart holds. The stock of each is locked when
/// it is placed.
pub const ORDER_LINES_MAX: u32 = LINES_MAX;

/// What an order comes to, line by line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// The price of everything in it.
    pub goods: Won,
    /// What its coupon takes off.
    pub discount: Won,
    /// What its delivery costs.
    pub delivery: Won,
    /// What is to be paid.
    pub total: Won,
}

impl Totals {
    /// Of goods of this price, and of a coupon if one is spent. Delivery is counted before the
    /// discount, so that a coupon never makes it dearer.
    pub fn of(goods: Won, coupon: Option<&Terms>) -> Self {
        let discount = coupon.map_or(Won(0), |terms| terms.discount_on(goods));
        let delivery = delivery_fee(goods);
        // Never below zero: no discount is more than the goods. Never above u32: where a fee is
        // due, the goods are cheap.
        let total = Won(goods.0.saturating_sub(discount.0).saturating_add(delivery.0));
        Self { goods, discount, delivery, total }
    }
}

/// The price of lines, each a price and a count.
///
/// # Errors
/// [`Refusal::OrderTooLarge`].
pub fn goods_of(lines: impl IntoIterator<Item = (Won, u16)>) -> Result<Won, Refusal> {
    let (mut many, mut sum) = (0_u32, 0_u64);
    for (price, count) in lines {
        many += 1;
        sum += u64::from(price.0) * u64::from(count);
        if many > ORDER_LINES_MAX || sum > u64::from(ORDER_GOODS_MAX.0) {
            return Err(Refusal::OrderTooLarge { lines: ORDER_LINES_MAX, goods: ORDER_GOODS_MAX });
        }
    }
    Ok(Won(u32::try_from(sum).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drops::Discount;
    use crate::orders::{DELIVERY_FEE, FREE_DELIVERY_FROM};
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
        fn the_lines_of_a_bill_add_up(goods: u32, terms in proptest::option::of(any_terms())) {
            let bill = Totals::of(Won(goods), terms.as_ref());
            let paid = u64::from(bill.total.0) + u64::from(bill.discount.0);
            prop_assert_eq!(paid, u64::from(goods) + u64::from(bill.delivery.0));
            prop_assert!(bill.discount.0 <= goods);
        }

        #[test]
        fn a_coupon_never_makes_an_order_dearer(goods: u32, terms in any_terms()) {
            let (with, without) = (Totals::of(Won(goods), Some(&terms)), Totals::of(Won(goods), None));
            prop_assert!(with.total <= without.total);
            prop_assert_eq!(with.delivery, without.delivery);
        }

        #[test]
        fn whatever_is_in_a_cart_fits_or_is_refused(
            lines in proptest::collection::vec((any::<u32>(), 1..=99_u16), 0..=120)
        ) {
            let exact: u128 =
                lines.iter().map(|(won, count)| u128::from(*won) * u128::from(*count)).sum();
            let fits = lines.len() <= 100 && exact <= u128::from(ORDER_GOODS_MAX.0);
            match goods_of(lines.iter().map(|(won, count)| (Won(*won), *count))) {
                Ok(goods) => {
                    prop_assert!(fits);
                    prop_assert_eq!(u128::from(goods.0), exact);
                }
                Err(refusal) => {
                    prop_assert!(!fits);
                    prop_assert_eq!(refusal.status(), 422);
                }
            }
        }

        #[test]
        fn cheap_lines_are_summed_to_the_won(
            lines in proptest::collection::vec((0..=10_000_u32, 1..=99_u16), 0..=100)
        ) {
            let exact: u32 = lines.iter().map(|(won, count)| won * u32::from(*count)).sum();
            let goods = goods_of(lines.into_iter().map(|(won, count)| (Won(won), count)));
            prop_assert_eq!(goods, Ok(Won(exact)));
        }
    }

    #[test]
    fn the_largest_cart_there_could_be_is_refused() {
        let all = std::iter::repeat_n((Won(u32::MAX), 99), 100);
        assert!(matches!(goods_of(all), Err(Refusal::OrderTooLarge { .. })));
        assert_eq!(goods_of([(ORDER_GOODS_MAX, 1)]), Ok(ORDER_GOODS_MAX));
        assert!(goods_of([(ORDER_GOODS_MAX, 1), (Won(1), 1)]).is_err());
    }

    #[test]
    fn a_bill_reads_as_on_paper() {
        let discount = Discount::Percent { percent: 10, cap: Won(5_000) };
        let terms = Terms { discount, minimum_spend: Won(20_000), valid_days: 14 };
        let bill = Totals::of(Won(25_900), Some(&terms));
        let paper = Totals {
            goods: Won(25_900),
            discount: Won(2_590),
            delivery: DELIVERY_FEE,
            total: Won(26_310),
        };
        assert_eq!(bill, paper);
        // The goods count, not what is left of them: the coupon keeps the free delivery.
        let bill = Totals::of(FREE_DELIVERY_FROM, Some(&terms));
        assert_eq!((bill.delivery, bill.total), (Won(0), Won(27_000)));
        assert_eq!(Totals::of(Won(0), Some(&terms)), Totals::default());
    }
}
