//! The addresses of the list: the whole search is in them.

use crate::ui::escape;
use leptos_router::params::ParamsMap;
use shop::orders::owner::OrderSearch;

const LIST: &str = "/admin/orders";
const FILE: &str = "/admin/orders.csv";

/// What the query of this page's address asks for, and which page of it.
pub fn asked_in(query: &ParamsMap) -> (OrderSearch, u32) {
    let text = |name| query.get(name).unwrap_or_default().trim().to_owned();
    let search = OrderSearch {
        state: text("state"),
        words: text("words"),
        from: text("from"),
        to: text("to"),
    };
    (search, text("page").parse().unwrap_or(1))
}

/// The address of a page of the list.
pub fn list_address(search: &OrderSearch, page: u32) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    address(LIST, search, &page)
}

/// The address of the file with everything that the search finds.
pub fn file_address(search: &OrderSearch) -> String {
    address(FILE, search, "")
}

fn address(path: &str, search: &OrderSearch, page: &str) -> String {
    let parts: [(&str, &str); 5] = [
        ("state", &search.state),
        ("words", &search.words),
        ("from", &search.from),
        ("to", &search.to),
        ("page", page),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", escape(value)))
        .collect();
    if said.is_empty() { path.to_owned() } else { format!("{path}?{}", said.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_has_one_address_and_comes_back_from_it() {
        let search = OrderSearch {
            state: "paid".into(),
            words: "김 & 이".into(),
            from: "2026-11-01".into(),
            to: String::new(),
        };
        let words = "%EA%B9%80%20%26%20%EC%9D%B4";
        assert_eq!(
            list_address(&search, 3),
            format!("/admin/orders?state=paid&words={words}&from=2026-11-01&page=3")
        );
        assert_eq!(list_address(&OrderSearch::default(), 1), "/admin/orders");
        assert_eq!(file_address(&OrderSearch::default()), "/admin/orders.csv");
        let query: ParamsMap = [("state", "paid"), ("words", " 김 & 이 "), ("from", "2026-11-01")]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        assert_eq!(asked_in(&query), (search, 1));
    }
}
