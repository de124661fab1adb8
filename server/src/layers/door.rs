//! Where somebody comes from who wants in: counted here or by the verb, and refused by the server
//! function in its own way.

use crate::limits::seconds;
use crate::router::AppState;
use app::asking::{Hurried, Network};
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::net::SocketAddr;

const LOG_IN: &str = "/api/members/log_in";
const SIGN_UP: &str = "/api/members/sign_up";

/// Says where a log-in comes from, and whether one more may sign up from there.
pub async fn look(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let (logs_in, signs_up) = (path == LOG_IN, path == SIGN_UP);
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    if let Some(ConnectInfo(peer)) = peer.filter(|_| logs_in || signs_up) {
        let network = state.limits.network(peer.ip(), request.headers());
        let admitted = if signs_up { state.limits.admit_sign_up(network) } else { Ok(()) };
        request.extensions_mut().insert(Network(network));
        if let Err(wait) = admitted {
            request.extensions_mut().insert(Hurried { retry_after_s: seconds(wait) });
        }
    }
    next.run(request).await
}
