//! Signing up, logging in and out, and who I am.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::members::Member;
#[cfg(feature = "ssr")]
use {crate::asking, shop::members::SignUpForm};

/// Makes a member of a visitor, signs them in, and leads them on to `next`.
#[server(endpoint = "members/sign_up")]
pub async fn sign_up(
    /// What to call them.
    #[server(default)]
    name: String,
    /// Their e-mail address.
    #[server(default)]
    email: String,
    /// Their password.
    #[server(default)]
    password: String,
    /// Where their orders go.
    #[server(default)]
    address: String,
    /// Where to go then: a path of this shop.
    #[server(default)]
    next: String,
) -> Result<(), ApiError> {
    let form = SignUpForm { name, email, password, address };
    let token = shop::members::sign_up(&asking::shop(), &form).await?;
    asking::start_session(&token);
    leptos_axum::redirect(super::safe_next(&next));
    Ok(())
}

/// Signs a member in, and leads them on to `next`.
#[server(endpoint = "members/log_in")]
pub async fn log_in(
    /// Their e-mail address.
    #[server(default)]
    email: String,
    /// Their password.
    #[server(default)]
    password: String,
    /// Where to go then: a path of this shop.
    #[server(default)]
    next: String,
) -> Result<(), ApiError> {
    let token = shop::members::log_in(&asking::shop(), &email, &password).await?;
    asking::start_session(&token);
    leptos_axum::redirect(super::safe_next(&next));
    Ok(())
}

/// Ends the asker's session on every server.
#[server(endpoint = "members/log_out")]
pub async fn log_out() -> Result<(), ApiError> {
    if let Some(session) = asking::session() {
        shop::members::log_out(&asking::shop(), session).await?;
    }
    asking::end_session();
    leptos_axum::redirect("/");
    Ok(())
}

/// The signed-in member, or `None` for a visitor.
#[server(endpoint = "members/me")]
pub async fn me() -> Result<Option<Member>, ApiError> {
    match asking::session() {
        Some(session) => Ok(shop::members::find(&asking::shop(), session.member).await?),
        None => Ok(None),
    }
}
