//! Becoming a member by what a provider says, and ways in.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::members::identities::{Newcomer, Provider, WaysIn};
#[cfg(feature = "ssr")]
use {
    crate::asking,
    crate::members::enter,
    crate::sentences::language,
    head::way::safe_next,
    shop::Refusal,
    shop::members::identities::{self, Answer, CompleteForm, Purpose},
};

/// Where a member sees how they may sign in.
#[cfg(feature = "ssr")]
const WAYS_IN: &str = "/account/ways-in";

/// Those who may vouch for somebody in this shop.
#[server(endpoint = "members/providers")]
pub async fn providers() -> Result<Vec<Provider>, ApiError> {
    Ok(asking::offered_providers())
}

/// Whom a provider vouched for in this browser some minutes ago, and what is to be done about it.
#[server(endpoint = "members/newcomer")]
pub async fn arrived() -> Result<Option<Newcomer>, ApiError> {
    let shop = asking::shop()?;
    match asking::answer(&shop) {
        Some(answer) => Ok(Some(identities::newcomer(&shop, &answer, asking::session()).await?)),
        None => Ok(None),
    }
}

/// Makes a member of whoever a provider vouches for, signs them in, and leads them on.
#[server(endpoint = "members/complete_sign_up")]
pub async fn complete_sign_up(
    /// What to call them.
    #[server(default)]
    name: String,
    /// Their e-mail address, unless the provider says which one is theirs.
    #[server(default)]
    email: String,
    /// Where their orders go.
    #[server(default)]
    address: String,
) -> Result<(), ApiError> {
    asking::admit_try()?;
    let shop = asking::shop()?;
    let answer = asking::answer(&shop).ok_or(Refusal::SignInExpired)?;
    let form = CompleteForm { name, email, address };
    let (language, device) = (language(asking::locale()), asking::device());
    let entry = identities::complete(&shop, &answer, &form, language, device).await?;
    asking::forget_answer();
    enter(&entry, &answer.next).await;
    Ok(())
}

/// Lets the asker, who signed in lately, come in by what a provider said in this browser some
/// minutes ago.
#[server(endpoint = "members/link_identity")]
pub async fn link_identity() -> Result<(), ApiError> {
    let (shop, session) = (asking::shop()?, asking::member()?);
    let answer = asking::answer(&shop).ok_or(Refusal::SignInExpired)?;
    identities::link(&shop, session, &answer).await?;
    asking::forget_answer();
    leptos_axum::redirect(after_linking(&answer));
    Ok(())
}

/// Who asked for it sees it among their ways in; who only wanted to come in goes on.
#[cfg(feature = "ssr")]
fn after_linking(answer: &Answer) -> &str {
    match answer.purpose {
        Purpose::Link(_) => "/account/ways-in?saved=linked",
        Purpose::SignIn => safe_next(&answer.next),
    }
}

/// Takes a way in away from the asker, who signed in lately.
#[server(endpoint = "members/unlink_identity")]
pub async fn unlink_identity(
    /// Which.
    provider: Provider,
) -> Result<(), ApiError> {
    identities::unlink(&*asking::shop()?, asking::member()?, provider).await?;
    leptos_axum::redirect(WAYS_IN);
    Ok(())
}

/// How the asker may sign in.
#[server(endpoint = "members/ways_in")]
pub async fn own_ways() -> Result<WaysIn, ApiError> {
    Ok(identities::ways_in(&*asking::shop()?, asking::member()?).await?)
}
