//! No other site's page may act for a member: whatever changes something must come from our own
//! pages, by `Sec-Fetch-Site` or by `Origin`. A proxy in front must pass on `Host` and `Origin`.

use crate::origin::{self, SEC_FETCH_SITE};
use crate::refuse::refuse;
use crate::router::AppState;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderMap;
use http::header::{ACCEPT_LANGUAGE, COOKIE, ORIGIN};
use shop::Refusal;
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// Refuses what another site sent.
pub fn layer() -> CsrfLayer {
    CsrfLayer::new()
}

/// Says so in the asker's language; the layer itself only knows the status. Nor does it compare the
/// scheme, where a browser says no more than its `Origin`.
pub async fn explain(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !request.method().is_safe()
        && !headers.contains_key(SEC_FETCH_SITE)
        && headers.contains_key(ORIGIN)
        && !origin::is_own(&state, headers)
    {
        return refuse(headers, Refusal::ForeignOrigin);
    }
    let mut language = HeaderMap::new();
    for name in [COOKIE, ACCEPT_LANGUAGE] {
        if let Some(value) = request.headers().get(&name) {
            language.insert(name, value.clone());
        }
    }
    let response = next.run(request).await;
    if response.extensions().get::<ProtectionError>().is_some() {
        return refuse(&language, Refusal::ForeignOrigin);
    }
    response
}
