//! What an order would come to.

use super::rows::coupon_problem;
use super::{NO_COUPON, PressKey, Quote, QuotedCoupon, Totals, goods_of};
use crate::cart::{self, CartOwner, Line};
use crate::drops::terms_from_row;
use crate::members::MemberId;
use crate::{Moment, Outcome, Refusal, Shop, Won, addresses};
use std::time::Duration;

/// Coupons shown at most; nobody looks through more.
const COUPONS_MAX: u32 = 100;
/// A coupon that has expired is shown so long, so that nobody wonders where it went.
const EXPIRED_SHOWN_FOR: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// What a member has chosen in their cart, what it comes to, and which coupons they may spend on
/// it. `coupon` is a code, `none`, or empty for the best one there is; one that cannot be spent
/// is left out, and the list says why.
///
/// # Errors
/// [`Refusal::EmptyCart`], [`Refusal::OrderTooLarge`], [`Refusal::NoSuchCoupon`].
pub async fn quote(shop: &Shop, member: MemberId, coupon: &str) -> Outcome<Quote> {
    let now = shop.now();
    let cart = cart::show(shop, Some(&CartOwner::Member(member))).await?;
    let lines: Vec<Line> = cart.lines.into_iter().filter(|line| line.is_chosen).collect();
    if lines.is_empty() {
        return Err(Refusal::EmptyCart.into());
    }
    let goods = goods_of(lines.iter().map(|line| (line.card.price, line.count)))?;
    let coupons = coupons(shop, member, goods, now).await?;
    let chosen = match coupon.trim() {
        NO_COUPON => None,
        "" => coupons.first().filter(|best| best.worth > Won(0)),
        code => {
            let named = coupons.iter().find(|coupon| coupon.code.eq_ignore_ascii_case(code));
            Some(named.ok_or(Refusal::NoSuchCoupon)?).filter(|coupon| coupon.problem.is_none())
        }
    };
    Ok(Quote {
        press_key: PressKey::new(shop.random()),
        totals: Totals::of(goods, chosen.map(|coupon| &coupon.terms)),
        coupon: chosen.map(|coupon| coupon.code.clone()),
        lines,
        coupons,
        addresses: addresses::list(shop, member).await?,
        now,
    })
}

/// A member's coupons that are not used up: the best one first, and of two that are worth the same
/// the one that ends first; then those that cannot be spent.
async fn coupons(
    shop: &Shop,
    member: MemberId,
    goods: Won,
    now: Moment,
) -> Outcome<Vec<QuotedCoupon>> {
    let rows = sqlx::query!(
        r#"select straight_join k.code, k.expires_at as "expires_at: Moment", d.name,
                  d.discount_won, d.discount_percent, d.discount_cap_won, d.minimum_spend_won,
                  d.valid_days, u.order_id as "spent_on?"
           from coupons k
           join drops d on d.id = k.drop_id
           left join coupon_uses u on u.coupon_id = k.id
           where k.member_id = ? and k.expires_at > ? and u.used_at is null
           order by k.expires_at > ? desc, k.expires_at, k.id
           limit ?"#,
        member.0,
        now.minus(EXPIRED_SHOWN_FOR),
        now,
        COUPONS_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let mut coupons: Vec<QuotedCoupon> = rows
        .into_iter()
        .map(|row| {
            let terms = terms_from_row(
                row.discount_won,
                row.discount_percent,
                row.discount_cap_won,
                row.minimum_spend_won,
                row.valid_days,
            );
            let expires_at = row.expires_at;
            let problem = coupon_problem(&terms, expires_at, row.spent_on.is_some(), goods, now);
            let worth = problem.map_or_else(|| terms.discount_on(goods), |_| Won(0));
            let (code, drop_name) = (row.code, row.name);
            QuotedCoupon { code, drop_name, terms, expires_at, worth, problem }
        })
        .collect();
    coupons.sort_by_key(|coupon| {
        (coupon.problem.is_some(), std::cmp::Reverse(coupon.worth), coupon.expires_at)
    });
    Ok(coupons)
}
