//! What counsellors ask the shop for. Who may is decided by its verbs.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use shop::chat::counsel;
use shop::chat::counsel::{Beside, Canned, Desk, RoomList, Tab};
use shop::chat::{RoomId, Sent};
use shop::members::MemberId;

/// A page of the rooms in a tab. For those who work for the shop; who asks is at work.
#[server(endpoint = "counsel/list")]
pub async fn list(
    /// `waiting`, `mine`, `all` or `closed`.
    #[server(default)]
    tab: Tab,
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<RoomList, ApiError> {
    Ok(counsel::list(&*asking::shop()?, asking::member()?.member, tab, page).await?)
}

/// A room with what was said last in it. For those who work for the shop.
#[server(endpoint = "counsel/show")]
pub async fn show(
    /// Which room.
    room_id: RoomId,
) -> Result<Desk, ApiError> {
    Ok(counsel::show(&*asking::shop()?, asking::member()?.member, room_id).await?)
}

/// What the shop knows of a room's shopper, and what counsellors have noted.
#[server(name = ShowBeside, endpoint = "counsel/beside")]
pub async fn beside(
    /// Which room.
    room_id: RoomId,
) -> Result<Beside, ApiError> {
    Ok(counsel::beside(&*asking::shop()?, asking::member()?.member, room_id).await?)
}

/// Takes a room.
#[server(endpoint = "counsel/take")]
pub async fn take(
    /// Which room.
    room_id: RoomId,
) -> Result<(), ApiError> {
    counsel::take(&*asking::shop()?, asking::member()?.member, room_id).await?;
    lead_back(room_id);
    Ok(())
}

/// Says something in a room that the asker has taken. The answer comes once the message cannot be
/// lost any more; the same key is the same message, however often it is sent.
#[server(endpoint = "counsel/say")]
pub async fn say(
    /// Which room.
    room_id: RoomId,
    /// 32 hexadecimal digits; empty, from a page without JavaScript, is a new one.
    #[server(default)]
    key: String,
    /// 1 to 2,000 characters.
    #[server(default)]
    text: String,
) -> Result<Sent, ApiError> {
    let by = asking::member()?.member;
    let sent = counsel::say(&*asking::shop()?, by, room_id, &key, &text).await?;
    lead_back(room_id);
    Ok(sent)
}

/// Gives a room to a colleague.
#[server(endpoint = "counsel/hand_over")]
pub async fn hand_over(
    /// Which room.
    room_id: RoomId,
    /// To whom.
    member_id: MemberId,
) -> Result<(), ApiError> {
    counsel::hand_over(&*asking::shop()?, asking::member()?.member, room_id, member_id).await?;
    lead_back(room_id);
    Ok(())
}

/// Notes something on a room, for colleagues alone.
#[server(endpoint = "counsel/add_note")]
pub async fn add_note(
    /// Which room.
    room_id: RoomId,
    /// 1 to 2,000 characters.
    #[server(default)]
    text: String,
) -> Result<(), ApiError> {
    counsel::add_note(&*asking::shop()?, asking::member()?.member, room_id, &text).await?;
    lead_back(room_id);
    Ok(())
}

/// The canned replies, by their keys.
#[server(name = ListCanned, endpoint = "counsel/canned")]
pub async fn canned() -> Result<Vec<Canned>, ApiError> {
    Ok(counsel::canned(&*asking::shop()?, asking::member()?.member).await?)
}

/// Keeps a canned reply under its key.
#[server(endpoint = "counsel/save_canned")]
pub async fn save_canned(
    /// One word of up to 20 characters.
    #[server(default)]
    shortcut: String,
    /// 1 to 2,000 characters.
    #[server(default)]
    text: String,
) -> Result<(), ApiError> {
    let by = asking::member()?.member;
    Ok(counsel::save_canned(&*asking::shop()?, by, &shortcut, &text).await?)
}

/// Throws a canned reply away.
#[server(endpoint = "counsel/remove_canned")]
pub async fn remove_canned(
    /// Its key.
    shortcut: String,
) -> Result<(), ApiError> {
    let by = asking::member()?.member;
    Ok(counsel::remove_canned(&*asking::shop()?, by, &shortcut).await?)
}

/// A browser without JavaScript comes back to the room without what was wrong the last time.
#[cfg(feature = "ssr")]
fn lead_back(room: RoomId) {
    if asking::is_plain_form() {
        leptos_axum::redirect(&format!("/counsel/rooms/{}", room.0));
    }
}
