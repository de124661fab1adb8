//! Looking through the catalogue.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
use shop::catalog::{CatalogPage, Product, ProductId};

/// A page of the products whose name holds the words, newest first; all of them without words.
#[server(endpoint = "catalog/search")]
pub async fn search(
    /// Words of a product's name; none finds everything.
    #[server(default)]
    words: String,
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<CatalogPage, ApiError> {
    Ok(shop::catalog::search(&asking::shop(), &words, page).await?)
}

/// One product.
#[server(endpoint = "catalog/show")]
pub async fn show(
    /// Which product.
    product_id: ProductId,
) -> Result<Product, ApiError> {
    Ok(shop::catalog::show(&asking::shop(), product_id).await?)
}
