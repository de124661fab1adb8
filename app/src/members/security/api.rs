//! Where the asker is signed in.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::members::OpenSession;
#[cfg(feature = "ssr")]
use {
    crate::asking,
    shop::members::sessions::{self, SessionId},
};

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
