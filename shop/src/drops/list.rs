//! Looking at drops.

use super::rows::DropRow;
use super::{Drop, DropId, DropList, DropNow, Stage};
use crate::{Moment, Outcome, Refusal, Shop};
use std::time::Duration;

const DROPS_MAX: u32 = 100;
/// A drop stays on the list this long after it closed.
const SHOWN_AFTER_CLOSING: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Open drops first, then the upcoming (the next one first), then those that are over.
pub async fn list(shop: &Shop) -> Outcome<DropList> {
    let now = shop.now();
    let rows = sqlx::query_as!(
        DropRow,
        r#"select id, name, quota, issued, opens_at as "opens_at: Moment",
                  closes_at as "closes_at: Moment", discount_won, discount_percent,
                  discount_cap_won, minimum_spend_won, valid_days, rate_per_s,
                  paused_at as "paused_at: Moment", version
           from drops where closes_at >= ? order by opens_at, id limit ?"#,
        now.minus(SHOWN_AFTER_CLOSING),
        DROPS_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let mut drops: Vec<Drop> = rows.into_iter().map(Drop::from).collect();
    drops.sort_by_key(|drop| match drop.stage(now) {
        Stage::Open | Stage::Paused => 0,
        Stage::Upcoming => 1,
        Stage::SoldOut => 2,
        Stage::Closed => 3,
    });
    Ok(DropList { drops, now })
}

/// One drop.
///
/// # Errors
/// [`Refusal::NoSuchDrop`].
pub async fn show(shop: &Shop, id: DropId) -> Outcome<DropNow> {
    let drop = find(shop, id).await?.ok_or(Refusal::NoSuchDrop)?;
    Ok(DropNow { drop, now: shop.now(), is_stopped: shop.stop.is_on() })
}

pub(super) async fn find(shop: &Shop, id: DropId) -> Outcome<Option<Drop>> {
    let row = sqlx::query_as!(
        DropRow,
        r#"select id, name, quota, issued, opens_at as "opens_at: Moment",
                  closes_at as "closes_at: Moment", discount_won, discount_percent,
                  discount_cap_won, minimum_spend_won, valid_days, rate_per_s,
                  paused_at as "paused_at: Moment", version
           from drops where id = ?"#,
        id.0
    )
    .fetch_optional(&shop.mysql)
    .await?;
    Ok(row.map(Drop::from))
}

/// The drops that open soon, are open, or closed so lately that somebody may still be served: with
/// coupons left that is a longer while.
pub(super) async fn current(
    shop: &Shop,
    margin: Duration,
    margin_with_coupons: Duration,
) -> Outcome<Vec<Drop>> {
    let now = shop.now();
    let rows = sqlx::query_as!(
        DropRow,
        r#"select id, name, quota, issued, opens_at as "opens_at: Moment",
                  closes_at as "closes_at: Moment", discount_won, discount_percent,
                  discount_cap_won, minimum_spend_won, valid_days, rate_per_s,
                  paused_at as "paused_at: Moment", version
           from drops
           where opens_at <= ? and (closes_at >= ? or (issued < quota and closes_at >= ?))
           order by closes_at desc, id desc limit ?"#,
        now.plus(margin),
        now.minus(margin),
        now.minus(margin_with_coupons),
        DROPS_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows.into_iter().map(Drop::from).collect())
}

/// The drops of these numbers.
pub(super) async fn find_all(shop: &Shop, ids: &[DropId]) -> Outcome<Vec<Drop>> {
    let ids = serde_json::to_string(ids).unwrap_or_default();
    let rows = sqlx::query_as!(
        DropRow,
        r#"select drops.id, name, quota, issued, opens_at as "opens_at: Moment",
                  closes_at as "closes_at: Moment", discount_won, discount_percent,
                  discount_cap_won, minimum_spend_won, valid_days, rate_per_s,
                  paused_at as "paused_at: Moment", version
           from json_table(?, '$[*]' columns (wanted bigint unsigned path '$')) asked
           join drops on drops.id = asked.wanted"#,
        ids
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows.into_iter().map(Drop::from).collect())
}
