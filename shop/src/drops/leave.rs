//! Leaving the line: the place is given back, and nobody waits for it.

use super::line::{Line, script};
use super::lines::line_of;
use super::mine::mine;
use super::{DropId, Place};
use crate::members::MemberId;
use crate::{Outcome, Shop};
use redis::Script;
use std::sync::LazyLock;

static LEAVE: LazyLock<Script> = LazyLock::new(|| script(include_str!("line/leave.lua")));

/// Gives a member's place back, and tells where they stand then. The issuer passes over the ticket;
/// who comes again gets a new one. A ticket that is being decided upon just now, or has been, is
/// not given back: nobody gets a coupon after having left.
///
/// # Errors
/// [`Refusal::NoSuchDrop`](crate::Refusal); Redis is down, and the member keeps the place.
pub async fn leave(shop: &Shop, member: MemberId, id: DropId) -> Outcome<Place> {
    line_of(shop, id).await?;
    let line = Line::of(&shop.redis, id);
    let () = LEAVE
        .key(line.key("gate"))
        .key(line.key("tickets"))
        .key(line.key("away"))
        .arg(member.0)
        .invoke_async(&mut shop.redis.shared())
        .await?;
    mine(shop, member, id).await
}
