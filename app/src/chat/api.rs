//! A talk with the shop, from either side. Who may be in a room is the shop's business: its own
//! shopper, or whoever works for the shop.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::chat::{Message, RoomId, Sent, Talk};
#[cfg(feature = "ssr")]
use {crate::asking, crate::sentences::language, shop::chat::SendForm};

/// The asker's own newest talk; nothing if they never wrote.
#[server(endpoint = "chat/show")]
pub async fn show() -> Result<Option<Talk>, ApiError> {
    Ok(shop::chat::show(&*asking::shop()?, &asking::chat_asker()).await?)
}

/// Says something. Without a room it is said in the asker's own talk, which begins with it if none
/// goes on. The answer comes once Kafka has the message; the same key is the same message, however
/// often it is sent. A browser without JavaScript is led to the talk.
#[server(name = SendMessage, endpoint = "chat/send")]
pub async fn send(
    /// Which room; empty is the asker's own.
    #[server(default)]
    room_id: String,
    /// 32 hexadecimal digits, or a UUID; empty, from a page without JavaScript, is a new one.
    #[server(default)]
    key: String,
    /// 1 to 2,000 characters.
    #[server(default)]
    text: String,
    /// What it is about: `product:12`, `order:34`, or nothing.
    #[server(default)]
    card: String,
) -> Result<Sent, ApiError> {
    asking::admit_message(room_id.trim().is_empty())?;
    let form = SendForm { room_id, key, text, card };
    let (shop, asker) = (asking::shop()?, asking::chat_asker());
    let opened = shop::chat::send(&shop, &asker, &form, language(asking::locale())).await?;
    if let Some(key) = &opened.visitor {
        asking::keep_chat(key);
    }
    if asking::is_plain_form() {
        leptos_axum::redirect(&format!("/chat?sent={}", opened.sent.key));
    }
    Ok(opened.sent)
}

/// Messages of a room, the oldest first, 50 at most: those before a number, or those after one.
#[server(endpoint = "chat/history")]
pub async fn history(
    /// Which room.
    room_id: RoomId,
    /// The newest that are older than this one; 0 is no bound.
    #[server(default)]
    before: u32,
    /// The oldest that are newer than this one.
    #[server(default)]
    after: u32,
) -> Result<Vec<Message>, ApiError> {
    let asker = asking::chat_asker();
    Ok(shop::chat::history(&*asking::shop()?, &asker, room_id, before, after).await?)
}

/// Notes that the asker's side has read up to a message.
#[server(endpoint = "chat/read")]
pub async fn read(
    /// Which room.
    room_id: RoomId,
    /// Up to which message.
    number: u32,
) -> Result<(), ApiError> {
    let asker = asking::chat_asker();
    Ok(shop::chat::read(&*asking::shop()?, &asker, room_id, number).await?)
}

/// Asks for a person in the asker's own talk.
#[server(endpoint = "chat/ask_counsellor")]
pub async fn ask_counsellor(
    /// Which room.
    room_id: RoomId,
) -> Result<(), ApiError> {
    asking::admit_message(false)?;
    Ok(shop::chat::ask_counsellor(&*asking::shop()?, &asking::chat_asker(), room_id).await?)
}

/// Ends a talk.
#[server(endpoint = "chat/close")]
pub async fn close(
    /// Which room.
    room_id: RoomId,
) -> Result<(), ApiError> {
    asking::admit_message(false)?;
    Ok(shop::chat::close(&*asking::shop()?, &asking::chat_asker(), room_id).await?)
}

/// Goes on with a talk that was over.
#[server(endpoint = "chat/reopen")]
pub async fn reopen(
    /// Which room.
    room_id: RoomId,
) -> Result<(), ApiError> {
    asking::admit_message(false)?;
    Ok(shop::chat::reopen(&*asking::shop()?, &asking::chat_asker(), room_id).await?)
}

/// Says how the asker's own talk was.
#[server(endpoint = "chat/rate")]
pub async fn rate(
    /// Which room.
    room_id: RoomId,
    /// Thumb up.
    is_good: bool,
    /// A word, or nothing.
    #[server(default)]
    word: String,
) -> Result<(), ApiError> {
    let asker = asking::chat_asker();
    shop::chat::rate(&*asking::shop()?, &asker, room_id, is_good, &word).await?;
    if asking::is_plain_form() {
        leptos_axum::redirect("/chat?rated=1");
    }
    Ok(())
}

/// Deletes the asker's own talk, with everything that was said in it.
#[server(endpoint = "chat/delete")]
pub async fn delete(
    /// Which room.
    room_id: RoomId,
) -> Result<(), ApiError> {
    Ok(shop::chat::delete(&*asking::shop()?, &asking::chat_asker(), room_id).await?)
}
