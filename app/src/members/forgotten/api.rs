//! Asking for letters, and following their links.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::{asking, sentences::language};
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use shop::Refusal;

/// Sends a link to a new password to whoever has the address. The answer is the same if nobody has.
#[server(endpoint = "members/forget_password")]
pub async fn forget_password(
    /// The e-mail address of an account.
    #[server(default)]
    email: String,
) -> Result<(), ApiError> {
    admit()?;
    let language = language(asking::locale());
    shop::members::forget_password(&*asking::shop()?, &email, language).await?;
    leptos_axum::redirect("/forgotten?sent=yes");
    Ok(())
}

/// Gives a new password to whoever has followed such a link, and ends all of their sessions.
#[server(endpoint = "members/reset_password")]
pub async fn reset_password(
    /// The token in the link.
    #[server(default)]
    token: String,
    /// The password they want.
    #[server(default)]
    new_password: String,
) -> Result<(), ApiError> {
    let language = language(asking::locale());
    shop::members::reset_password(&*asking::shop()?, &token, &new_password, language).await?;
    leptos_axum::redirect("/log-in?done=reset");
    Ok(())
}

/// Sends the asker a link that confirms their address, if it is not confirmed yet.
#[server(endpoint = "members/send_confirmation")]
pub async fn send_confirmation() -> Result<(), ApiError> {
    let (shop, member) = (asking::shop()?, asking::member()?.member);
    admit()?;
    shop::members::send_confirmation(&shop, member, language(asking::locale())).await?;
    leptos_axum::redirect("/account?saved=letter");
    Ok(())
}

/// Confirms the address of whoever has followed such a link.
#[server(endpoint = "members/confirm_email")]
pub async fn confirm_email(
    /// The token in the link.
    #[server(default)]
    token: String,
) -> Result<(), ApiError> {
    shop::members::confirm_email(&*asking::shop()?, &token).await?;
    let is_signed_in = asking::session().is_some();
    leptos_axum::redirect(if is_signed_in {
        "/account?saved=email"
    } else {
        "/log-in?done=confirm"
    });
    Ok(())
}

/// Sends a link to the address that the asker wants to have. It is theirs once they follow it.
#[server(endpoint = "members/change_email")]
pub async fn change_email(
    /// Their password.
    #[server(default)]
    current_password: String,
    /// The address they want.
    #[server(default)]
    email: String,
) -> Result<(), ApiError> {
    let (shop, session) = (asking::shop()?, asking::member()?);
    admit()?;
    let language = language(asking::locale());
    shop::members::change_email(&shop, session, &current_password, &email, language).await?;
    leptos_axum::redirect("/account?saved=new-email");
    Ok(())
}

/// Passes whoever does not ask for letters too often.
#[cfg(feature = "ssr")]
fn admit() -> Result<(), Refusal> {
    match asking::hurried() {
        Some(asking::Hurried { retry_after_s }) => Err(Refusal::TooManyClicks { retry_after_s }),
        None => Ok(()),
    }
}
