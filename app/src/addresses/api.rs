//! The asker's address book.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::addresses::{AddressId, SavedAddress};
#[cfg(feature = "ssr")]
use {crate::asking, shop::addresses::AddressForm};

/// Where a form without JavaScript leads back to.
#[cfg(feature = "ssr")]
const BOOK: &str = "/account/addresses";

/// The asker's addresses, the default one first.
#[server(endpoint = "addresses/list")]
pub async fn list() -> Result<Vec<SavedAddress>, ApiError> {
    Ok(shop::addresses::list(&*asking::shop()?, asking::member()?.member).await?)
}

/// Adds an address to the asker's book.
#[server(endpoint = "addresses/add")]
pub async fn add(
    /// Who receives.
    #[server(default)]
    recipient: String,
    /// How to reach them; may be empty.
    #[server(default)]
    phone: String,
    /// Where.
    #[server(default)]
    address: String,
    /// Whether orders go there from now on.
    #[server(default)]
    default: bool,
) -> Result<AddressId, ApiError> {
    let form = AddressForm { recipient, phone, address, default };
    let added = shop::addresses::add(&*asking::shop()?, asking::member()?.member, &form).await?;
    leptos_axum::redirect(BOOK);
    Ok(added)
}

/// Replaces what one of the asker's addresses says.
#[server(endpoint = "addresses/edit")]
pub async fn edit(
    /// Which address.
    address_id: AddressId,
    /// Who receives.
    #[server(default)]
    recipient: String,
    /// How to reach them; may be empty.
    #[server(default)]
    phone: String,
    /// Where.
    #[server(default)]
    address: String,
    /// Whether orders go there from now on.
    #[server(default)]
    default: bool,
) -> Result<(), ApiError> {
    let form = AddressForm { recipient, phone, address, default };
    let member = asking::member()?.member;
    shop::addresses::edit(&*asking::shop()?, member, address_id, &form).await?;
    leptos_axum::redirect(BOOK);
    Ok(())
}

/// Takes one of the asker's addresses out of their book.
#[server(endpoint = "addresses/remove")]
pub async fn remove(
    /// Which address.
    address_id: AddressId,
) -> Result<(), ApiError> {
    shop::addresses::remove(&*asking::shop()?, asking::member()?.member, address_id).await?;
    leptos_axum::redirect(BOOK);
    Ok(())
}

/// Makes one of the asker's addresses the one that orders go to.
#[server(endpoint = "addresses/make_default")]
pub async fn make_default(
    /// Which address.
    address_id: AddressId,
) -> Result<(), ApiError> {
    shop::addresses::make_default(&*asking::shop()?, asking::member()?.member, address_id).await?;
    leptos_axum::redirect(BOOK);
    Ok(())
}
