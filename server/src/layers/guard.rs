//! What every answer tells the browser to forbid.
//!
//! A page says by itself what it may load (`app::policy`): it knows the nonce of its scripts. All
//! else is no document, and may load nothing. What an answer has said by itself stays.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue};

/// Two years, and every name below the shop's.
const HTTPS_ONLY: &str = "max-age=63072000; includeSubDomains";
/// Of what is no page: an SVG that is opened by itself runs nothing, and no frame shows it.
const LOADS_NOTHING: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// What a page of ours never asks for, and what a script in it must not.
const NO_DEVICES: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), \
    gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/// Of every answer, whatever it is.
const OF_ALL: [(HeaderName, &str); 3] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // For browsers that do not know frame-ancestors.
    (X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];
/// Of pages: what is no document has no window, no device and no links.
const OF_PAGES: [(HeaderName, &str); 4] = [
    // No other site learns from which page somebody came; a form without JavaScript leads back by it.
    (REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
    (HeaderName::from_static("permissions-policy"), NO_DEVICES),
];

/// How this server guards its answers.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    /// Whether browsers reach the shop over https.
    pub https: bool,
}

/// Guards an answer.
pub async fn set(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    guard.guard(response.headers_mut());
    response
}

impl Guard {
    /// Says what the answer has not said by itself.
    pub fn guard(self, headers: &mut HeaderMap) {
        say_charset(headers);
        let (is_page, is_somebodys) = (is_page(headers), is_somebodys(headers));
        headers.reserve(OF_ALL.len() + OF_PAGES.len());
        for (name, value) in OF_ALL {
            say(headers, name, value);
        }
        if is_page {
            for (name, value) in OF_PAGES {
                say(headers, name, value);
            }
        }
        say(headers, CONTENT_SECURITY_POLICY, LOADS_NOTHING);
        if self.https {
            say(headers, STRICT_TRANSPORT_SECURITY, HTTPS_ONLY);
        }
        if is_somebodys {
            say(headers, CACHE_CONTROL, "no-store");
        }
    }
}

/// Every text of ours is UTF-8; a browser that is not told guesses.
fn say_charset(headers: &mut HeaderMap) {
    let Some(kind) = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()) else { return };
    let is_text = kind.starts_with("text/") || kind.ends_with("+xml");
    if is_text
        && !kind.contains("charset=")
        && let Ok(with_charset) = HeaderValue::try_from(format!("{kind}; charset=utf-8"))
    {
        headers.insert(CONTENT_TYPE, with_charset);
    }
}

/// Whether an answer may be somebody's own: a page, or what a server function says. Nobody keeps
/// it, unless it says by itself that one may.
pub fn is_somebodys(headers: &HeaderMap) -> bool {
    is_page(headers) || is_a(headers, "application/json")
}

fn is_page(headers: &HeaderMap) -> bool {
    is_a(headers, "text/html")
}

fn is_a(headers: &HeaderMap, kind: &str) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|has| has.as_bytes().starts_with(kind.as_bytes()))
}

fn say(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guarded(kind: &str) -> HeaderMap {
        let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, kind.parse().unwrap())]);
        Guard { https: false }.guard(&mut headers);
        headers
    }

    #[test]
    fn a_text_says_how_it_is_written_and_nothing_else_does() {
        for kind in ["text/css", "text/javascript", "text/plain", "image/svg+xml"] {
            assert_eq!(guarded(kind)[CONTENT_TYPE], format!("{kind}; charset=utf-8"));
        }
        let as_they_are =
            ["text/html; charset=utf-8", "application/json", "application/wasm", "image/webp"];
        for kind in as_they_are {
            assert_eq!(guarded(kind)[CONTENT_TYPE], kind);
        }
    }
}
