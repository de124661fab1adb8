//! Where to go after signing in.

use crate::ui::escape;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

const LOG_IN: &str = "/log-in";
const LOG_IN_CODE: &str = "/log-in/code";
const SIGN_UP: &str = "/sign-up";

/// Where to go after signing in: a path of this shop, never another site.
pub fn safe_next(next: &str) -> &str {
    let is_local_path = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        // As a browser writes a path: a header cannot say anything else.
        && next.bytes().all(|byte| byte.is_ascii_graphic());
    if is_local_path { next } else { "/" }
}

/// The way to log in that leads back to this page.
pub fn log_in_address(here: &str) -> String {
    if [LOG_IN, LOG_IN_CODE, SIGN_UP, "/"].contains(&here) {
        LOG_IN.to_owned()
    } else {
        format!("{LOG_IN}?next={}", escape(here))
    }
}

/// Where this page's address says to go after signing in.
pub fn use_next() -> Memo<String> {
    let query = use_query_map();
    Memo::new(move |_| {
        let next = query.with(|query| query.get("next").unwrap_or_default());
        safe_next(&next).to_owned()
    })
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
    fn logging_in_leads_back_but_never_to_logging_in() {
        assert_eq!(log_in_address("/drops/7"), "/log-in?next=%2Fdrops%2F7");
        for here in ["/", "/log-in", "/log-in/code", "/sign-up"] {
            assert_eq!(log_in_address(here), "/log-in");
        }
    }
}
