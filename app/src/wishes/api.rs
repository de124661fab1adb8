//! A member's wishes.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
use shop::catalog::ProductId;
use shop::wishes::WishPage;

/// Puts a product on the asker's list.
#[server(endpoint = "wishes/add")]
pub async fn add(
    /// Which product.
    product_id: ProductId,
) -> Result<(), ApiError> {
    Ok(shop::wishes::add(&*asking::shop()?, asking::member()?.member, product_id).await?)
}

/// Takes a product off the asker's list.
#[server(endpoint = "wishes/remove")]
pub async fn remove(
    /// Which product.
    product_id: ProductId,
) -> Result<(), ApiError> {
    Ok(shop::wishes::remove(&*asking::shop()?, asking::member()?.member, product_id).await?)
}

/// Whether a product is on the asker's list.
#[server(endpoint = "wishes/has")]
pub async fn has(
    /// Which product.
    product_id: ProductId,
) -> Result<bool, ApiError> {
    Ok(shop::wishes::has(&*asking::shop()?, asking::member()?.member, product_id).await?)
}

/// A page of the asker's list, newest first.
#[server(endpoint = "wishes/list")]
pub async fn list(
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<WishPage, ApiError> {
    Ok(shop::wishes::list(&*asking::shop()?, asking::member()?.member, page).await?)
}
