//! All drops, for an owner.

use super::stop::standing;
use crate::drops::rows::DropRow;
use crate::drops::{self, Drop, DropId, DropNow, OwnerDrops};
use crate::members::{MemberId, require_admin};
use crate::{Moment, Outcome, Shop};

const DROPS_PER_PAGE: u32 = 20;
/// Nobody turns that many pages, and MySQL would have to.
const PAGE_MAX: u32 = 10_000;

/// A page, from 1, of all drops, the newest first. A page past the end is the last one.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others than admins.
pub async fn owner_list(shop: &Shop, by: MemberId, page: u32) -> Outcome<OwnerDrops> {
    require_admin(shop, by).await?;
    let total = sqlx::query_scalar!("select count(*) from drops").fetch_one(&shop.mysql).await?;
    let total = u64::try_from(total).unwrap_or(0);
    let last_page = u32::try_from(total.div_ceil(DROPS_PER_PAGE.into())).unwrap_or(PAGE_MAX);
    let last_page = last_page.clamp(1, PAGE_MAX);
    let page = page.clamp(1, last_page);
    let rows = sqlx::query_as!(
        DropRow,
        r#"select id, name, quota, issued, opens_at as "opens_at: Moment",
                  closes_at as "closes_at: Moment", discount_won, discount_percent,
                  discount_cap_won, minimum_spend_won, valid_days, rate_per_s,
                  paused_at as "paused_at: Moment", version
           from drops order by id desc limit ? offset ?"#,
        DROPS_PER_PAGE,
        (page - 1) * DROPS_PER_PAGE,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let drops = rows.into_iter().map(Drop::from).collect();
    let stopped = standing(shop).await?;
    Ok(OwnerDrops { drops, now: shop.now(), total, page, last_page, stopped })
}

/// One drop, to be edited.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others than admins, and
/// [`Refusal::NoSuchDrop`](crate::Refusal).
pub async fn owner_show(shop: &Shop, by: MemberId, id: DropId) -> Outcome<DropNow> {
    require_admin(shop, by).await?;
    drops::show(shop, id).await
}
