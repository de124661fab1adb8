//! Buying: the server functions between a cart and a paid order.

use super::browser::{Answer, Browser};

/// One piece more of a product.
pub(super) async fn put_into_cart(browser: &mut Browser, product: u64) -> Result<(), String> {
    browser.done("/api/cart/add", &format!("product_id={product}&count=1")).await.map(drop)
}

/// An order of what is in the cart. Gives its number.
pub(super) async fn place(browser: &mut Browser, press: u64) -> Result<u64, String> {
    let form = press_form(browser, press).await?;
    let order = browser.done("/api/orders/place", &form).await?;
    order["id"].as_u64().ok_or_else(|| format!("/api/orders/place: {order}"))
}

/// The same, whatever the answer is.
pub(super) async fn try_to_place(browser: &mut Browser, form: &str) -> Result<Answer, String> {
    browser.post("/api/orders/place", form).await
}

/// What the checkout's form sends after a look at the total.
pub(super) async fn press_form(browser: &mut Browser, press: u64) -> Result<String, String> {
    let quote = browser.done("/api/orders/quote", "coupon=").await?;
    let total = &quote["totals"]["total"];
    Ok(format!(
        "press_key={press:032x}&recipient=%EA%B9%80%EC%A7%80%EC%9A%B0&phone=010-1234-5678\
         &address=%EC%84%9C%EC%9A%B8&coupon=&agreed=true&total={total}"
    ))
}

/// Pays an order with the card that is accepted.
pub(super) async fn pay(browser: &mut Browser, order: u64) -> Result<(), String> {
    browser.done("/api/orders/pay", &format!("order_id={order}&card=approved")).await.map(drop)
}
