//! Naver's own way.

use super::Told;
use super::open_id::{Fields, redeem};
use axum::Json;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, HeaderMap};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::Arc;

/// A refusal is a 200 as well, and a number is a string: so Naver does it.
pub async fn token(State(told): State<Arc<Told>>, Form(form): Form<Fields>) -> Json<Value> {
    match redeem(&told, &form).filter(|asked| form.get("state") == Some(&asked.state)) {
        Some(_) => Json(json!({
            "access_token": "opens-the-profile",
            "refresh_token": "again",
            "token_type": "bearer",
            "expires_in": "3600",
        })),
        None => Json(json!({ "error": "invalid_request", "error_description": "no valid data" })),
    }
}

pub async fn profile(State(told): State<Arc<Told>>, headers: HeaderMap) -> Response {
    let has_token = headers.get(AUTHORIZATION).is_some_and(|it| it == "Bearer opens-the-profile");
    if !has_token {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let vouched = told.vouched.lock().clone();
    let profile = json!({ "id": vouched.subject, "email": vouched.email, "name": vouched.name });
    let answer = json!({ "resultcode": "00", "message": "success", "response": profile });
    Json(answer).into_response()
}
