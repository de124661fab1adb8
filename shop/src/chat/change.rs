//! The one way in which a room changes hands.

use super::access::state_of;
use super::{Body, RoomId, RoomState, log, news};
use crate::members::MemberId;
use crate::{Moment, Outcome, Refusal, Shop};

/// What is to become of a room.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    pub to: RoomState,
    /// To whom, if it is taken.
    pub counsellor: Option<MemberId>,
    /// `None` is the shop itself, or a visitor.
    pub by: Option<MemberId>,
}

/// How a room was when its row was locked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub state: RoomState,
    pub counsellor: Option<MemberId>,
    /// When the counsellor who has it was last seen at work.
    pub counsellor_seen_at: Option<Moment>,
}

/// Changes a room, if it still is as `may` allows: of two counsellors who take it at once, one
/// gets it. Then it is said in the room, and told to everybody; if that fails, the room has changed
/// all the same, and pages see it when they ask.
///
/// # Errors
/// [`Refusal::RoomMovedOn`] if it may not become that now; what `may` says.
pub(super) async fn change(
    shop: &Shop,
    id: RoomId,
    change: Change,
    may: impl FnOnce(Before) -> Result<(), Refusal>,
) -> Outcome<()> {
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let row = sqlx::query!(
        r#"select r.state, r.counsellor_id, c.seen_at as "seen_at?: Moment"
           from chat_rooms r left join chat_counsellors c on c.member_id = r.counsellor_id
           where r.id = ? for update"#,
        id.0,
    )
    .fetch_optional(&mut *transaction)
    .await?
    .ok_or(Refusal::NoSuchRoom)?;
    let state = state_of(&row.state)?;
    let counsellor = row.counsellor_id.map(MemberId);
    may(Before { state, counsellor, counsellor_seen_at: row.seen_at })?;
    if !state.may_become(change.to) {
        return Err(Refusal::RoomMovedOn.into());
    }
    let (to, counsellor) = (change.to.as_str(), change.counsellor.map(|member| member.0));
    sqlx::query!(
        "update chat_rooms set state = ?, state_at = ?, counsellor_id = ? where id = ?",
        to,
        now,
        counsellor,
        id.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        "insert into chat_room_events (room_id, state, at, actor_id, counsellor_id)
         values (?, ?, ?, ?, ?)",
        id.0,
        to,
        now,
        change.by.map(|member| member.0),
        counsellor,
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    announce(shop, id, state, change).await;
    Ok(())
}

async fn announce(shop: &Shop, id: RoomId, before: RoomState, change: Change) {
    let said = match body_of(shop, before, change).await {
        Ok(body) => log::say_as_shop(shop, id, body).await,
        Err(fault) => Err(fault),
    };
    for told in [said, news::publish_room(shop, id).await] {
        if let Err(fault) = told {
            fault.log();
        }
    }
}

async fn body_of(shop: &Shop, before: RoomState, change: Change) -> Outcome<Body> {
    Ok(match (change.to, change.counsellor) {
        (RoomState::Taken, Some(member)) => {
            let name = sqlx::query_scalar!("select name from members where id = ?", member.0)
                .fetch_one(&shop.mysql)
                .await?;
            Body::Taken { counsellor: name }
        }
        (RoomState::Closed, _) => Body::Closed,
        _ if before == RoomState::Closed => Body::Reopened,
        _ => Body::Waiting,
    })
}
