//! What a shopper may do with a talk of theirs.

use super::{Asker, RoomId};
use crate::{Outcome, Shop};

/// Says how it was: the latest word counts.
///
/// # Errors
/// [`Refusal::NoSuchRoom`](crate::Refusal), for a counsellor as well; [`Refusal::Form`](crate::Refusal).
pub async fn rate(
    _shop: &Shop,
    _asker: &Asker,
    _room: RoomId,
    _is_good: bool,
    _word: &str,
) -> Outcome<()> {
    todo!()
}

/// Deletes it, with everything that was said in it.
///
/// # Errors
/// [`Refusal::NoSuchRoom`](crate::Refusal), for a counsellor as well.
pub async fn delete(_shop: &Shop, _asker: &Asker, _room: RoomId) -> Outcome<()> {
    todo!()
}
