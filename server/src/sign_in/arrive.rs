//! Coming in, or being asked for what is missing.

use super::why::Why;
use crate::router::AppState;
use app::asking::device_of;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use http::header::SET_COOKIE;
use http::request::Parts;
use leptos::prelude::{Owner, provide_context};
use leptos::reactive::computed::ScopedFuture;
use leptos_axum::ResponseOptions;
use shop::members::Entry;
use shop::members::identities::{self, Answer};
use std::sync::Arc;

/// Where a newcomer says what is missing, and a member links what is new.
const COMPLETE: &str = "/sign-up/complete";

/// Lets in whom the provider vouches for. Whom the shop does not know goes on to a page, with what
/// the provider said in a sealed cookie.
pub async fn arrive(state: &AppState, parts: Parts, answer: &Answer) -> Response {
    let device = device_of(&parts.headers);
    match identities::arrive(&state.shop, answer, device).await {
        Ok(Some(entry)) => enter(state, parts, &entry, &answer.next).await,
        Ok(None) => {
            let cookie = state.cookies.answer(&state.shop.seals.seal(answer));
            ([(SET_COOKIE, cookie)], Redirect::to(COMPLETE)).into_response()
        }
        Err(fault) => Why::Shop(fault).tell(&parts.headers, answer.purpose, &answer.next),
    }
}

/// Comes in as whoever logs in does, with what such a server function knows of its request.
async fn enter(state: &AppState, parts: Parts, entry: &Entry, next: &str) -> Response {
    let options = ResponseOptions::default();
    let owner = Owner::new();
    let entering = owner.with(|| {
        provide_context(parts);
        provide_context(options.clone());
        provide_context(Arc::clone(&state.shop));
        provide_context(state.cookies);
        ScopedFuture::new(app::members::enter(entry, next))
    });
    entering.await;
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(mut given) = options.0.write() {
        response.headers_mut().extend(std::mem::take(&mut given.headers));
    }
    response
}
