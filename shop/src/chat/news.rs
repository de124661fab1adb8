//! What servers tell each other of rooms, over a Redis Pub/Sub channel of the chat's own, so that
//! long talks never keep the news of a line waiting. It may be lost: [`super::look`] finds once a
//! second what was not told.

use super::{Message, Room, RoomId, rows};
use crate::live::Seat;
use crate::{Outcome, Shop};
use futures::StreamExt;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const CHANNEL: &str = "chat";

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum News {
    /// Messages have got their place.
    Said { room: Room, messages: Vec<Message> },
    /// A room has changed.
    Room(Room),
    /// Somebody is writing.
    Typing { room: RoomId, by: Seat },
    /// A room was deleted.
    Gone(RoomId),
}

/// Tells every server how a room is.
pub(super) async fn publish_room(shop: &Shop, id: RoomId) -> Outcome<()> {
    let rooms = rows::rooms(shop, &[id]).await?;
    publish(shop, rooms.into_iter().map(News::Room)).await
}

/// Tells every server what has got its place, room by room.
pub(super) async fn publish_said(
    shop: &Shop,
    mut said: BTreeMap<RoomId, Vec<Message>>,
) -> Outcome<()> {
    let ids: Vec<RoomId> = said.keys().copied().collect();
    let rooms = rows::rooms(shop, &ids).await?;
    let news = rooms.into_iter().filter_map(|room| {
        let messages = said.remove(&room.id)?;
        Some(News::Said { room, messages })
    });
    publish(shop, news).await
}

/// Tells every server that somebody is writing in a room.
pub async fn publish_typing(shop: &Shop, room: RoomId, by: Seat) -> Outcome<()> {
    publish(shop, [News::Typing { room, by }]).await
}

/// Tells every server that a room is not there any more.
pub(super) async fn publish_gone(shop: &Shop, room: RoomId) -> Outcome<()> {
    publish(shop, [News::Gone(room)]).await
}

async fn publish(shop: &Shop, news: impl IntoIterator<Item = News>) -> Outcome<()> {
    let channel = shop.redis.name(CHANNEL);
    let mut pipe = redis::pipe();
    for news in news {
        let text = serde_json::to_string(&news).unwrap_or_default();
        pipe.publish(&channel, text).ignore();
    }
    if !pipe.is_empty() {
        let () = pipe.query_async(&mut shop.redis.shared()).await?;
    }
    Ok(())
}

/// Listens until the connection is lost, and tells the sockets of this process what it hears.
///
/// # Errors
/// Redis is down, or went down.
pub async fn listen(shop: &Shop) -> Outcome<()> {
    let mut said = shop.redis.listen(CHANNEL).await?;
    while let Some(news) = said.next().await {
        take_in(shop, news);
    }
    Ok(())
}

fn take_in(shop: &Shop, news: News) {
    match news {
        News::Said { room, messages } => {
            shop.hub.tell_said(room.id, messages);
            shop.hub.tell_counsellors(&room);
        }
        News::Room(room) => {
            shop.hub.tell_room(&room);
            shop.hub.tell_counsellors(&room);
        }
        News::Typing { room, by } => shop.hub.tell_typing(room, &by),
        News::Gone(room) => shop.hub.close_room(room),
    }
}
