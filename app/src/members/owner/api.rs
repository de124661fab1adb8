//! What an admin sees of members, and does to them.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
use shop::members::MemberId;
#[cfg(feature = "ssr")]
use shop::members::owner;
use shop::members::owner::{MemberFacts, MemberList};

/// A page of the members whose name or e-mail address begins with the words. For admins.
#[server(endpoint = "members/owner_list")]
pub async fn list(
    /// The beginning of a name or an e-mail address; none finds everybody.
    #[server(default)]
    words: String,
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<MemberList, ApiError> {
    Ok(owner::list(&*asking::shop()?, asking::member()?.member, &words, page).await?)
}

/// One member. For admins.
#[server(endpoint = "members/owner_show")]
pub async fn show(
    /// Which member.
    member_id: MemberId,
) -> Result<MemberFacts, ApiError> {
    Ok(owner::show(&*asking::shop()?, asking::member()?.member, member_id).await?)
}

/// Gives a member a role. For admins.
#[server(endpoint = "members/grant")]
pub async fn grant(
    /// Which member.
    member_id: MemberId,
    /// `admin` or `counsellor`.
    #[server(default)]
    role: String,
) -> Result<(), ApiError> {
    owner::grant(&*asking::shop()?, asking::member()?.member, member_id, &role).await?;
    lead_back(member_id);
    Ok(())
}

/// Takes a role from a member. For admins.
#[server(endpoint = "members/revoke")]
pub async fn revoke(
    /// Which member.
    member_id: MemberId,
    /// `admin` or `counsellor`.
    #[server(default)]
    role: String,
) -> Result<(), ApiError> {
    owner::revoke(&*asking::shop()?, asking::member()?.member, member_id, &role).await?;
    lead_back(member_id);
    Ok(())
}

/// Closes a member's account. For admins.
#[server(endpoint = "members/block")]
pub async fn block(
    /// Which member.
    member_id: MemberId,
    /// Why, for other admins to read.
    #[server(default)]
    reason: String,
) -> Result<(), ApiError> {
    owner::block(&*asking::shop()?, asking::member()?.member, member_id, &reason).await?;
    lead_back(member_id);
    Ok(())
}

/// Opens a member's account again. For admins.
#[server(endpoint = "members/unblock")]
pub async fn unblock(
    /// Which member.
    member_id: MemberId,
) -> Result<(), ApiError> {
    owner::unblock(&*asking::shop()?, asking::member()?.member, member_id).await?;
    lead_back(member_id);
    Ok(())
}

/// Takes away the second factor of a colleague who lost their telephone, and signs them out
/// everywhere. For admins.
#[server(endpoint = "members/owner_remove_factor")]
pub async fn remove_factor(
    /// Which member.
    member_id: MemberId,
) -> Result<(), ApiError> {
    owner::remove_factor(&*asking::shop()?, asking::member()?.member, member_id).await?;
    lead_back(member_id);
    Ok(())
}

#[cfg(feature = "ssr")]
fn lead_back(member: MemberId) {
    leptos_axum::redirect(&format!("/admin/members/{}", member.0));
}
