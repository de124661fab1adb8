//! The id by which the log knows a request: a trusted proxy's, or else one of our own.

use crate::limits::Limits;
use axum::extract::{ConnectInfo, Request};
use http::HeaderName;
use std::net::SocketAddr;

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Forgets an id that anybody may have written: it would stand in the log beside honest ones.
pub fn of_trusted_only(limits: &Limits, mut request: Request) -> Request {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    if !peer.is_some_and(|ConnectInfo(peer)| limits.is_trusted(peer.ip())) {
        request.headers_mut().remove(X_REQUEST_ID);
    }
    request
}
