//! A member's coupons.

use super::{Coupon, CouponState};
use crate::drops::terms_from_row;
use crate::members::MemberId;
use crate::orders::OrderId;
use crate::{Moment, Outcome, Shop};

/// More than anybody looks through.
const COUPONS_MAX: u32 = 200;

struct Row {
    code: String,
    issued_at: Moment,
    expires_at: Moment,
    name: String,
    discount_won: Option<u32>,
    discount_percent: Option<u8>,
    discount_cap_won: Option<u32>,
    minimum_spend_won: u32,
    valid_days: u16,
    order_id: Option<u64>,
    used_at: Option<Moment>,
}

/// A member's coupons, newest first.
pub async fn list_mine(shop: &Shop, member: MemberId) -> Outcome<Vec<Coupon>> {
    let now = shop.now();
    let rows = sqlx::query_as!(
        Row,
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
    Ok(rows.into_iter().map(|row| row.into_coupon(now)).collect())
}

/// Those of a member's coupons that can be spent, the next to expire first.
pub(crate) async fn list_spendable(
    shop: &Shop,
    member: MemberId,
    limit: u32,
) -> Outcome<Vec<Coupon>> {
    let now = shop.now();
    let rows = sqlx::query_as!(
        Row,
        r#"select c.code, c.issued_at as "issued_at: Moment", c.expires_at as "expires_at: Moment",
                  d.name, d.discount_won, d.discount_percent, d.discount_cap_won,
                  d.minimum_spend_won, d.valid_days, u.order_id as "order_id?",
                  u.used_at as "used_at?: Moment"
           from coupons c
           join drops d on d.id = c.drop_id
           left join coupon_uses u on u.coupon_id = c.id
           where c.member_id = ? and c.expires_at > ? and u.coupon_id is null
           order by c.expires_at, c.id
           limit ?"#,
        member.0,
        now,
        limit,
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows.into_iter().map(|row| row.into_coupon(now)).collect())
}

impl Row {
    fn into_coupon(self, now: Moment) -> Coupon {
        Coupon {
            code: self.code,
            drop_name: self.name,
            terms: terms_from_row(
                self.discount_won,
                self.discount_percent,
                self.discount_cap_won,
                self.minimum_spend_won,
                self.valid_days,
            ),
            issued_at: self.issued_at,
            expires_at: self.expires_at,
            state: state_of(self.order_id.map(OrderId), self.used_at, self.expires_at, now),
        }
    }
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
