//! A visitor becomes a member, and their talk comes with them.

use super::{RoomId, news};
use crate::members::{MemberId, VisitorKey};
use crate::{Outcome, Shop};

/// Makes a visitor's rooms the member's. The secret opens nothing any more.
///
/// # Errors
/// MySQL is down: nothing has changed.
pub async fn take_over(shop: &Shop, visitor: &VisitorKey, member: MemberId) -> Outcome<()> {
    let hash = visitor.hash();
    let rooms = sqlx::query_scalar!("select id from chat_rooms where visitor_hash = ?", &hash[..])
        .fetch_all(&shop.mysql)
        .await?;
    if rooms.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "update chat_rooms set member_id = ?, visitor_hash = null where visitor_hash = ?",
        member.0,
        &hash[..],
    )
    .execute(&shop.mysql)
    .await?;
    for room in rooms {
        if let Err(fault) = news::publish_room(shop, RoomId(room)).await {
            fault.log();
        }
    }
    Ok(())
}
