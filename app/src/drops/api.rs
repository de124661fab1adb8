//! Drops: the list, one of them, making one, and the way into its line.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::drops::{DropId, DropList, DropNow, Place};
#[cfg(feature = "ssr")]
use {crate::asking, shop::Refusal, shop::drops::DropForm};

/// Every drop that is open, upcoming or lately over.
#[server(endpoint = "drops/list")]
pub async fn list() -> Result<DropList, ApiError> {
    Ok(shop::drops::list(&*asking::shop()?).await?)
}

/// One drop.
#[server(endpoint = "drops/show")]
pub async fn show(
    /// Which drop.
    drop_id: DropId,
) -> Result<DropNow, ApiError> {
    Ok(shop::drops::show(&*asking::shop()?, drop_id).await?)
}

/// Makes a drop. For admins.
#[server(endpoint = "drops/create")]
pub async fn create(
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
) -> Result<DropId, ApiError> {
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
    let made = shop::drops::create(&*asking::shop()?, asking::member()?.member, &form).await?;
    leptos_axum::redirect(&format!("/drops/{}", made.0));
    Ok(made)
}

/// Takes a ticket in a drop's line; the same one however often it is asked for.
#[server(endpoint = "drops/join")]
pub async fn join(
    /// Which drop.
    drop_id: DropId,
    /// What solves the challenge that was answered before.
    #[server(default)]
    proof: Option<String>,
) -> Result<Place, ApiError> {
    let (shop, member) = (asking::shop()?, asking::member()?.member);
    if let Some(hurried) = asking::hurried() {
        return Ok(shop::drops::turn_away(&shop, drop_id, hurried.retry_after_s)?);
    }
    match shop::drops::join(&shop, member, drop_id, proof.as_deref()).await? {
        // A page without JavaScript cannot solve it, and would not even show it.
        Place::Challenge(_) if asking::is_plain_form() => Err(Refusal::NeedsScript.into()),
        place => Ok(place),
    }
}

/// Where the asker stands with a drop.
#[server(endpoint = "drops/mine")]
pub async fn mine(
    /// Which drop.
    drop_id: DropId,
) -> Result<Place, ApiError> {
    Ok(shop::drops::mine(&*asking::shop()?, asking::member()?.member, drop_id).await?)
}

/// Gives the asker's place in a drop's line back.
#[server(endpoint = "drops/leave")]
pub async fn leave(
    /// Which drop.
    drop_id: DropId,
) -> Result<Place, ApiError> {
    Ok(shop::drops::leave(&*asking::shop()?, asking::member()?.member, drop_id).await?)
}
