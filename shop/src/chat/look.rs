//! Looking for what was not told: news may be lost, and nobody shall wait for the next one.

use super::rows;
use crate::live::Look;
use crate::{Outcome, Shop};
use std::collections::{HashMap, HashSet};

/// Compares every room that somebody here has entered with what was told in it, by one query, and
/// tells what was not.
///
/// # Errors
/// MySQL is down: the next look finds it.
pub async fn look(shop: &Shop) -> Outcome<()> {
    let told: HashMap<_, _> = shop.hub.told_in_rooms().into_iter().collect();
    let ids: Vec<_> = told.keys().copied().collect();
    let rooms = rows::rooms(shop, &ids).await?;
    for room in &rooms {
        let Some(told) = told.get(&room.id) else { continue };
        let mut number = told.number;
        while number < room.last_number {
            let messages = rows::after(shop, room.id, number).await?;
            let Some(last) = messages.last() else { break };
            number = last.number;
            shop.hub.tell_said(room.id, messages);
        }
        if told.look != Look::from(room) {
            shop.hub.tell_room(room);
        }
    }
    let there: HashSet<_> = rooms.iter().map(|room| room.id).collect();
    for id in ids.iter().filter(|id| !there.contains(id)) {
        shop.hub.close_room(*id);
    }
    Ok(())
}
