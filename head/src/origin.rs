//! Whether a page of ours sent something, by what its browser says in `Origin`.

use http::header::{HOST, ORIGIN};
use http::{HeaderMap, HeaderName, Uri};

/// Whether `Origin` is the shop's own, its scheme too: a page that came by http may be anybody's.
/// Over https the shop knows its origin by what is `set`; else it is the host that the browser asks.
pub fn is_own(https: bool, set: &str, headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = text(ORIGIN) else { return false };
    if https && !set.is_empty() {
        return origin.eq_ignore_ascii_case(set);
    }
    let scheme = if https { "https" } else { "http" };
    let Ok(origin) = origin.parse::<Uri>() else { return false };
    origin.scheme_str() == Some(scheme)
        && origin.authority().is_some_and(|origin| text(HOST) == Some(origin.as_str()))
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;
    use http::header::{HOST, ORIGIN};

    fn is_own(https: bool, set: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::from_iter([(HOST, "shop.kr".parse().unwrap())]);
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        super::is_own(https, set, &headers)
    }

    #[test]
    fn only_our_own_pages_have_our_origin() {
        assert!(is_own(true, "", Some("https://shop.kr")));
        assert!(is_own(false, "", Some("http://shop.kr")));
        let foreign =
            [None, Some("https://evil.kr"), Some("https://shop.kr.evil.kr"), Some("null")];
        for foreign in foreign {
            assert!(!is_own(true, "", foreign) && !is_own(false, "", foreign), "{foreign:?}");
        }
    }

    #[test]
    fn a_page_that_came_by_another_scheme_is_another() {
        assert!(!is_own(true, "", Some("http://shop.kr")));
        assert!(!is_own(true, "https://shop.kr", Some("http://shop.kr")));
        assert!(!is_own(false, "", Some("https://shop.kr")));
    }

    #[test]
    fn over_https_it_is_the_one_that_is_set_whatever_host_is_asked() {
        assert!(is_own(true, "https://www.shop.kr", Some("https://www.shop.kr")));
        assert!(!is_own(true, "https://www.shop.kr", Some("https://shop.kr")));
    }
}
