//! What an owner asks of drops. Each is for admins.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::drops::{DropId, DropNow, OwnerDrops};
#[cfg(feature = "ssr")]
use {
    crate::asking,
    shop::drops::{DropForm, owner},
};

/// A page of all drops, the newest first.
#[server(endpoint = "drops/owner_list")]
pub async fn owner_list(
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<OwnerDrops, ApiError> {
    Ok(owner::owner_list(&*asking::shop()?, asking::member()?.member, page).await?)
}

/// One drop, to be edited.
#[server(endpoint = "drops/owner_show")]
pub async fn owner_show(
    /// Which drop.
    drop_id: DropId,
) -> Result<DropNow, ApiError> {
    Ok(owner::owner_show(&*asking::shop()?, asking::member()?.member, drop_id).await?)
}

/// How a drop goes just now, and went in the last two minutes.
#[server(endpoint = "drops/board")]
pub async fn board(
    /// Which drop.
    drop_id: DropId,
) -> Result<shop::drops::Board, ApiError> {
    Ok(owner::board(&*asking::shop()?, asking::member()?.member, drop_id).await?)
}

/// Makes a drop what the form says, before it opens.
#[server(endpoint = "drops/edit")]
pub async fn edit(
    /// Which drop.
    drop_id: DropId,
    /// Which version of it the form was filled in from.
    #[server(default)]
    version: u32,
    /// What people call it.
    #[server(default)]
    name: String,
    /// How many coupons.
    #[server(default)]
    quota: String,
    /// When, in Korea.
    #[server(default)]
    opens_at: String,
    /// Until when, in Korea.
    #[server(default)]
    closes_at: String,
    /// `fixed` or `percent`.
    #[server(default)]
    discount_kind: String,
    /// Won off, if fixed.
    #[server(default)]
    discount_won: String,
    /// Percent off, if a percentage.
    #[server(default)]
    discount_percent: String,
    /// Won off at most, if a percentage.
    #[server(default)]
    discount_cap_won: String,
    /// Won; empty is no minimum.
    #[server(default)]
    minimum_spend_won: String,
    /// Days; empty is the usual.
    #[server(default)]
    valid_days: String,
    /// Coupons a second; empty is as fast as the shop can.
    #[server(default)]
    rate_per_s: String,
) -> Result<(), ApiError> {
    let form = DropForm {
        name,
        quota,
        opens_at,
        closes_at,
        discount_kind,
        discount_won,
        discount_percent,
        discount_cap_won,
        minimum_spend_won,
        valid_days,
        rate_per_s,
    };
    let by = asking::member()?.member;
    owner::edit(&*asking::shop()?, by, drop_id, version, &form).await?;
    leptos_axum::redirect(&format!("/admin/drops/{}", drop_id.0));
    Ok(())
}

/// Serves nobody from now on; everybody keeps their place.
#[server(endpoint = "drops/pause")]
pub async fn pause(
    /// Which drop.
    drop_id: DropId,
) -> Result<(), ApiError> {
    let by = asking::member()?.member;
    Ok(owner::pause(&*asking::shop()?, by, drop_id).await?)
}

/// Goes on where it was paused.
#[server(endpoint = "drops/resume")]
pub async fn resume(
    /// Which drop.
    drop_id: DropId,
) -> Result<(), ApiError> {
    let by = asking::member()?.member;
    Ok(owner::resume(&*asking::shop()?, by, drop_id).await?)
}

/// Issues so many a second from now on.
#[server(endpoint = "drops/set_rate")]
pub async fn set_rate(
    /// Which drop.
    drop_id: DropId,
    /// Coupons a second; empty is as fast as the shop can.
    #[server(default)]
    rate_per_s: String,
) -> Result<(), ApiError> {
    let by = asking::member()?.member;
    Ok(owner::set_rate(&*asking::shop()?, by, drop_id, &rate_per_s).await?)
}

/// Adds coupons, and opens a drop again that was sold out.
#[server(endpoint = "drops/add_quota")]
pub async fn add_quota(
    /// Which drop.
    drop_id: DropId,
    /// How many more.
    #[server(default)]
    count: String,
) -> Result<(), ApiError> {
    let by = asking::member()?.member;
    Ok(owner::add_quota(&*asking::shop()?, by, drop_id, &count).await?)
}

/// Lets nobody join any more; who has a ticket is still served.
#[server(endpoint = "drops/close")]
pub async fn close(
    /// Which drop.
    drop_id: DropId,
) -> Result<(), ApiError> {
    let by = asking::member()?.member;
    Ok(owner::close(&*asking::shop()?, by, drop_id).await?)
}

/// Sends every new click of every drop to a page that waits.
#[server(endpoint = "drops/stop")]
pub async fn stop() -> Result<(), ApiError> {
    Ok(owner::stop(&*asking::shop()?, asking::member()?.member).await?)
}

/// Takes clicks again.
#[server(endpoint = "drops/go_on")]
pub async fn go_on() -> Result<(), ApiError> {
    Ok(owner::go_on(&*asking::shop()?, asking::member()?.member).await?)
}
