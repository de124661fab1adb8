//! Who is asking: the session of the cookie, believed by its seal. No I/O.
//!
//! Whoever is answered here is there, and is given a fresh token once theirs is an hour old. The
//! click's lane only looks: at an opening nobody is to be given a cookie.

use super::guard;
use crate::router::AppState;
use app::asking::Cookies;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use head::cookie::cookie_of;
use http::HeaderMap;
use http::header::{CACHE_CONTROL, SET_COOKIE};
use shop::members::sessions::Session;

/// Puts the asker's [`Session`] beside the request, if there is one, and renews its token with the
/// answer.
pub async fn recognise(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let (sessions, cookies) = (&state.shop.sessions, state.cookies);
    let known = cookie_of(request.headers(), cookies.session_name())
        .and_then(|cookie| sessions.believe_and_renew(cookie, state.shop.now()));
    let Some((session, renewed)) = known else { return next.run(request).await };
    request.extensions_mut().insert(session);
    let mut response = next.run(request).await;
    if let Some(token) = renewed
        && may_renew(cookies, response.headers())
    {
        response.headers_mut().append(SET_COOKIE, cookies.session(&token));
    }
    response
}

/// The session of a request's cookie. A forged, expired or ended one is as none.
pub fn session(state: &AppState, headers: &HeaderMap) -> Option<Session> {
    let cookie = cookie_of(headers, state.cookies.session_name())?;
    state.shop.sessions.believe(cookie, state.shop.now())
}

/// Whether a session's cookie may go with an answer. None goes with what may be kept and shown to
/// somebody else, and none with an answer that has one already: it starts another session, or ends
/// this one.
fn may_renew(cookies: Cookies, headers: &HeaderMap) -> bool {
    let is_kept = headers.get(CACHE_CONTROL).is_some_and(|says| says != "no-store");
    let is_session = |name: &str| name == cookies.session_name();
    let mut given = headers.get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let has_one =
        given.any(|cookie| cookie.split_once('=').is_some_and(|(name, _)| is_session(name)));
    guard::is_somebodys(headers) && !is_kept && !has_one
}
