//! A refusal as an HTTP answer, where no server function gives it.

use app::api_error::ApiError;
use app::asking::chosen_language;
use app::i18n::Locale;
use app::sentences;
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_LANGUAGE, RETRY_AFTER};
use http::response::Parts;
use http::{HeaderMap, HeaderValue, StatusCode};
use shop::Refusal;
use shop::parts::security;

/// The refusal as JSON, with its status and a sentence in the asker's language. Whoever guards the
/// shop reads of it, if it is more than a slip.
pub fn refuse(headers: &HeaderMap, refusal: Refusal) -> Response {
    security::note_refusal(&refusal, None, None);
    answer(headers, refusal)
}

/// The same answer, for who has noted it already.
pub fn answer(headers: &HeaderMap, refusal: Refusal) -> Response {
    let message = sentences::refusal(locale(headers), &refusal);
    let (mut head, body) =
        Json(ApiError { refusal: refusal.clone(), message }).into_response().into_parts();
    set_head(&mut head, &refusal);
    Response::from_parts(head, body)
}

/// Sets what the refusal means in HTTP.
pub fn set_head(head: &mut Parts, refusal: &Refusal) {
    head.status =
        StatusCode::from_u16(refusal.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Some(seconds) = refusal.retry_after_s() {
        head.headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
}

/// The asker's language, as the pages find it: cookie, browser, Korean.
pub fn locale(headers: &HeaderMap) -> Locale {
    let accepted = || headers.get(ACCEPT_LANGUAGE)?.to_str().ok();
    let wanted = chosen_language(headers).or_else(accepted).unwrap_or_default();
    if wanted.trim_start().to_ascii_lowercase().starts_with("en") { Locale::en } else { Locale::ko }
}
