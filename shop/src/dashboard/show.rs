//! Counting the days.

use super::{DAYS, Dashboard, Day};
use crate::members::{MemberId, require_admin};
use crate::{Moment, Outcome, Shop};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The shop's numbers of today and of the days before. Each query reads the days of one index.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal).
pub async fn show(shop: &Shop, by: MemberId) -> Outcome<Dashboard> {
    require_admin(shop, by).await?;
    let now = shop.now();
    let today = now.day_start_in_korea();
    let tomorrow = today.plus(DAY);
    let first = today.minus(DAY * (DAYS - 1));
    let mut days: Vec<Day> = (0..DAYS)
        .map(|n| Day { starts_at: first.plus(DAY * n), orders: 0, revenue_won: 0 })
        .collect();
    for (n, orders) in orders_by_day(shop, first, tomorrow).await? {
        if let Some(day) = usize::try_from(n).ok().and_then(|n| days.get_mut(n)) {
            day.orders = u64::try_from(orders).unwrap_or(0);
        }
    }
    for (n, revenue_won) in revenue_by_day(shop, first, tomorrow).await? {
        if let Some(day) = usize::try_from(n).ok().and_then(|n| days.get_mut(n)) {
            day.revenue_won = revenue_won;
        }
    }
    let counts = sqlx::query!(
        r#"select (select count(*) from members
                   where signed_up_at >= ? and signed_up_at < ?) as "sign_ups!",
                  (select count(*) from coupons
                   where issued_at >= ? and issued_at < ?) as "coupons_issued!",
                  (select count(*) from coupon_uses
                   where used_at >= ? and used_at < ?) as "coupons_used!""#,
        today,
        tomorrow,
        today,
        tomorrow,
        today,
        tomorrow,
    )
    .fetch_one(&shop.mysql)
    .await?;
    let count = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(Dashboard {
        days,
        sign_ups: count(counts.sign_ups),
        coupons_issued: count(counts.coupons_issued),
        coupons_used: count(counts.coupons_used),
        now,
    })
}

/// Orders of each day, by the days since the first. The first is a midnight in Korea, so whole
/// days since then are days in Korea, and MySQL needs no time zone.
async fn orders_by_day(shop: &Shop, first: Moment, end: Moment) -> Outcome<Vec<(i64, i64)>> {
    let rows = sqlx::query!(
        r#"select timestampdiff(day, ?, placed_at) as "nth!: i64", count(*) as "orders!"
           from orders where placed_at >= ? and placed_at < ?
           group by 1"#,
        first,
        first,
        end,
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows.into_iter().map(|row| (row.nth, row.orders)).collect())
}

/// What was paid on each day and did not go back since.
async fn revenue_by_day(shop: &Shop, first: Moment, end: Moment) -> Outcome<Vec<(i64, u64)>> {
    let rows = sqlx::query!(
        r#"select timestampdiff(day, ?, paid_at) as "nth!: i64",
                  cast(sum(amount_won) as unsigned) as "won!: u64"
           from payments where paid_at >= ? and paid_at < ? and refunded_at is null
           group by 1"#,
        first,
        first,
        end,
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows.into_iter().map(|row| (row.nth, row.won)).collect())
}
