//! How much somebody may say: the message is counted here, and the server function refuses it in
//! its own way.

use crate::limits::seconds;
use crate::router::AppState;
use app::asking::{Hurried, RoomCount};
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use shop::members::sessions::Session;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// Whatever makes a line in a room.
const SAYING: [&str; 4] =
    ["/api/chat/send", "/api/chat/ask_counsellor", "/api/chat/close", "/api/chat/reopen"];

/// Counts a message, and lets its server function count a talk.
pub async fn count(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if SAYING.contains(&request.uri().path()) {
        let extensions = request.extensions();
        let member = extensions.get::<Session>().map(|session| session.member);
        if let Some(ConnectInfo(peer)) = extensions.get::<ConnectInfo<SocketAddr>>() {
            let limits = state.limits;
            let speaker = limits.speaker(member, peer.ip(), request.headers());
            if let Err(wait) = limits.admit_message(speaker) {
                request.extensions_mut().insert(hurried(wait));
            }
            let rooms = Arc::new(move || limits.admit_room(speaker).map_err(hurried));
            request.extensions_mut().insert(RoomCount(rooms));
        }
    }
    next.run(request).await
}

fn hurried(wait: Duration) -> Hurried {
    Hurried { retry_after_s: seconds(wait) }
}
