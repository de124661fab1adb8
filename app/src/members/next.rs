//! Where to go after signing in.

use crate::ui::escape;
use head::way::safe_next;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

const LOG_IN: &str = "/log-in";
const LOG_IN_CODE: &str = "/log-in/code";
const SIGN_UP: &str = "/sign-up";

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
    fn logging_in_leads_back_but_never_to_logging_in() {
        assert_eq!(log_in_address("/drops/7"), "/log-in?next=%2Fdrops%2F7");
        for here in ["/", "/log-in", "/log-in/code", "/sign-up"] {
            assert_eq!(log_in_address(here), "/log-in");
        }
    }
}
