//! A page whose address is a secret: a link out of a letter.

/// Lets no other site learn this page's address, and no cache keep the page. Our own pages may learn
/// it: without JavaScript a form that is refused is led back by it. A token behind `#` would stay in
/// the browser altogether, but then the page would need JavaScript to read it.
#[cfg(feature = "ssr")]
pub fn keep_address_secret() {
    use http::header::{CACHE_CONTROL, HeaderValue, REFERRER_POLICY};
    if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
        response.insert_header(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        response.insert_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// The server has said it already.
#[cfg(not(feature = "ssr"))]
pub fn keep_address_secret() {}
