//! What was said.

use super::{Asker, Message, Room, RoomId, Side, Talk, find, news, rows};
use crate::members::VisitorKey;
use crate::{Outcome, Shop};

/// The asker's own newest talk; nothing if they never wrote.
pub async fn show(shop: &Shop, asker: &Asker) -> Outcome<Option<Talk>> {
    let Some(room) = newest_of(shop, asker).await? else { return Ok(None) };
    let messages = rows::before(shop, room.id, u32::MAX).await?;
    Ok(Some(Talk { room, messages }))
}

/// The asker's own newest room: the member's, or the visitor's.
pub(super) async fn newest_of(shop: &Shop, asker: &Asker) -> Outcome<Option<Room>> {
    let mut newest = None;
    if let Some(member) = asker.member {
        newest = sqlx::query_scalar!(
            "select id from chat_rooms where member_id = ? order by id desc limit 1",
            member.0,
        )
        .fetch_optional(&shop.mysql)
        .await?;
    }
    if let (None, Some(visitor)) = (newest, &asker.visitor) {
        newest = sqlx::query_scalar!(
            "select id from chat_rooms where visitor_hash = ? order by id desc limit 1",
            &VisitorKey::hash(visitor)[..],
        )
        .fetch_optional(&shop.mysql)
        .await?;
    }
    match newest {
        Some(id) => Ok(rows::rooms(shop, &[RoomId(id)]).await?.pop()),
        None => Ok(None),
    }
}

/// [`super::MESSAGES_AT_ONCE`] messages of a room, the oldest first: the newest before a number
/// (0 is no bound), or, if `before` is 0 and `after` is not, the oldest after one.
///
/// # Errors
/// [`Refusal::NoSuchRoom`](crate::Refusal).
pub async fn history(
    shop: &Shop,
    asker: &Asker,
    room: RoomId,
    before: u32,
    after: u32,
) -> Outcome<Vec<Message>> {
    find(shop, asker, room).await?;
    match (before, after) {
        (0, 0) => rows::before(shop, room, u32::MAX).await,
        (0, after) => rows::after(shop, room, after).await,
        (before, _) => rows::before(shop, room, before).await,
    }
}

/// Notes that the asker's side has read up to a message, and tells the other side.
///
/// # Errors
/// [`Refusal::NoSuchRoom`](crate::Refusal).
pub async fn read(shop: &Shop, asker: &Asker, id: RoomId, number: u32) -> Outcome<()> {
    let access = find(shop, asker, id).await?;
    let number = number.min(access.room.last_number);
    let noted =
        match access.side {
            Side::Shopper => sqlx::query!(
                "update chat_rooms set read_by_shopper = ? where id = ? and read_by_shopper < ?",
                number,
                id.0,
                number,
            )
            .execute(&shop.mysql)
            .await?,
            _ => {
                sqlx::query!(
                    "update chat_rooms set read_by_shop = ? where id = ? and read_by_shop < ?",
                    number,
                    id.0,
                    number,
                )
                .execute(&shop.mysql)
                .await?
            }
        };
    if noted.rows_affected() > 0
        && let Err(fault) = news::publish_room(shop, id).await
    {
        fault.log();
    }
    Ok(())
}
