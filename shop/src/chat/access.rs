//! Whose room it is, and who may be in it.

mod ask;

pub(super) use ask::Placed;
pub(crate) use ask::Rooms;

use super::{MessageKey, Room, RoomId, RoomState, Side};
use crate::members::{MemberId, VisitorKey};
use crate::{Fault, Outcome, Refusal, Shop};
use ask::{Question, Row};

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
    Ok(find_with(shop, asker, id, None).await?.0)
}

/// The same, and the message that has its place there under a key.
pub(super) async fn find_with(
    shop: &Shop,
    asker: &Asker,
    id: RoomId,
    key: Option<MessageKey>,
) -> Outcome<(Access, Option<Placed>)> {
    let question = Question::new(shop, asker.member, id, key);
    let row = shop.rooms.pass(question, || Rooms(shop.mysql.clone())).await?;
    let mut row = row.ok_or(Refusal::NoSuchRoom)?;
    let placed = row.placed.take();
    Ok((access(asker, id, row)?, placed))
}

fn access(asker: &Asker, id: RoomId, row: Row) -> Outcome<Access> {
    let is_members = asker.member.is_some() && row.owner == asker.member;
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
        owner: row.owner,
        counsellor: row.counsellor_id,
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
