//! My coupons.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
use shop::{Moment, coupons::Coupon};

/// The asker's coupons, newest first, and the server's clock.
#[server(endpoint = "coupons/mine")]
pub async fn mine() -> Result<(Vec<Coupon>, Moment), ApiError> {
    let shop = asking::shop()?;
    let coupons = shop::coupons::list_mine(&shop, asking::member()?.member).await?;
    Ok((coupons, shop.now()))
}
