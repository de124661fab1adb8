//! Choosing a language: a plain form, so that it works on every page and without JavaScript.

use crate::refuse::refuse;
use crate::router::AppState;
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderMap;
use http::header::SET_COOKIE;
use serde::Deserialize;
use shop::{Language, Refusal};

const ONE_YEAR_S: u32 = 365 * 24 * 60 * 60;

/// What the form says.
#[derive(Deserialize)]
pub struct Choice {
    language: Language,
}

/// Keeps the choice in a cookie and goes back to where the reader was.
pub async fn choose(
    State(state): State<AppState>,
    headers: HeaderMap,
    choice: Result<Form<Choice>, axum::extract::rejection::FormRejection>,
) -> Response {
    let Ok(Form(Choice { language })) = choice else {
        return refuse(&headers, Refusal::NotUnderstood);
    };
    let locale = match language {
        Language::Ko => "ko",
        Language::En => "en",
    };
    let cookie = state.cookies.text(state.cookies.language_name(), locale, ONE_YEAR_S);
    ([(SET_COOKIE, cookie)], Redirect::to(&head::way::back(&headers))).into_response()
}
