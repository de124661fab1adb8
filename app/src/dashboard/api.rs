//! The shop's numbers.

use crate::api_error::ApiError;
#[cfg(feature = "ssr")]
use crate::asking;
use leptos::prelude::*;
use shop::dashboard::Dashboard;

/// Today's numbers and those of the days before. For admins.
#[server(endpoint = "owner/dashboard")]
pub async fn show() -> Result<Dashboard, ApiError> {
    Ok(shop::dashboard::show(&*asking::shop()?, asking::member()?.member).await?)
}
