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
    let Some(content_type) = head::picture::content_type(&name) else {
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

fn folder(files: ServeDir, caching: &'static str) -> Router {
    Router::new()
        .fallback_service(files)
        .layer(header(CACHE_CONTROL, caching))
        .layer(header(X_CONTENT_TYPE_OPTIONS, "nosniff"))
}

fn header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}
