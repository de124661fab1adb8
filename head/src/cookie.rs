//! Cookies, as a browser sends them.

use http::HeaderMap;
use http::header::COOKIE;

/// A cookie of a request, just as it stands there.
pub fn cookie_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let texts = headers.get_all(COOKIE).into_iter().filter_map(|text| text.to_str().ok());
    texts
        .flat_map(|text| text.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookie(headers: &[&str], name: &str) -> Option<String> {
        let headers = headers.iter().map(|text| (COOKIE, text.parse().unwrap()));
        cookie_of(&HeaderMap::from_iter(headers), name).map(str::to_owned)
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name_and_the_first_one_counts() {
        assert_eq!(cookie(&["language=ko; session=a=b"], "session").as_deref(), Some("a=b"));
        assert_eq!(cookie(&["session=1; session=2"], "session").as_deref(), Some("1"));
        assert_eq!(cookie(&["a=b", "session=3"], "session").as_deref(), Some("3"));
        for header in ["", "session", "xsession=1", "session =1", "Session=1"] {
            assert_eq!(cookie(&[header], "session"), None, "{header}");
        }
    }
}
