//! My coupons.

use super::{Coupon, CouponState};
use crate::drops::terms_from_row;
use crate::members::MemberId;
use crate::orders::OrderId;
use crate::{Moment, Outcome, Shop};

/// More than anybody looks through.
const COUPONS_MAX: u32 = 200;

/// A member's coupons, newest first.
pub async fn list_mine(shop: &Shop, member: MemberId) -> Outcome<Vec<Coupon>> {
    let now = shop.now();
    let rows = sqlx::query!(
        r#"select c.code, c.issued_at as "issued_at: Moment", c.expires_at as "expires_at: Moment",
                  d.name, d.discount_won, d.discount_percent, d.discount_cap_won,
                  d.minimum_spend_won, d.valid_days, u.order_id as "order_id?",
                  u.used_at as "used_at?: Moment"
           from coupons c
           join drops d on d.id = c.drop_id
           left join coupon_uses u on u.coupon_id = c.id
           where c.member_id = ?
           order by c.issued_at desc, c.id desc
           limit ?"#,
        member.0,
        COUPONS_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Coupon {
            code: row.code,
            drop_name: row.name,
            terms: terms_from_row(
                row.discount_won,
                row.discount_percent,
                row.discount_cap_won,
                row.minimum_spend_won,
                row.valid_days,
            ),
            issued_at: row.issued_at,
            expires_at: row.expires_at,
            state: state_of(row.order_id.map(OrderId), row.used_at, row.expires_at, now),
        })
        .collect())
}

fn state_of(
    order: Option<OrderId>,
    used_at: Option<Moment>,
    expires_at: Moment,
    now: Moment,
) -> CouponState {
    match (order, used_at) {
        (Some(order_id), Some(at)) => CouponState::Used { order_id, at },
        (Some(order_id), None) => CouponState::Reserved { order_id },
        (None, _) if now >= expires_at => CouponState::Expired,
        (None, _) => CouponState::Free,
    }
}
