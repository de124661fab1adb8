//! The owner's orders. Counsellors look on, admins act.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
#[cfg(feature = "ssr")]
use shop::orders::owner::{self, OrderSearch};
use shop::orders::owner::{OrderList, OwnerOrder};
use shop::orders::{OrderId, State};

/// A page of everybody's orders, newest first. For those who work for the shop.
#[server(endpoint = "orders/owner_list")]
pub async fn owner_list(
    /// Only those in this state; empty finds all of them.
    #[server(default)]
    state: String,
    /// An order's number, or how a member's name or e-mail address begins.
    #[server(default)]
    words: String,
    /// The first day, in Korea.
    #[server(default)]
    from: String,
    /// The last day, in Korea.
    #[server(default)]
    to: String,
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<OrderList, ApiError> {
    let search = OrderSearch { state, words, from, to };
    Ok(owner::list(&*asking::shop()?, asking::member()?.member, &search, page).await?)
}

/// One order, whoever's it is. For those who work for the shop.
#[server(endpoint = "orders/owner_show")]
pub async fn owner_show(
    /// Which order.
    order_id: OrderId,
) -> Result<OwnerOrder, ApiError> {
    Ok(owner::show(&*asking::shop()?, asking::member()?.member, order_id).await?)
}

/// Moves a paid order on to its next state. For admins.
#[server(endpoint = "orders/move_on")]
pub async fn move_on(
    /// Which order.
    order_id: OrderId,
    /// The state that is next for it.
    to: State,
) -> Result<(), ApiError> {
    Ok(shop::orders::move_on(&*asking::shop()?, asking::member()?.member, order_id, to).await?)
}

/// Calls off an order before it is shipped. For admins.
#[server(endpoint = "orders/owner_cancel")]
pub async fn owner_cancel(
    /// Which order.
    order_id: OrderId,
    /// Why, for the shopper to read.
    #[server(default)]
    reason: String,
) -> Result<(), ApiError> {
    let by = asking::member()?.member;
    Ok(shop::orders::cancel_by_owner(&*asking::shop()?, by, order_id, &reason).await?)
}
