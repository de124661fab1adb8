//! No other site's page may act for a member: whatever changes something must come from our own
//! pages, by `Sec-Fetch-Site` or by `Origin`. A proxy in front must pass on `Host` and `Origin`.

use crate::refuse::refuse;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::HeaderMap;
use http::header::{ACCEPT_LANGUAGE, COOKIE};
use shop::Refusal;
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// Refuses what another site sent.
pub fn layer() -> CsrfLayer {
    CsrfLayer::new()
}

/// Says so in the asker's language; the layer itself only knows the status.
pub async fn explain(request: Request, next: Next) -> Response {
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
