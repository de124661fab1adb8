//! Who is asking: the session of the cookie, believed by its seal. No I/O.

use crate::router::AppState;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderMap;
use http::header::COOKIE;
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
    let name = state.cookies.session_name();
    let texts = headers.get_all(COOKIE).into_iter().filter_map(|text| text.to_str().ok());
    let cookie = texts
        .flat_map(|text| text.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))?;
    state.shop.sessions.believe(cookie, state.shop.now())
}
