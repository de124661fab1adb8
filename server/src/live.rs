//! `/live`, the one websocket.

mod rooms;
mod socket;

use crate::origin;
use crate::refuse::refuse;
use crate::router::AppState;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{Extension, State};
use axum::response::Response;
use head::cookie::cookie_of;
use http::HeaderMap;
use shop::Refusal;
use shop::live::FRAME_BYTES_MAX;
use shop::members::VisitorKey;
use shop::members::sessions::Session;

/// Of each socket, however little it says: the library's own 128 KiB would be most of its memory.
/// A longer frame makes it larger.
const READ_BUFFER_BYTES: usize = 1024;

/// A frame that is a little too long is read all the same, so that its sender can be told why
/// the socket closes; what is longer is not waited for.
const READ_BYTES_MAX: usize = 2 * FRAME_BYTES_MAX;

/// Opens a socket for a page of ours. The upgrade is a GET, which no CSRF layer looks at: the
/// Origin is checked here.
pub async fn open(
    State(state): State<AppState>,
    session: Option<Extension<Session>>,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, axum::extract::ws::rejection::WebSocketUpgradeRejection>,
) -> Response {
    if !origin::is_own(&state, &headers) {
        return refuse(&headers, Refusal::ForeignOrigin);
    }
    let Ok(upgrade) = upgrade else {
        return refuse(&headers, Refusal::NotUnderstood);
    };
    let session = session.map(|Extension(session)| session);
    let visitor = cookie_of(&headers, state.cookies.chat_name()).and_then(VisitorKey::parse);
    upgrade
        .read_buffer_size(READ_BUFFER_BYTES)
        .max_message_size(READ_BYTES_MAX)
        .max_frame_size(READ_BYTES_MAX)
        .on_upgrade(move |socket| socket::run(state.shop, session, visitor, socket))
}
