//! `/sign-in/{provider}/callback`: the way back.

use super::arrive::arrive;
use super::why::Why;
use crate::refuse::refuse;
use crate::router::AppState;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use head::cookie::cookie_of;
use http::header::{CACHE_CONTROL, SET_COOKIE};
use http::request::Parts;
use serde::Deserialize;
use shop::Refusal;
use shop::members::identities::{Answer, Attempt, Provider, Purpose, use_once};

/// What a provider sends with a browser that it had said no to.
const DENIED: &str = "access_denied";

/// What a provider sends with a browser. Anybody may have written it.
#[derive(Default, Deserialize)]
pub struct Brought {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
}

/// Takes a browser back from a provider, and lets in whom it vouches for.
pub async fn come_back(
    State(state): State<AppState>,
    Path(provider): Path<String>,
    brought: Result<Query<Brought>, QueryRejection>,
    parts: Parts,
) -> Response {
    let Some(provider) = state.providers.named(&provider) else {
        return refuse(&parts.headers, Refusal::NoSuchPage);
    };
    let brought = brought.map(|Query(brought)| brought).unwrap_or_default();
    let Some(attempt) = attempt_of(&state, &parts, provider, &brought) else {
        // Whose way it was nobody knows, so nothing of the browser's is touched.
        return Why::Foreign.tell(&parts.headers, Purpose::SignIn, "/");
    };
    let (purpose, next) = (attempt.purpose, attempt.next.clone());
    let mut response = match answer(&state, attempt, brought).await {
        Ok(answer) => arrive(&state, parts, &answer).await,
        Err(why) => why.tell(&parts.headers, purpose, &next),
    };
    let headers = response.headers_mut();
    headers.append(SET_COOKIE, state.cookies.no_attempt());
    headers.insert(CACHE_CONTROL, super::NO_STORE);
    response
}

/// The way that this browser has begun, if it is the one that this answer belongs to.
fn attempt_of(
    state: &AppState,
    parts: &Parts,
    provider: Provider,
    brought: &Brought,
) -> Option<Attempt> {
    let cookie = cookie_of(&parts.headers, state.cookies.attempt_name())?;
    let attempt: Attempt = state.shop.seals.open(cookie, state.shop.now())?;
    let is_its = attempt.provider == provider && attempt.has_state(brought.state.as_deref()?);
    is_its.then_some(attempt)
}

async fn answer(state: &AppState, attempt: Attempt, brought: Brought) -> Result<Answer, Why> {
    // Before anything is asked: a way that was gone once leads nowhere, whatever became of it.
    if !use_once(&state.shop, &attempt).await? {
        return Err(Why::Foreign);
    }
    let code = match (brought.error, brought.code) {
        (Some(error), _) if error == DENIED => return Err(Why::Cancelled),
        (None, Some(code)) => code,
        (error, _) => {
            let word = attempt.provider.as_str();
            return Err(Why::Provider(format!("{word} sent no code, but {error:?}")));
        }
    };
    let now = state.shop.now();
    let known = state.providers.known(&attempt, code, now).await?;
    Ok(Answer::to(attempt, known, now))
}
