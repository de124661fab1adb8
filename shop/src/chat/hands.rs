//! A room changes hands: by its shopper, or by either side.

use super::change::{Change, change};
use super::{Access, Asker, RoomId, RoomState, Side, find};
use crate::{Outcome, Refusal, Shop, members};

/// The shopper asks for a person.
///
/// # Errors
/// [`Refusal::NoSuchRoom`], for a counsellor as well; [`Refusal::RoomMovedOn`] if a person has it,
/// or is asked for already; [`Refusal::RoomClosed`].
pub async fn ask_counsellor(shop: &Shop, asker: &Asker, id: RoomId) -> Outcome<()> {
    let access = find(shop, asker, id).await?;
    if access.side != Side::Shopper {
        return Err(Refusal::NoSuchRoom.into());
    }
    let to_wait = Change { to: RoomState::Waiting, counsellor: None, by: asker.member };
    change(shop, id, to_wait, |before| match before.state {
        RoomState::Bot => Ok(()),
        RoomState::Closed => Err(Refusal::RoomClosed),
        RoomState::Waiting | RoomState::Taken => Err(Refusal::RoomMovedOn),
    })
    .await
}

/// Ends a talk: its shopper may, of the shop whoever has it, and an admin.
///
/// # Errors
/// [`Refusal::NoSuchRoom`]; [`Refusal::NotAllowed`] for a counsellor while another one has it;
/// [`Refusal::RoomMovedOn`] if it is over already.
pub async fn close(shop: &Shop, asker: &Asker, id: RoomId) -> Outcome<()> {
    let may_always = match find(shop, asker, id).await? {
        Access { side: Side::Counsellor, member: Some(member), .. } => {
            members::find(shop, member).await?.is_some_and(|member| member.is_admin())
        }
        _ => true,
    };
    let to_end = Change { to: RoomState::Closed, counsellor: None, by: asker.member };
    change(shop, id, to_end, |before| match before.counsellor {
        Some(holder) if !may_always && asker.member != Some(holder) => Err(Refusal::NotAllowed),
        _ => Ok(()),
    })
    .await
}

/// Goes on with a talk that was over: it waits for a counsellor. Either side may.
///
/// # Errors
/// [`Refusal::NoSuchRoom`]; [`Refusal::RoomMovedOn`] if it is not over.
pub async fn reopen(shop: &Shop, asker: &Asker, id: RoomId) -> Outcome<()> {
    find(shop, asker, id).await?;
    let to_wait = Change { to: RoomState::Waiting, counsellor: None, by: asker.member };
    change(shop, id, to_wait, |before| match before.state {
        RoomState::Closed => Ok(()),
        _ => Err(Refusal::RoomMovedOn),
    })
    .await
}
