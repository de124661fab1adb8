//! Putting things into the cart, looking at it, and changing it.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::cart::Cart;
use shop::catalog::ProductId;
#[cfg(feature = "ssr")]
use {crate::asking, head::way::safe_next};

/// Adds pieces of a product, and leads on to `next`; a browser without JavaScript is led to the
/// cart, where it sees what became of it. Answers with how many pieces the cart holds.
#[server(endpoint = "cart/add")]
pub async fn add(
    /// Which product.
    product_id: ProductId,
    /// How many pieces, 1 to 99.
    #[server(default)]
    count: String,
    /// Where to go then: a path of this shop.
    #[server(default)]
    next: String,
) -> Result<u32, ApiError> {
    let owner = asking::cart_owner();
    let added = shop::cart::add(&*asking::shop()?, owner.as_ref(), product_id, &count).await?;
    if let Some(key) = &added.visitor {
        asking::keep_cart(key);
    }
    if !next.is_empty() {
        leptos_axum::redirect(safe_next(&next));
    } else if asking::is_plain_form() {
        leptos_axum::redirect("/cart");
    }
    Ok(added.pieces)
}

/// The asker's cart.
#[server(endpoint = "cart/show")]
pub async fn show() -> Result<Cart, ApiError> {
    Ok(shop::cart::show(&*asking::shop()?, asking::cart_owner().as_ref()).await?)
}

/// Sets how many pieces a line has. Answers with the cart.
#[server(endpoint = "cart/set_count")]
pub async fn set_count(
    /// Which product.
    product_id: ProductId,
    /// How many pieces, 1 to 99.
    #[server(default)]
    count: String,
) -> Result<Cart, ApiError> {
    let owner = asking::cart_owner();
    Ok(shop::cart::set_count(&*asking::shop()?, owner.as_ref(), product_id, &count).await?)
}

/// Takes a line out. Answers with the cart.
#[server(endpoint = "cart/remove")]
pub async fn remove(
    /// Which product.
    product_id: ProductId,
) -> Result<Cart, ApiError> {
    Ok(shop::cart::remove(&*asking::shop()?, asking::cart_owner().as_ref(), product_id).await?)
}

/// Chooses a line for the next order, or leaves it out. Answers with the cart.
#[server(endpoint = "cart/choose")]
pub async fn choose(
    /// Which product.
    product_id: ProductId,
    /// Whether it is for the next order.
    #[server(default)]
    chosen: bool,
) -> Result<Cart, ApiError> {
    let owner = asking::cart_owner();
    Ok(shop::cart::choose(&*asking::shop()?, owner.as_ref(), product_id, chosen).await?)
}

/// How many pieces the asker's cart holds.
#[server(endpoint = "cart/count")]
pub async fn count() -> Result<u32, ApiError> {
    Ok(shop::cart::count(&*asking::shop()?, asking::cart_owner().as_ref()).await?)
}
