//! `/sign-in/{provider}`: the way there.

use super::why::Why;
use crate::origin::SEC_FETCH_SITE;
use crate::refuse::refuse;
use crate::router::AppState;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Extension, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use head::way::safe_next;
use http::HeaderMap;
use http::header::{CACHE_CONTROL, SET_COOKIE};
use serde::Deserialize;
use shop::Refusal;
use shop::members::identities::{Attempt, Purpose};
use shop::members::sessions::Session;

/// A longer address is nobody's bookmark, and a cookie must hold it.
const NEXT_BYTES_MAX: usize = 512;

#[derive(Deserialize)]
pub struct Asked {
    /// Where to go afterwards: a path of this shop.
    #[serde(default)]
    next: String,
    /// Whether it is to be linked to the asker's account.
    #[serde(default)]
    link: bool,
}

/// Leads a browser to a provider, with what it needs to come back.
pub async fn begin(
    State(state): State<AppState>,
    Path(provider): Path<String>,
    session: Option<Extension<Session>>,
    headers: HeaderMap,
    asked: Result<Query<Asked>, QueryRejection>,
) -> Response {
    let Some(provider) = state.providers.named(&provider) else {
        return refuse(&headers, Refusal::NoSuchPage);
    };
    let Ok(Query(Asked { next, link })) = asked else {
        return refuse(&headers, Refusal::NotUnderstood);
    };
    let purpose = match (link, session) {
        (false, _) => Purpose::SignIn,
        (true, Some(Extension(session))) if session.is_fresh(state.shop.now()) => {
            Purpose::Link(session.member)
        }
        (true, _) => return Redirect::to("/log-in?next=%2Faccount%2Fways-in").into_response(),
    };
    if !is_a_persons_wish(&headers) {
        return Redirect::to(where_the_button_is(purpose)).into_response();
    }
    let next = if next.len() <= NEXT_BYTES_MAX { safe_next(&next) } else { "/" };
    let shop = &state.shop;
    let attempt = Attempt::begin(shop, provider, purpose, next);
    match state.providers.address(&attempt, shop.now()).await {
        Ok(address) => {
            let cookie = state.cookies.attempt(&shop.seals.seal(&attempt));
            let headers = [(SET_COOKIE, cookie), (CACHE_CONTROL, super::NO_STORE)];
            (headers, Redirect::to(address.as_str())).into_response()
        }
        Err(why) => Why::tell(why, &headers, purpose, next),
    }
}

/// Whether somebody pressed our own button or typed the address: another site's page that leads a
/// browser here would begin a session that nobody has asked for.
fn is_a_persons_wish(headers: &HeaderMap) -> bool {
    let site = headers.get(SEC_FETCH_SITE).map(|site| site.as_bytes());
    matches!(site, None | Some(b"same-origin" | b"none"))
}

fn where_the_button_is(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::SignIn => "/log-in",
        Purpose::Link(_) => "/account/ways-in",
    }
}
