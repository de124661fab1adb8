//! The right status for a server function's refusal.
//!
//! server_fn 0.8 answers every error with 500. The body says what it was, so its status is set
//! here, once for all functions, those included whose form could not even be read. A form that a
//! browser sent without JavaScript is answered by a redirect and passes as it is.

use app::api_error::ApiError;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_LENGTH;
use server_fn::error::SERVER_FN_ERROR_HEADER;

/// A refusal is a few hundred bytes.
const ERROR_BYTES_MAX: usize = 64 * 1024;

/// Gives an error its status, and its Retry-After.
pub async fn set(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if !response.status().is_server_error()
        || !response.headers().contains_key(SERVER_FN_ERROR_HEADER)
    {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, ERROR_BYTES_MAX).await else {
        return head.into_response();
    };
    if let Ok(error) = serde_json::from_slice::<ApiError>(&bytes) {
        crate::refuse::set_head(&mut head, &error.refusal);
    }
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(bytes))
}
