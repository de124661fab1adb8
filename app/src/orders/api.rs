//! Checking out, paying, and looking at one's orders.

use crate::api_error::ApiError;
use leptos::prelude::*;
use shop::orders::{MyOrders, Order, OrderId, Reordered, Standing};
#[cfg(feature = "ssr")]
use {crate::asking, shop::orders::PlaceForm};

/// What the asker has chosen in their cart, what it comes to, and which coupons may be spent on it.
#[server(endpoint = "orders/quote")]
pub async fn quote(
    /// A coupon's code, `none`, or empty for the best one.
    #[server(default)]
    coupon: String,
) -> Result<shop::orders::Quote, ApiError> {
    Ok(shop::orders::quote(&*asking::shop()?, asking::member()?.member, &coupon).await?)
}

/// Orders it, and pays it if there is a card. One press key is one order.
#[server(endpoint = "orders/place")]
pub async fn place(
    /// 32 hexadecimal digits, or a UUID.
    #[server(default)]
    press_key: String,
    /// An address of the address book; empty for a new one.
    #[server(default)]
    address_id: String,
    /// Who receives.
    #[server(default)]
    recipient: String,
    /// How to reach them.
    #[server(default)]
    phone: String,
    /// Where.
    #[server(default)]
    address: String,
    /// A coupon's code; empty or `none` for none.
    #[server(default)]
    coupon: String,
    /// `true` if the terms are accepted.
    #[server(default)]
    agreed: String,
    /// The total that the shopper saw.
    #[server(default)]
    total: String,
    /// `approved` or `refused`; empty to pay later.
    #[server(default)]
    card: String,
) -> Result<Standing, ApiError> {
    let form =
        PlaceForm { press_key, address_id, recipient, phone, address, coupon, agreed, total, card };
    let member = asking::member()?.member;
    let standing = shop::orders::check_out(&*asking::shop()?, member, &form).await?;
    leptos_axum::redirect(&format!("/orders/{}", standing.id.0));
    Ok(standing)
}

/// Pays an order of the asker's.
#[server(endpoint = "orders/pay")]
pub async fn pay(
    /// Which order.
    order_id: OrderId,
    /// `approved` or `refused`.
    #[server(default)]
    card: String,
) -> Result<Standing, ApiError> {
    let member = asking::member()?.member;
    Ok(shop::orders::pay_with(&*asking::shop()?, member, order_id, &card).await?)
}

/// Calls off an order of the asker's that is not shipped yet.
#[server(endpoint = "orders/cancel")]
pub async fn cancel(
    /// Which order.
    order_id: OrderId,
) -> Result<Standing, ApiError> {
    Ok(shop::orders::cancel(&*asking::shop()?, asking::member()?.member, order_id).await?)
}

/// A page of the asker's orders.
#[server(endpoint = "orders/list")]
pub async fn list(
    /// Which page, from 1.
    #[server(default)]
    page: u32,
) -> Result<MyOrders, ApiError> {
    Ok(shop::orders::list(&*asking::shop()?, asking::member()?.member, page).await?)
}

/// One order of the asker's.
#[server(endpoint = "orders/show")]
pub async fn show(
    /// Which order.
    order_id: OrderId,
) -> Result<Order, ApiError> {
    Ok(shop::orders::show(&*asking::shop()?, asking::member()?.member, order_id).await?)
}

/// Puts what is still sold of an order back into the cart.
#[server(endpoint = "orders/reorder")]
pub async fn reorder(
    /// Which order.
    order_id: OrderId,
) -> Result<Reordered, ApiError> {
    let member = asking::member()?.member;
    let again = shop::orders::reorder(&*asking::shop()?, member, order_id).await?;
    leptos_axum::redirect(&format!("/orders/{}?again={}", order_id.0, again.added));
    Ok(again)
}
