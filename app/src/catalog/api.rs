//! Looking through the catalogue.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use shop::catalog::Look;
use shop::catalog::{CatalogPage, CategoryCount, Product, ProductId, Suggestion};

/// A page of the products that are looked for; all of them, newest first, if nothing is said.
#[server(endpoint = "catalog/search")]
pub async fn search(
    /// Words of a product's name, its maker or its category; none finds everything.
    #[server(default)]
    words: String,
    /// The slug of a category.
    #[server(default)]
    category: String,
    /// The lowest price, in won.
    #[server(default)]
    min: String,
    /// The highest price, in won.
    #[server(default)]
    max: String,
    /// `true` leaves out what is sold out.
    #[server(default)]
    in_stock: String,
    /// `match`, `newest`, `popular`, `price_low` or `price_high`.
    #[server(default)]
    sort: String,
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<CatalogPage, ApiError> {
    let look = Look { words, category, min, max, in_stock, sort, page };
    Ok(shop::catalog::search(&*asking::shop()?, &look).await?)
}

/// What the words could mean, while they are still typed.
#[server(endpoint = "catalog/suggest")]
pub async fn suggest(
    /// What is typed so far.
    #[server(default)]
    words: String,
) -> Result<Vec<Suggestion>, ApiError> {
    Ok(shop::catalog::suggest(&*asking::shop()?, &words).await?)
}

/// Every category, and how many products stand there.
#[server(endpoint = "catalog/categories")]
pub async fn categories() -> Result<Vec<CategoryCount>, ApiError> {
    Ok(shop::catalog::categories(&*asking::shop()?).await?)
}

/// One product.
#[server(endpoint = "catalog/show")]
pub async fn show(
    /// Which product.
    product_id: ProductId,
) -> Result<Product, ApiError> {
    Ok(shop::catalog::show(&*asking::shop()?, product_id).await?)
}
