//! Where to lead a browser: never to another site.

use http::header::REFERER;
use http::{HeaderMap, Uri};

/// Where to go after signing in: a path of this shop, never another site.
pub fn safe_next(next: &str) -> &str {
    let is_local_path = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        // As a browser writes a path: a header cannot say anything else.
        && next.bytes().all(|byte| byte.is_ascii_graphic());
    if is_local_path { next } else { "/" }
}

/// The page that a browser sent a form from, as it says itself.
pub fn referer(headers: &HeaderMap) -> Option<Uri> {
    headers.get(REFERER)?.to_str().ok()?.parse().ok()
}

/// The way back to it; its site is left out, so that nobody is sent away.
pub fn back(headers: &HeaderMap) -> String {
    let path = referer(headers).and_then(|uri| Some(uri.path_and_query()?.to_string()));
    safe_next(path.as_deref().unwrap_or_default()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_to_another_site() {
        for next in
            ["", "//evil.kr", "https://evil.kr", "/\\evil.kr", "/\n/evil.kr", "/검색", "drops"]
        {
            assert_eq!(safe_next(next), "/", "{next:?}");
        }
        assert_eq!(safe_next("/drops/1?x=2"), "/drops/1?x=2");
    }

    #[test]
    fn the_way_back_stays_on_the_site() {
        let back = |referer: &str| {
            super::back(&HeaderMap::from_iter([(REFERER, referer.parse().unwrap())]))
        };
        assert_eq!(back("https://shop.kr/drops/1?x=2"), "/drops/1?x=2");
        assert_eq!(back("https://evil.kr/products/3"), "/products/3");
        for nowhere in ["https://evil.kr//evil.kr", "https://shop.kr", "nonsense", "//", ""] {
            assert_eq!(back(nowhere), "/", "{nowhere}");
        }
        assert_eq!(super::back(&HeaderMap::new()), "/");
    }
}
