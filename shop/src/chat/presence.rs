//! Who of the shop's people is at work, and what becomes of the rooms of who is not.

use super::change::{Before, Change, change};
use super::{RoomId, RoomState};
use crate::members::{self, MemberId};
use crate::{Fault, Outcome, Refusal, Shop};
use std::time::Duration;

/// A counsellor who was not seen for so long has gone: a page that is loaded again, or a server
/// that is replaced, takes a few seconds.
pub(super) const GONE_AFTER: Duration = Duration::from_secs(60);
/// Rooms that are given back in one step at most.
const GIVEN_BACK_AT_ONCE: u32 = 100;

/// A counsellor is at work.
///
/// # Errors
/// [`Refusal::NotAllowed`] for everybody who does not work for the shop.
pub async fn begin_work(shop: &Shop, member: MemberId) -> Outcome<()> {
    members::require_staff(shop, member).await?;
    see(shop, member).await
}

/// Sees everybody who is at work here. Who has lost their role meanwhile hears no more.
///
/// # Errors
/// MySQL is down.
pub async fn see_who_is_at_work(shop: &Shop) -> Outcome<()> {
    for member in shop.hub.staff() {
        match members::require_staff(shop, member).await {
            Ok(()) if shop.hub.is_at_work(member) => see(shop, member).await?,
            Ok(()) => {}
            Err(Fault::Refused(_)) => shop.hub.dismiss(member),
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

/// Notes that a counsellor is at work.
pub(super) async fn see(shop: &Shop, member: MemberId) -> Outcome<()> {
    let now = shop.now();
    sqlx::query!(
        "insert into chat_counsellors (member_id, seen_at) values (?, ?)
         on duplicate key update seen_at = ?",
        member.0,
        now,
        now,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(())
}

/// Gives back the rooms of counsellors who have gone: they wait for another one. Gives how many.
///
/// # Errors
/// MySQL is down.
pub async fn give_back_rooms(shop: &Shop) -> Outcome<u32> {
    let gone_since = shop.now().minus(GONE_AFTER);
    let left = sqlx::query_scalar!(
        "select r.id
         from chat_rooms r left join chat_counsellors c on c.member_id = r.counsellor_id
         where r.state = 'taken' and r.state_at < ? and (c.seen_at is null or c.seen_at < ?)
         order by r.id limit ?",
        gone_since,
        gone_since,
        GIVEN_BACK_AT_ONCE,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let to_wait = Change { to: RoomState::Waiting, counsellor: None, by: None };
    let mut given_back = 0;
    for id in left {
        let may = |before: Before| match before.state {
            RoomState::Taken if before.counsellor_seen_at.is_none_or(|at| at < gone_since) => {
                Ok(())
            }
            _ => Err(Refusal::RoomMovedOn),
        };
        match change(shop, RoomId(id), to_wait, may).await {
            Ok(()) => given_back += 1,
            // Another server was first, or the counsellor is back, or the shopper has deleted it.
            Err(Fault::Refused(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(given_back)
}
