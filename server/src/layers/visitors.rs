//! A visitor's page, kept for a moment.
//!
//! Whoever is neither signed in nor has a cart or a talk sees the same catalogue as every other visitor of
//! their language. On the biggest day most people are such: the page is rendered once a second
//! and given to all of them, and those who come while it is being rendered wait for that one.
//!
//! The page is kept with its headers, so the nonce of its scripts is kept with the policy that names
//! it. Readers of the same second share both, as they share the page: a nonce must be unguessable
//! before the page is made, since what an attacker plants is planted by then. It is drawn anew with
//! every rendering, and nothing that a reader sends gets into a rendering but what is in the key.

use app::asking::{CART_COOKIES, CHAT_COOKIES, chosen_language};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum_extra::extract::CookieJar;
use http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_LENGTH, HOST, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use moka::Expiry;
use moka::future::Cache;
use shop::members::sessions::Session;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A price or a stock on a visitor's page is at most this old.
const KEPT: Duration = Duration::from_secs(1);
/// All pages together, in bytes.
const PAGES_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// No page of ours comes near it.
const PAGE_BYTES_MAX: usize = 4 * 1024 * 1024;
/// A longer address is nobody's bookmark.
const QUERY_BYTES_MAX: usize = 256;

/// The pages that a server keeps.
#[derive(Clone)]
pub struct Pages(Arc<Cache<Key, Arc<Page>>>);

/// What makes two visitors see two pages.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    address: String,
    host: String,
    chosen_language: String,
    accepted_languages: String,
}

struct Page {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Default for Pages {
    fn default() -> Self {
        let weight = |_: &Key, page: &Arc<Page>| u32::try_from(page.body.len()).unwrap_or(u32::MAX);
        let pages = Cache::builder()
            .max_capacity(PAGES_BYTES_MAX)
            .weigher(weight)
            .expire_after(OnlyGoodOnes)
            .build();
        Self(Arc::new(pages))
    }
}

/// A page that could not be shown is told to those who waited for it, and tried again.
struct OnlyGoodOnes;

impl Expiry<Key, Arc<Page>> for OnlyGoodOnes {
    fn expire_after_create(&self, _: &Key, page: &Arc<Page>, _: Instant) -> Option<Duration> {
        let is_same_for_all =
            page.status == StatusCode::OK && !page.headers.contains_key(SET_COOKIE);
        Some(if is_same_for_all { KEPT } else { Duration::ZERO })
    }
}

/// Gives a visitor the kept page; everybody else passes.
pub async fn serve(
    State(pages): State<Pages>,
    cookies: CookieJar,
    request: Request,
    next: Next,
) -> Response {
    let Some(key) = key_of(&request, &cookies) else {
        return next.run(request).await;
    };
    let page = pages.0.get_with(key, async { Arc::new(Page::of(next.run(request).await).await) });
    page.await.to_response()
}

/// `None` where the page is somebody's own, or is no page of the catalogue.
fn key_of(request: &Request, cookies: &CookieJar) -> Option<Key> {
    let uri = request.uri();
    let is_catalogue = uri.path() == "/" || uri.path().starts_with("/products/");
    let is_plain = request.method() == Method::GET
        && uri.query().is_none_or(|query| query.len() <= QUERY_BYTES_MAX);
    let is_somebody = request.extensions().get::<Session>().is_some()
        || CART_COOKIES.iter().chain(&CHAT_COOKIES).any(|name| cookies.get(name).is_some());
    if !is_catalogue || !is_plain || is_somebody {
        return None;
    }
    let text = |name: HeaderName| {
        let value = request.headers().get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    Some(Key {
        address: uri.path_and_query()?.to_string(),
        host: text(HOST),
        chosen_language: chosen_language(request.headers()).unwrap_or_default().to_owned(),
        accepted_languages: text(ACCEPT_LANGUAGE),
    })
}

impl Page {
    async fn of(response: Response) -> Self {
        let (mut head, body) = response.into_parts();
        head.headers.remove(CONTENT_LENGTH);
        // Nobody's own: a browser may show it again when its reader goes back.
        head.headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        match to_bytes(body, PAGE_BYTES_MAX).await {
            Ok(body) => Self { status: head.status, headers: head.headers, body },
            Err(_) => Self {
                status: StatusCode::INTERNAL_SERVER_ERROR,
                headers: HeaderMap::new(),
                body: Bytes::new(),
            },
        }
    }

    fn to_response(&self) -> Response {
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        response
    }
}
