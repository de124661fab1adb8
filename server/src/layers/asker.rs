//! Who is asking: the session of the cookie, believed by its seal. No I/O.

use crate::router::AppState;
use app::asking::cookie_of;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderMap;
use shop::members::sessions::Session;

/// Puts the asker's [`Session`] beside the request, if there is one.
pub async fn recognise(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(session) = session(&state, request.headers()) {
        request.extensions_mut().insert(session);
    }
    next.run(request).await
}

/// The session of a request's cookie. A forged, expired or ended one is as none.
pub fn session(state: &AppState, headers: &HeaderMap) -> Option<Session> {
    let cookie = cookie_of(headers, state.cookies.session_name())?;
    state.shop.sessions.believe(cookie, state.shop.now())
}
