//! Who is at the door: said in the request's span, for the log.
//! Who wants in, or a letter, is counted here or by the verb, and refused by the server function in
//! its own way.

use super::talk;
use crate::limits::{Limits, seconds};
use crate::router::AppState;
use app::asking::{Hurried, Network};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use head::cookie::cookie_of;
use shop::members::sessions::Session;
use shop::parts::security::{self, Event};
use std::net::IpAddr;
use std::time::Duration;
use tracing::Span;

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

/// Says whether one more such wish may come from where a request comes from; and counts what is said
/// in talks. One layer for all of it: each costs every request a copy of those below.
pub async fn look(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if let Some(Network(network)) = request.extensions().get().copied() {
        note_asker(&state, network, &request);
        count_wish(&state.limits, network, &mut request);
        talk::count(&state.limits, network, &mut request);
    }
    next.run(request).await
}

/// Lines of the log that are written on behalf of a member have their number. A cookie that is none
/// of the shop's is an event: no browser has it by chance.
fn note_asker(state: &AppState, network: IpAddr, request: &Request) {
    if let Some(session) = request.extensions().get::<Session>() {
        Span::current().record("member", session.member.0);
    } else if let Some(cookie) = cookie_of(request.headers(), state.cookies.session_name())
        && state.shop.sessions.is_forged(cookie)
    {
        security::note_at_the_door(Event::ForgedCookie, None, Some(network));
    }
}

fn count_wish(limits: &Limits, network: IpAddr, request: &mut Request) {
    let Some(wish) = Wish::of(request.uri().path()) else { return };
    if let Err(wait) = wish.admit(limits, network) {
        request.extensions_mut().insert(Hurried { retry_after_s: seconds(wait) });
    }
}
