//! How much somebody may say: the message is counted here, and the server function refuses it in
//! its own way.

use crate::limits::{Limits, Speaker, seconds};
use app::asking::{Hurried, RoomCount};
use axum::extract::Request;
use shop::members::sessions::Session;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

/// Whatever makes a line in a room.
const SAYING: [&str; 4] =
    ["/api/chat/send", "/api/chat/ask_counsellor", "/api/chat/close", "/api/chat/reopen"];

/// Counts a message, and lets its server function count a talk.
pub fn count(limits: &Arc<Limits>, network: IpAddr, request: &mut Request) {
    if !SAYING.contains(&request.uri().path()) {
        return;
    }
    let member = request.extensions().get::<Session>().map(|session| session.member);
    let speaker = Speaker::of(member, network);
    if let Err(wait) = limits.admit_message(speaker) {
        request.extensions_mut().insert(hurried(wait));
    }
    let limits = Arc::clone(limits);
    let rooms = Arc::new(move || limits.admit_room(speaker).map_err(hurried));
    request.extensions_mut().insert(RoomCount(rooms));
}

fn hurried(wait: Duration) -> Hurried {
    Hurried { retry_after_s: seconds(wait) }
}
