//! Reading the record.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
use shop::audit::AuditPage;
#[cfg(feature = "ssr")]
use shop::{audit::Subject, members::MemberId};

/// A page of what owners did, newest first. For admins.
#[server(endpoint = "audit/list")]
pub async fn list(
    /// Only what was done to a `product`, an `order`, a `drop` or a `member`; anything else is all.
    #[server(default)]
    subject: String,
    /// Only what the member of this number did; anything else is everybody.
    #[server(default)]
    actor: String,
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<AuditPage, ApiError> {
    let kind = Subject::KINDS.into_iter().find(|kind| *kind == subject);
    let actor = actor.parse().ok().map(MemberId);
    let by = asking::member()?.member;
    Ok(shop::audit::list(&*asking::shop()?, by, kind, actor, page).await?)
}
