//! My coupons.

use super::TOLD_MAX;
use crate::chat::bot::{BotSays, SaidCoupon};
use crate::coupons::{self, Coupon, CouponState};
use crate::members::MemberId;
use crate::{Outcome, Shop};

/// The coupons that the member can spend.
pub(super) async fn free(shop: &Shop, member: MemberId) -> Outcome<BotSays> {
    Ok(told(coupons::list_mine(shop, member).await?))
}

/// Those that expire first: who asks may lose one.
fn told(mut coupons: Vec<Coupon>) -> BotSays {
    coupons.retain(|coupon| coupon.state == CouponState::Free);
    coupons.sort_by_key(|coupon| coupon.expires_at);
    let more = coupons.len().saturating_sub(TOLD_MAX);
    let said =
        |coupon: Coupon| SaidCoupon { drop_name: coupon.drop_name, expires_at: coupon.expires_at };
    BotSays::Coupons {
        next: coupons.into_iter().take(TOLD_MAX).map(said).collect(),
        more: u32::try_from(more).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drops::{Discount, Terms};
    use crate::orders::OrderId;
    use crate::{Moment, Won};

    fn coupon(expires_ms: i64, state: CouponState) -> Coupon {
        let discount = Discount::Fixed(Won(5_000));
        Coupon {
            code: "ABCD-EFGH-JKLM".into(),
            drop_name: expires_ms.to_string(),
            terms: Terms { discount, minimum_spend: Won(0), valid_days: 14 },
            issued_at: Moment::from_ms(0),
            expires_at: Moment::from_ms(expires_ms),
            state,
        }
    }

    #[test]
    fn those_that_expire_first_are_told_and_none_that_is_gone() {
        let used = CouponState::Used { order_id: OrderId(1), at: Moment::from_ms(1) };
        let free = [50, 20, 40, 10, 30].map(|ms| coupon(ms, CouponState::Free));
        let gone = [coupon(1, used), coupon(2, CouponState::Expired)];
        let BotSays::Coupons { next, more } = told([&free[..], &gone[..]].concat()) else {
            panic!("no coupons");
        };
        let names: Vec<&str> = next.iter().map(|coupon| coupon.drop_name.as_str()).collect();
        assert_eq!((names, more), (vec!["10", "20", "30"], 2));
    }
}
