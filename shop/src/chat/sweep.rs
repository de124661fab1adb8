//! Talks that nobody comes back to.

use crate::{Outcome, Shop};

/// Talks of one step at most: each takes its messages with it, and the transaction stays short.
pub const SWEPT_AT_ONCE: u64 = 100;

/// Deletes talks, with everything that was said in them, in which nobody has written for as long as
/// talks are kept: the oldest first, and how many. One that waits for somebody, or that a
/// counsellor has, is no such talk.
///
/// # Errors
/// MySQL is down.
pub async fn sweep(shop: &Shop) -> Outcome<u64> {
    let since = shop.now().minus(shop.counsel.kept);
    let swept = sqlx::query!(
        "delete from chat_rooms
         where state in ('bot', 'closed') and state_at < ?
           and (last_message_at is null or last_message_at < ?)
         order by state_at limit ?",
        since,
        since,
        SWEPT_AT_ONCE,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(swept.rows_affected())
}
