//! Signing up, logging in and out, who I am, and my own page.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::members::{Member, Profile};
#[cfg(feature = "ssr")]
use {crate::asking, crate::sentences::language, shop::members::SignUpForm};

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
    asking::admit_try()?;
    let form = SignUpForm { name, email, password, address };
    let (language, device) = (language(asking::locale()), asking::device());
    let entry = shop::members::sign_up(&*asking::shop()?, &form, language, device).await?;
    super::enter(&entry, &next).await;
    Ok(())
}

/// Signs a member in, and leads them on to `next`; whoever has a second factor, first to its code.
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
    let (shop, device) = (asking::shop()?, asking::device());
    let checked = shop::members::log_in(&shop, &email, &password, device);
    let entry = shop::members::tries::counted(&shop, asking::network()?, &email, checked).await?;
    super::enter(&entry, &next).await;
    Ok(())
}

/// Ends the asker's session on every server.
#[server(endpoint = "members/log_out")]
pub async fn log_out() -> Result<(), ApiError> {
    if let Some(session) = asking::session() {
        shop::members::log_out(&*asking::shop()?, session).await?;
    }
    asking::end_session();
    leptos_axum::redirect("/");
    Ok(())
}

/// The signed-in member, or `None` for a visitor.
#[server(endpoint = "members/me")]
pub async fn me() -> Result<Option<Member>, ApiError> {
    match asking::session() {
        Some(session) => Ok(shop::members::find(&*asking::shop()?, session.member).await?),
        None => Ok(None),
    }
}

/// The asker's own page: who they are, and how much of everything they have.
#[server(endpoint = "members/profile")]
pub async fn own_profile() -> Result<Profile, ApiError> {
    Ok(shop::members::profile(&*asking::shop()?, asking::member()?.member).await?)
}

/// Gives the asker another name.
#[server(endpoint = "members/change_profile")]
pub async fn change_profile(
    /// What to call them from now on.
    #[server(default)]
    name: String,
) -> Result<(), ApiError> {
    shop::members::change_profile(&*asking::shop()?, asking::member()?.member, &name).await?;
    leptos_axum::redirect("/account?saved=name");
    Ok(())
}

/// Gives the asker another password, and ends their other sessions on every server.
#[server(endpoint = "members/change_password")]
pub async fn change_password(
    /// The one they have.
    #[server(default)]
    current_password: String,
    /// The one they want.
    #[server(default)]
    new_password: String,
) -> Result<(), ApiError> {
    let (shop, session) = (asking::shop()?, asking::member()?);
    let language = language(asking::locale());
    shop::members::change_password(&shop, session, &current_password, &new_password, language)
        .await?;
    leptos_axum::redirect("/account?saved=password");
    Ok(())
}
