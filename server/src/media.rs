//! Files: what the site is built of, and the products' pictures.

use crate::refuse::refuse;
use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderValue};
use leptos::config::LeptosOptions;
use shop::{Refusal, Shop};
use std::path::Path;
use std::sync::Arc;
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

/// A picture of a product.
pub async fn picture(
    State(shop): State<Arc<Shop>>,
    headers: HeaderMap,
    UrlPath(name): UrlPath<String>,
) -> Response {
    let Some(content_type) = content_type(&name) else {
        return refuse(&headers, Refusal::NoSuchPage);
    };
    match shop.media.get(&name).await {
        Ok(Some(bytes)) => {
            let head = [
                (CONTENT_TYPE, content_type),
                (CACHE_CONTROL, FOR_EVER),
                (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            (head, bytes).into_response()
        }
        Ok(None) => refuse(&headers, Refusal::NoSuchPage),
        Err(fault) => {
            fault.log();
            refuse(&headers, fault.into_refusal())
        }
    }
}

/// What a file of ours holds. Only the shop writes here: WebP of what was uploaded, SVG of what
/// it drew itself.
fn content_type(name: &str) -> Option<&'static str> {
    let (stem, kind) = name.rsplit_once('.')?;
    if !stem.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return None;
    }
    match kind {
        "webp" => Some("image/webp"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn only_what_the_shop_keeps_is_served() {
        assert_eq!(content_type("9f3c-800.webp"), Some("image/webp"));
        assert_eq!(content_type("4b1d.svg"), Some("image/svg+xml"));
        for name in ["x.html", "x", ".webp.exe", "../x.webp", "a/b.svg", "x.webp#1", "x.svg.webp"] {
            assert_eq!(content_type(name), None, "{name}");
        }
    }
}
