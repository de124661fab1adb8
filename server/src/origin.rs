//! Whether a page of ours sent something.

use crate::router::AppState;
use http::{HeaderMap, HeaderName};

/// What a browser says of the site whose page asks: it cannot be made to say anything else.
pub const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether `Origin` is the shop's own.
pub fn is_own(state: &AppState, headers: &HeaderMap) -> bool {
    head::origin::is_own(state.cookies.https, state.providers.origin(), headers)
}
