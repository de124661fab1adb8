//! Where the asker is signed in, their second factor, and leaving for good.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::members::OpenSession;
use shop::members::factor::Standing;
#[cfg(feature = "ssr")]
use {
    crate::asking,
    crate::members::enter,
    shop::Refusal,
    shop::members::sessions::{self, SessionId},
    shop::members::{Entry, factor},
};

/// The page where a second factor is set up and removed.
#[cfg(feature = "ssr")]
const FACTOR_PAGE: &str = "/account/factor";

/// Where the asker is signed in.
#[server(endpoint = "members/sessions")]
pub async fn open_sessions() -> Result<Vec<OpenSession>, ApiError> {
    Ok(sessions::list(&*asking::shop()?, asking::member()?).await?)
}

/// Signs the asker out of one of their sessions.
#[server(endpoint = "members/end_session")]
pub async fn end_session(
    /// Which, by its number.
    session_id: u64,
) -> Result<(), ApiError> {
    let session = SessionId(session_id);
    sessions::end_one(&*asking::shop()?, asking::member()?, session).await?;
    leptos_axum::redirect("/account?saved=session");
    Ok(())
}

/// Signs the asker out everywhere but here.
#[server(endpoint = "members/end_other_sessions")]
pub async fn end_other_sessions() -> Result<(), ApiError> {
    sessions::end_all_others(&*asking::shop()?, asking::member()?).await?;
    leptos_axum::redirect("/account?saved=sessions");
    Ok(())
}

/// Completes a log-in by a code of the second factor, and leads on to `next`.
#[server(endpoint = "members/log_in_code")]
pub async fn log_in_code(
    /// Six digits of the telephone's, or a recovery code.
    #[server(default)]
    code: String,
    /// Where to go then: a path of this shop.
    #[server(default)]
    next: String,
) -> Result<(), ApiError> {
    let (shop, device) = (asking::shop()?, asking::device());
    let half = asking::half().ok_or(Refusal::LogInAgain)?;
    let token = shop::members::log_in_code(&shop, &half, &code, device).await?;
    asking::forget_half();
    enter(&Entry::Session(token), &next).await;
    Ok(())
}

/// How the asker's second factor stands. For staff, and for whoever has one.
#[server(endpoint = "members/factor")]
pub async fn own_factor() -> Result<Standing, ApiError> {
    Ok(factor::show(&*asking::shop()?, asking::member()?).await?)
}

/// Offers the asker a second factor. For staff.
#[server(endpoint = "members/begin_factor")]
pub async fn begin_factor(
    /// The password they have.
    #[server(default)]
    current_password: String,
) -> Result<(), ApiError> {
    factor::begin(&*asking::shop()?, asking::member()?, &current_password).await?;
    leptos_axum::redirect(FACTOR_PAGE);
    Ok(())
}

/// Makes what was offered the asker's second factor, and ends their other sessions. For staff.
#[server(endpoint = "members/confirm_factor")]
pub async fn confirm_factor(
    /// Six digits of the telephone's.
    #[server(default)]
    code: String,
) -> Result<(), ApiError> {
    factor::confirm(&*asking::shop()?, asking::member()?, &code).await?;
    leptos_axum::redirect("/account?saved=factor");
    Ok(())
}

/// Takes the asker's own second factor away.
#[server(endpoint = "members/remove_factor")]
pub async fn remove_factor(
    /// The password they have.
    #[server(default)]
    current_password: String,
) -> Result<(), ApiError> {
    factor::remove(&*asking::shop()?, asking::member()?, &current_password).await?;
    leptos_axum::redirect("/account?saved=no_factor");
    Ok(())
}

/// Deletes the asker's account.
#[server(endpoint = "members/leave")]
pub async fn leave(
    /// The password they have.
    #[server(default)]
    current_password: String,
) -> Result<(), ApiError> {
    let (shop, session) = (asking::shop()?, asking::member()?);
    shop::members::leave(&shop, session, &current_password).await?;
    asking::end_session();
    leptos_axum::redirect("/");
    Ok(())
}
