//! A talk as a whole, for its shopper to keep.

use super::{Asker, Message, RoomId, Side, find, rows};
use crate::{Outcome, Refusal, Shop};
use std::sync::Arc;

/// A talk that is read a piece at a time.
pub struct Export {
    shop: Arc<Shop>,
    room: RoomId,
    /// The number of the last message that was read.
    read: u32,
}

/// Begins to read the asker's own talk.
///
/// # Errors
/// [`Refusal::NoSuchRoom`], for a counsellor as well: it is the shopper's to carry away.
pub async fn export(shop: Arc<Shop>, asker: &Asker, room: RoomId) -> Outcome<Export> {
    let access = find(&shop, asker, room).await?;
    if access.side != Side::Shopper {
        return Err(Refusal::NoSuchRoom.into());
    }
    Ok(Export { shop, room, read: 0 })
}

impl Export {
    /// The next messages, the oldest first; none at the end.
    ///
    /// # Errors
    /// MySQL is down.
    pub async fn next_batch(&mut self) -> Outcome<Vec<Message>> {
        let batch = rows::after(&self.shop, self.room, self.read).await?;
        if let Some(last) = batch.last() {
            self.read = last.number;
        }
        Ok(batch)
    }
}
