//! Files: what the site is built of, and the products' pictures.

use axum::Router;
use http::HeaderValue;
use http::header::{CACHE_CONTROL, HeaderName, X_CONTENT_TYPE_OPTIONS};
use leptos::config::LeptosOptions;
use std::path::Path;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// The name of a picture holds its content's hash.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A new release has the same names: ask, and mostly hear that nothing has changed.
const ASK_FIRST: &str = "no-cache";

/// WASM, JavaScript and CSS, compressed when they were built.
pub fn site_files(leptos: &LeptosOptions) -> Router {
    let dir = Path::new(&*leptos.site_root).join(&*leptos.site_pkg_dir);
    folder(ServeDir::new(dir).precompressed_br().precompressed_gzip(), ASK_FIRST)
}

/// The pictures of products.
pub fn pictures(dir: &Path) -> Router {
    folder(ServeDir::new(dir), FOR_EVER)
}

fn folder(files: ServeDir, caching: &'static str) -> Router {
    Router::new()
        .fallback_service(files)
        .layer(header(CACHE_CONTROL, caching))
        .layer(header(X_CONTENT_TYPE_OPTIONS, "nosniff"))
}

fn header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}
