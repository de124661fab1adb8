//! Where a request comes from, found out once and said beside it; and what a proxy may say of it.

use crate::limits::Limits;
use app::asking::Network;
use axum::extract::{ConnectInfo, Request};
use http::HeaderName;
use std::net::SocketAddr;

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts its [`Network`] beside a request. Forgets an id that anybody may have written: it would
/// stand in the log beside honest ones.
pub fn find_out(limits: &Limits, mut request: Request) -> Request {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map(|ConnectInfo(peer)| peer.ip());
    if !peer.is_some_and(|peer| limits.proxies.trust(peer)) {
        request.headers_mut().remove(X_REQUEST_ID);
    }
    if let Some(peer) = peer {
        let network = limits.network(peer, request.headers());
        request.extensions_mut().insert(Network(network));
    }
    request
}
