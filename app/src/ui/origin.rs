//! Where this shop is on the web.

/// `https://shop.kr`, for addresses that are read elsewhere; empty where nobody knows.
#[cfg(feature = "ssr")]
pub fn origin() -> String {
    crate::asking::origin().unwrap_or_default()
}

/// `https://shop.kr`, for addresses that are read elsewhere.
#[cfg(not(feature = "ssr"))]
pub fn origin() -> String {
    crate::browser::origin().unwrap_or_default()
}
