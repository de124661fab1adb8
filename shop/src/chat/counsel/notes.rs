//! What counsellors note on a room. It never comes near the log, and no frame carries it.

use super::Note;
use super::show::enter;
use crate::chat::{MessageText, RoomId};
use crate::members::MemberId;
use crate::refusal::Problems;
use crate::{Field, Moment, Outcome, Shop};

/// More than anybody reads beside a talk.
const NOTES_MAX: u32 = 100;

/// Notes something for colleagues.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal); [`Refusal::NoSuchRoom`](crate::Refusal);
/// [`Refusal::Form`](crate::Refusal).
pub async fn add_note(shop: &Shop, by: MemberId, id: RoomId, text: &str) -> Outcome<()> {
    enter(shop, by, id).await?;
    let mut problems = Problems::default();
    let text = problems.take(Field::Message, MessageText::parse(text));
    let text = text.ok_or_else(|| problems.refuse())?;
    sqlx::query!(
        "insert into chat_notes (room_id, written_by, written_at, text) values (?, ?, ?, ?)",
        id.0,
        by.0,
        shop.now(),
        text.as_str(),
    )
    .execute(&shop.mysql)
    .await?;
    Ok(())
}

/// The newest notes on a room, the oldest of them first.
pub(super) async fn notes(shop: &Shop, id: RoomId) -> Outcome<Vec<Note>> {
    let mut notes = sqlx::query_as!(
        Note,
        r#"select n.id, m.name as writer, n.written_at as "written_at: Moment", n.text
           from chat_notes n join members m on m.id = n.written_by
           where n.room_id = ? order by n.id desc limit ?"#,
        id.0,
        NOTES_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    notes.reverse();
    Ok(notes)
}
