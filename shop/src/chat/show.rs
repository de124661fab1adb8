//! What was said.

use super::{Asker, Message, RoomId, Talk};
use crate::{Outcome, Shop};

/// The asker's own newest talk; nothing if they never wrote.
pub async fn show(_shop: &Shop, _asker: &Asker) -> Outcome<Option<Talk>> {
    todo!()
}

/// [`super::MESSAGES_AT_ONCE`] messages of a room, the oldest first: the newest before a number (0 is no bound), or,
/// if `before` is 0 and `after` is not, the oldest after one.
///
/// # Errors
/// [`Refusal::NoSuchRoom`](crate::Refusal).
pub async fn history(
    _shop: &Shop,
    _asker: &Asker,
    _room: RoomId,
    _before: u32,
    _after: u32,
) -> Outcome<Vec<Message>> {
    todo!()
}

/// Notes that the asker's side has read up to a message, and tells the other side.
///
/// # Errors
/// [`Refusal::NoSuchRoom`](crate::Refusal).
pub async fn read(_shop: &Shop, _asker: &Asker, _room: RoomId, _number: u32) -> Outcome<()> {
    todo!()
}
