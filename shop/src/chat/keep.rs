//! What a shopper may do with a talk of theirs.

use super::{Asker, RoomId, Side, find, news};
use crate::members::{MemberId, line_of_text};
use crate::{Field, Outcome, Refusal, Shop};
use sqlx::MySqlConnection;

/// Longest word about a talk, in characters.
pub const RATING_CHARS_MAX: u32 = 300;

/// Says how it was: the latest word counts.
///
/// # Errors
/// [`Refusal::NoSuchRoom`], for a counsellor as well; [`Refusal::Form`].
pub async fn rate(
    shop: &Shop,
    asker: &Asker,
    room: RoomId,
    is_good: bool,
    word: &str,
) -> Outcome<()> {
    require_own(shop, asker, room).await?;
    let word = match word.trim() {
        "" => String::new(),
        word => line_of_text(word, RATING_CHARS_MAX)
            .map_err(|problem| Refusal::Form(vec![(Field::Message, problem)]))?,
    };
    let now = shop.now();
    sqlx::query!(
        "insert into chat_ratings (room_id, is_good, word, rated_at) values (?, ?, ?, ?)
         on duplicate key update is_good = ?, word = ?, rated_at = ?",
        room.0,
        is_good,
        word,
        now,
        is_good,
        word,
        now,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(())
}

/// Deletes it, with everything that was said in it. Kafka forgets it when its time is over.
///
/// # Errors
/// [`Refusal::NoSuchRoom`], for a counsellor as well.
pub async fn delete(shop: &Shop, asker: &Asker, room: RoomId) -> Outcome<()> {
    require_own(shop, asker, room).await?;
    sqlx::query!("delete from chat_rooms where id = ?", room.0).execute(&shop.mysql).await?;
    if let Err(fault) = news::publish_gone(shop, room).await {
        fault.log();
    }
    Ok(())
}

/// Deletes every talk of a member's who leaves the shop, in their transaction. What it gives is for
/// [`tell_gone`], after the commit.
pub(crate) async fn delete_all_of(
    transaction: &mut MySqlConnection,
    member: MemberId,
) -> Outcome<Vec<RoomId>> {
    let rooms = sqlx::query_scalar!("select id from chat_rooms where member_id = ?", member.0)
        .fetch_all(&mut *transaction)
        .await?;
    sqlx::query!("delete from chat_rooms where member_id = ?", member.0)
        .execute(transaction)
        .await?;
    Ok(rooms.into_iter().map(RoomId).collect())
}

/// Tells everybody that these talks are gone.
pub(crate) async fn tell_gone(shop: &Shop, rooms: &[RoomId]) {
    for room in rooms {
        if let Err(fault) = news::publish_gone(shop, *room).await {
            fault.log();
        }
    }
}

async fn require_own(shop: &Shop, asker: &Asker, room: RoomId) -> Outcome<()> {
    match find(shop, asker, room).await?.side {
        Side::Shopper => Ok(()),
        _ => Err(Refusal::NoSuchRoom.into()),
    }
}
