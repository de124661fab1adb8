//! Visitors' carts that nobody comes back to.

use super::VISITOR_CART_DAYS;
use crate::{Outcome, Shop};
use std::time::Duration;

/// Carts of one step at most, so that its transaction stays short.
pub const SWEPT_AT_ONCE: u64 = 500;
const KEPT_FOR: Duration = Duration::from_secs(VISITOR_CART_DAYS as u64 * 24 * 60 * 60);

/// Deletes visitors' carts, with their lines, that were not touched for 90 days: the oldest
/// first, and how many. A member's cart is theirs for ever.
pub async fn sweep(shop: &Shop) -> Outcome<u64> {
    let swept = sqlx::query!(
        "delete from carts where changed_at < ? and visitor_hash is not null
         order by changed_at limit ?",
        shop.now().minus(KEPT_FOR),
        SWEPT_AT_ONCE,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(swept.rows_affected())
}
