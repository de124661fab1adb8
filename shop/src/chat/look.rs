//! Looking for what was not told: news may be lost, and nobody shall wait for the next one.

use super::{RoomId, rows};
use crate::live::Look;
use crate::{Outcome, Shop};
use std::collections::{HashMap, HashSet};

/// One server's eyes on the rooms that somebody there has entered.
#[derive(Debug, Default)]
pub struct Looker {
    /// The rooms that stood before their newest message at the last look, with where they stood.
    behind: HashMap<RoomId, u32>,
}

impl Looker {
    /// Compares every room that somebody here has entered with what was told in it, by one query, and
    /// tells what was not. A message is given the time from one look to the next to be told: on a busy
    /// day there is always one on its way.
    ///
    /// # Errors
    /// MySQL is down: the next look finds it.
    pub async fn look(&mut self, shop: &Shop) -> Outcome<()> {
        let before = shop.hub.told_in_rooms();
        let ids: Vec<_> = before.keys().copied().collect();
        let rooms = rows::rooms(shop, &ids).await?;
        let told = shop.hub.told_in_rooms();
        let were_behind = std::mem::take(&mut self.behind);
        for room in &rooms {
            let Some(told) = told.get(&room.id) else { continue };
            if told.number < room.last_number {
                self.behind.insert(room.id, told.number);
            }
            if were_behind.get(&room.id) == Some(&told.number) {
                tell_from(shop, room.id, told.number, room.last_number).await?;
            }
            let is_still = before.get(&room.id).is_some_and(|before| before.look == told.look);
            if is_still && told.look != Look::from(room) {
                shop.hub.tell_room(room);
            }
        }
        let there: HashSet<_> = rooms.iter().map(|room| room.id).collect();
        for id in ids.iter().filter(|id| !there.contains(id)) {
            shop.hub.close_room(*id);
        }
        Ok(())
    }
}

async fn tell_from(shop: &Shop, room: RoomId, mut number: u32, last: u32) -> Outcome<()> {
    while number < last {
        let messages = rows::after(shop, room, number).await?;
        let Some(newest) = messages.last() else { break };
        number = newest.number;
        shop.hub.tell_said(room, messages);
    }
    Ok(())
}
