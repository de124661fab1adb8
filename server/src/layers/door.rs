//! Where somebody comes from who wants in, or a letter: counted here or by the verb, and refused by
//! the server function in its own way.

use super::talk;
use crate::limits::{Limits, seconds};
use crate::router::AppState;
use app::asking::{Hurried, Network};
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

/// What somebody wants who is not trusted yet.
#[derive(Clone, Copy)]
enum Wish {
    LogIn,
    SignUp,
    /// A letter to an address that they type, or have typed.
    Letter,
}

impl Wish {
    fn of(path: &str) -> Option<Self> {
        match path.strip_prefix("/api/members/")? {
            "log_in" => Some(Self::LogIn),
            "sign_up" | "complete_sign_up" => Some(Self::SignUp),
            "forget_password" | "send_confirmation" | "change_email" => Some(Self::Letter),
            _ => None,
        }
    }

    /// Counts it, unless the verb does.
    fn admit(self, limits: &Limits, network: IpAddr) -> Result<(), Duration> {
        match self {
            Self::LogIn => Ok(()),
            Self::SignUp => limits.admit_sign_up(network),
            Self::Letter => limits.admit_letter(network),
        }
    }
}

/// Says where such a wish comes from, and whether one more may come from there; and counts what is
/// said in talks. One layer for all of it: each costs every request a copy of those below.
pub async fn look(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>() {
        let peer = peer.ip();
        note_wish(&state.limits, peer, &mut request);
        talk::count(&state.limits, peer, &mut request);
    }
    next.run(request).await
}

fn note_wish(limits: &Limits, peer: IpAddr, request: &mut Request) {
    let Some(wish) = Wish::of(request.uri().path()) else { return };
    let network = limits.network(peer, request.headers());
    request.extensions_mut().insert(Network(network));
    if let Err(wait) = wish.admit(limits, network) {
        request.extensions_mut().insert(Hurried { retry_after_s: seconds(wait) });
    }
}
