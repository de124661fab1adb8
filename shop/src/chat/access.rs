//! Whose room it is, and who may be in it.

use super::{Room, RoomId, RoomState, Side};
use crate::members::{MemberId, VisitorKey};
use crate::{Fault, Moment, Outcome, Refusal, Shop};

/// Who asks.
#[derive(Clone, Debug, Default)]
pub struct Asker {
    /// Who is signed in.
    pub member: Option<MemberId>,
    /// The secret of the talk that this browser began without being signed in.
    pub visitor: Option<VisitorKey>,
}

/// A room that the asker may be in.
#[derive(Clone, Debug)]
pub struct Access {
    /// As whom: a counsellor's own talk is a shopper's.
    pub side: Side,
    /// The counsellor's name, if one asks.
    pub name: Option<String>,
    /// The member who asks, if it is one.
    pub member: Option<MemberId>,
    /// Whose talk it is, if a member's.
    pub owner: Option<MemberId>,
    /// Who has taken it.
    pub counsellor: Option<MemberId>,
    /// How it is.
    pub room: Room,
}

/// The room, if the asker may be in it: its own shopper, or whoever works for the shop.
///
/// # Errors
/// [`Refusal::NoSuchRoom`] for everybody else, as for a room that is none.
pub async fn find(shop: &Shop, asker: &Asker, id: RoomId) -> Outcome<Access> {
    let member = asker.member.map(|member| member.0);
    let row = sqlx::query!(
        r#"select r.member_id, r.visitor_hash, r.state, r.state_at as "state_at: Moment",
                  r.opened_at as "opened_at: Moment", r.counsellor_id, c.name as "counsellor?",
                  r.last_number, r.read_by_shopper, r.read_by_shop,
                  (select m.name from members m where m.id = ?
                     and exists (select 1 from member_roles where member_id = m.id)
                     and (? or exists (select 1 from member_factors where member_id = m.id))
                     and not exists (select 1 from member_blocks where member_id = m.id))
                      as "staff_name?"
           from chat_rooms r
           left join members c on c.id = r.counsellor_id
           where r.id = ?"#,
        member,
        !shop.factors.is_required,
        id.0,
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchRoom)?;
    let is_members = member.is_some() && row.member_id == member;
    let hash = asker.visitor.as_ref().map(VisitorKey::hash);
    let is_visitors = hash.is_some_and(|hash| row.visitor_hash.as_deref() == Some(&hash[..]));
    let (side, name) = match row.staff_name {
        _ if is_members || is_visitors => (Side::Shopper, None),
        Some(name) => (Side::Counsellor, Some(name)),
        None => return Err(Refusal::NoSuchRoom.into()),
    };
    Ok(Access {
        side,
        name,
        member: asker.member,
        owner: row.member_id.map(MemberId),
        counsellor: row.counsellor_id.map(MemberId),
        room: Room {
            id,
            state: state_of(&row.state)?,
            state_at: row.state_at,
            counsellor: row.counsellor,
            opened_at: row.opened_at,
            last_number: row.last_number,
            read_by_shopper: row.read_by_shopper,
            read_by_shop: row.read_by_shop,
        },
    })
}

/// A state as the table has it.
pub(super) fn state_of(text: &str) -> Outcome<RoomState> {
    text.parse().map_err(|_| Fault::Broken(format!("{text:?} is no state of a room")))
}
