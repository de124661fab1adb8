//! Who is asking: the session of the cookie, believed by its seal. No I/O.

use crate::router::AppState;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum_extra::extract::CookieJar;

/// Puts the asker's [`Session`](shop::members::sessions::Session) beside the request, if there
/// is one. A forged, expired or ended one is as none.
pub async fn recognise(
    State(state): State<AppState>,
    cookies: CookieJar,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(cookie) = cookies.get(state.cookies.session_name())
        && let Some(session) = state.shop.sessions.believe(cookie.value(), state.shop.now())
    {
        request.extensions_mut().insert(session);
    }
    next.run(request).await
}
