//! Letters and links that are over.

use crate::{Outcome, Shop};
use std::time::Duration;

/// Rows of one step at most, so that its transaction stays short.
pub const SWEPT_AT_ONCE: u64 = 500;
/// As long as somebody may ask what became of a letter.
const LETTERS_KEPT: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// An expired link is refused like one that never was.
const LINKS_KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// Deletes letters that were sent or dropped, and links that have expired, some time after: the
/// oldest first, and how many of whichever were more.
///
/// # Errors
/// MySQL is down.
pub async fn sweep(shop: &Shop) -> Outcome<u64> {
    let letters = sqlx::query!(
        "delete from letters where written_at < ? and due_at is null order by written_at limit ?",
        shop.now().minus(LETTERS_KEPT),
        SWEPT_AT_ONCE,
    )
    .execute(&shop.mysql)
    .await?;
    let links = sqlx::query!(
        "delete from member_links where expires_at < ? order by expires_at limit ?",
        shop.now().minus(LINKS_KEPT),
        SWEPT_AT_ONCE,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(letters.rows_affected().max(links.rows_affected()))
}
