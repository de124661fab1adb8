//! How many requests, how they ended, and how long they took.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;
use metrics::{Counter, Histogram, SharedString};
use std::time::Instant;

/// Counts a request under its route, not its path: the number of routes is bounded.
pub async fn count(request: Request, next: Next) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "other".to_owned(), |path| path.as_str().to_owned());
    let begun = Instant::now();
    let response = next.run(request).await;
    seconds(route.clone()).record(begun.elapsed().as_secs_f64());
    answers(route, response.status()).increment(1);
    response
}

/// How long a route's requests took.
pub fn seconds(route: impl Into<SharedString>) -> Histogram {
    metrics::histogram!("seonchak_http_request_seconds", "route" => route.into())
}

/// How many of a route's requests were answered with this status.
pub fn answers(route: impl Into<SharedString>, status: StatusCode) -> Counter {
    let status = status.as_u16().to_string();
    metrics::counter!("seonchak_http_requests_total", "route" => route.into(), "status" => status)
}
