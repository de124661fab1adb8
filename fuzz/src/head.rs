//! A request's head.

use ::head::cookie::cookie_of;
use ::head::origin::is_own;
use ::head::picture::content_type;
use ::head::proxies::TrustedProxies;
use ::head::way::{back, safe_next};
use http::header::{COOKIE, HOST, HeaderName, ORIGIN, REFERER};
use http::{HeaderMap, HeaderValue};
use std::net::{IpAddr, Ipv4Addr};
use url::Url;

const SHOP: &str = "https://shop.kr";
const NAME: &str = "session";
const PROXY: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1));
const SHOPPER: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7));
const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// A header of each line that can be one.
fn headers(name: HeaderName, text: &str) -> HeaderMap {
    let values = text.split('\n').filter_map(|line| HeaderValue::from_str(line).ok());
    values.map(|value| (name.clone(), value)).collect()
}

/// A cookie's value holds no end of a cookie, and stands in the header behind its name.
pub fn cookie_header(text: &str) {
    let headers = headers(COOKIE, text);
    let Some(value) = cookie_of(&headers, NAME) else { return };
    assert!(!value.contains(';'));
    assert!(text.contains(&format!("{NAME}={value}")));
}

/// Whoever is no trusted proxy is who they are; of what a proxy says only an address is believed,
/// and none that stands to the left of one that is no proxy's.
pub fn forwarded_for(text: &str) {
    let proxies: TrustedProxies = "10.0.0.0/8, fd00::/8".parse().expect("two networks");
    let headers = headers(X_FORWARDED_FOR, text);
    assert_eq!(proxies.address(SHOPPER, &headers), SHOPPER);
    let address = proxies.address(PROXY, &headers);
    assert_eq!(address, address.to_canonical());
    let mut told = headers;
    told.append(X_FORWARDED_FOR, HeaderValue::from_static("203.0.113.7"));
    assert_eq!(proxies.address(PROXY, &told), SHOPPER);
}

/// A setting is taken or refused; nobody is trusted by an empty one.
pub fn trusted_proxies(text: &str) {
    let Ok(proxies) = text.parse::<TrustedProxies>() else { return };
    for named in text.split(',').filter_map(|named| named.trim().parse::<IpAddr>().ok()) {
        assert!(proxies.trust(named), "{named}");
    }
    if text.split(',').all(|named| named.trim().is_empty()) {
        assert!(!proxies.trust(PROXY) && !proxies.trust(SHOPPER));
    }
}

/// What is served from the shop's pictures has a name without a way out of their folder.
pub fn media_name(text: &str) {
    let Some(kind) = content_type(text) else { return };
    assert!(kind.starts_with("image/"));
    assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'), "{text}");
    assert!(!text.contains(".."), "{text}");
}

/// An origin that is taken for the shop's own is the host that was asked, as browsers read both.
/// The first line is the origin, the second one the host.
pub fn origin(text: &str) {
    let (origin, host) = text.split_once('\n').unwrap_or((text, "shop.kr"));
    let mut asked = HeaderMap::new();
    for (name, value) in [(ORIGIN, origin), (HOST, host)] {
        let Ok(value) = HeaderValue::from_str(value) else { return };
        asked.insert(name, value);
    }
    for (https, scheme) in [(true, "https"), (false, "http")] {
        if !is_own(https, "", &asked) {
            continue;
        }
        // What no browser can send either way is nobody's.
        let (Ok(theirs), Ok(ours)) =
            (Url::parse(origin), Url::parse(&format!("{scheme}://{host}")))
        else {
            continue;
        };
        assert_eq!(theirs.origin(), ours.origin(), "{origin} {host}");
    }
    if is_own(true, SHOP, &asked) {
        assert!(origin.eq_ignore_ascii_case(SHOP));
    }
}

/// Nobody is led away: as a browser reads it, the way on and the way back stay on the shop's site.
pub fn way_back(text: &str) {
    let site = Url::parse(SHOP).expect("an address");
    let lead = |way: &str| {
        assert!(HeaderValue::from_str(way).is_ok(), "{way:?}");
        let led = site.join(way).expect("a way on this site");
        assert_eq!(led.origin(), site.origin(), "{way}");
    };
    lead(safe_next(text));
    lead(&back(&headers(REFERER, text)));
}
