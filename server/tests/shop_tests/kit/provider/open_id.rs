//! OpenID Connect, as much of it as a shop needs.

use super::token::{id_token, published};
use super::{Asked, CLIENT_ID, CLIENT_SECRET, Told, Twist};
use crate::kit::database::unique_name;
use axum::Json;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use openidconnect::url::Url;
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;

pub type Fields = HashMap<String, String>;

pub async fn metadata(State(told): State<Arc<Told>>) -> Json<Value> {
    let twist = *told.twist.lock();
    let at = |path: &str| format!("{}{path}", told.url);
    let at_unless = |path: &str, away: Twist| match twist == away {
        true => format!("{}{path}", told.elsewhere),
        false => at(path),
    };
    Json(json!({
        "issuer": told.url,
        "authorization_endpoint": at("/authorize"),
        "token_endpoint": at_unless("/token", Twist::CodesElsewhere),
        "userinfo_endpoint": at("/v1/oidc/userinfo"),
        "jwks_uri": at_unless("/keys", Twist::KeysElsewhere),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // Says more than the shop may believe.
        "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
    }))
}

pub async fn keys(State(told): State<Arc<Told>>) -> Json<Value> {
    Json(json!({ "keys": published(*told.twist.lock()) }))
}

/// Lets everybody through, and sends them back with a code.
pub async fn authorize(State(told): State<Arc<Told>>, Query(query): Query<Fields>) -> Response {
    let field = |name: &str| query.get(name).cloned().unwrap_or_default();
    let asked = Asked {
        redirect_uri: field("redirect_uri"),
        state: field("state"),
        nonce: field("nonce"),
        challenge: query.get("code_challenge").cloned(),
    };
    let is_good = field("client_id") == CLIENT_ID && field("response_type") == "code";
    if !is_good || asked.state.is_empty() {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let code = unique_name();
    let mut back: Url = asked.redirect_uri.parse().unwrap();
    back.query_pairs_mut().append_pair("code", &code).append_pair("state", &asked.state);
    told.codes.lock().insert(code, asked);
    Redirect::to(back.as_str()).into_response()
}

/// What a code stands for, if the shop asks that began it; each code once.
pub fn redeem(told: &Told, form: &Fields) -> Option<Asked> {
    let field = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    let is_shop = field("client_id") == CLIENT_ID && field("client_secret") == CLIENT_SECRET;
    let asked = told.codes.lock().remove(field("code")).filter(|_| is_shop)?;
    if asked.redirect_uri != field("redirect_uri") {
        return None;
    }
    let Some(challenge) = &asked.challenge else { return Some(asked) };
    // The library will not hash what is no verifier at all.
    let verifier = Some(field("code_verifier")).filter(|verifier| verifier.len() >= 43)?;
    let verifier = PkceCodeVerifier::new(verifier.to_owned());
    let is_its = PkceCodeChallenge::from_code_verifier_sha256(&verifier).as_str() == challenge;
    is_its.then_some(asked)
}

pub async fn token(State(told): State<Arc<Told>>, Form(form): Form<Fields>) -> Response {
    // A way of OpenID Connect without PKCE is none of ours.
    let Some(asked) = redeem(&told, &form).filter(|asked| asked.challenge.is_some()) else {
        let error = Json(json!({ "error": "invalid_grant" }));
        return (StatusCode::BAD_REQUEST, error).into_response();
    };
    let mut tokens =
        json!({ "access_token": "opens-the-profile", "token_type": "bearer", "expires_in": 3600 });
    if *told.twist.lock() != Twist::NoToken {
        tokens["id_token"] = json!(id_token(&told, &asked, true));
    }
    Json(tokens).into_response()
}

/// Kakao's own profile, where alone it says whether an address is theirs.
pub async fn kakao_user(State(told): State<Arc<Told>>) -> Json<Value> {
    let vouched = told.vouched.lock().clone();
    Json(json!({
        "id": vouched.subject.parse::<u64>().unwrap(),
        "kakao_account": {
            "email": vouched.email,
            "is_email_valid": true,
            "is_email_verified": vouched.is_verified,
            "profile": { "nickname": vouched.name },
        },
    }))
}
