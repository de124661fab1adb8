//! What the owner does with products. Saving one is `POST /admin/products`, for it takes files.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
use shop::catalog::ProductId;
#[cfg(feature = "ssr")]
use shop::catalog::owner;
use shop::catalog::owner::{OwnerPage, Saved, Workbench};

/// A page of all products, newest first. For admins.
#[server(endpoint = "catalog/owner_list")]
pub async fn owner_list(
    /// `day`, `week`, `month`, `half_year`; anything else is all.
    #[server(default)]
    since: String,
    /// `on_sale`, `sold_out`, `withdrawn`; anything else is all.
    #[server(default)]
    standing: String,
    /// `creator`; anything else is the name.
    #[server(default)]
    by: String,
    /// The beginning of a name.
    #[server(default)]
    words: String,
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<OwnerPage, ApiError> {
    let look = owner::OwnerLook { since, standing, by, words, page };
    Ok(owner::list(&*asking::shop()?, asking::member()?.member, &look).await?)
}

/// A product as the form shows it, and the categories; without a number only these. For admins.
#[server(endpoint = "catalog/owner_show")]
pub async fn owner_show(
    /// Which product.
    #[server(default)]
    product_id: Option<ProductId>,
) -> Result<Workbench, ApiError> {
    Ok(owner::show(&*asking::shop()?, asking::member()?.member, product_id).await?)
}

/// Takes a product out of the shop. For admins.
#[server(endpoint = "catalog/withdraw")]
pub async fn withdraw(
    /// Which product.
    product_id: ProductId,
) -> Result<Saved, ApiError> {
    Ok(owner::withdraw(&*asking::shop()?, asking::member()?.member, product_id).await?)
}

/// Puts a product back into the shop. For admins.
#[server(endpoint = "catalog/put_back")]
pub async fn put_back(
    /// Which product.
    product_id: ProductId,
) -> Result<Saved, ApiError> {
    Ok(owner::put_back(&*asking::shop()?, asking::member()?.member, product_id).await?)
}
