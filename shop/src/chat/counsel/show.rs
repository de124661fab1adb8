//! One room, for a counsellor.

use super::Desk;
use super::at_work::at_work;
use super::list::shopper_of;
use crate::chat::{Access, Asker, RoomId, Side, Talk, find, history};
use crate::members::{MemberId, require_staff};
use crate::{Outcome, Refusal, Shop};

/// The room with what was said last in it. Who asks is at work.
///
/// # Errors
/// [`Refusal::NotAllowed`] for shoppers; [`Refusal::NoSuchRoom`], also for a counsellor's own talk:
/// that one they see as shoppers do.
pub async fn show(shop: &Shop, by: MemberId, id: RoomId) -> Outcome<Desk> {
    let access = enter(shop, by, id).await?;
    let asker = asker(by);
    let (messages, name, at_work) = tokio::try_join!(
        history(shop, &asker, id, 0, 0),
        name_of(shop, access.owner),
        at_work(shop, by),
    )?;
    Ok(Desk {
        shopper: shopper_of(access.owner.map(|member| member.0), name),
        holder: access.counsellor,
        at_work,
        talk: Talk { room: access.room, messages },
        now: shop.now(),
    })
}

/// Passes through whoever may look after the room.
pub(super) async fn enter(shop: &Shop, by: MemberId, id: RoomId) -> Outcome<Access> {
    require_staff(shop, by).await?;
    let access = find(shop, &asker(by), id).await?;
    if access.side == Side::Counsellor { Ok(access) } else { Err(Refusal::NoSuchRoom.into()) }
}

/// A counsellor has no talk of a visitor's.
fn asker(by: MemberId) -> Asker {
    Asker { member: Some(by), visitor: None }
}

async fn name_of(shop: &Shop, member: Option<MemberId>) -> Outcome<Option<String>> {
    let Some(member) = member else { return Ok(None) };
    let name = sqlx::query_scalar!("select name from members where id = ?", member.0);
    Ok(name.fetch_optional(&shop.mysql).await?)
}
