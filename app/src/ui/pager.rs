//! From page to page of a list.

use super::{Icon, escape};
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// Links to the page before and the page after, where there are any.
#[component]
pub fn Pager(
    /// The words searched for, or none.
    words: String,
    /// This page, from 1.
    page: u32,
    /// The last page.
    last_page: u32,
) -> impl IntoView {
    let locale = use_locale();
    let link = move |to: u32| address(&words, to);
    let previous = (page > 1).then(|| {
        view! {
            <a class="button is-quiet" rel="prev" href=link(page - 1)>
                {Icon::Back} {td_string!(locale, catalog.pager.previous)}
            </a>
        }
    });
    let next = (page < last_page).then(|| {
        view! {
            <a class="button is-quiet" rel="next" href=link(page + 1)>
                {td_string!(locale, catalog.pager.next)} {Icon::Forward}
            </a>
        }
    });
    let here = td_string!(locale, catalog.pager.here, page = page, last = last_page).to_string();
    (last_page > 1).then(|| {
        view! {
            <nav class="pager" aria-label=td_string!(locale, catalog.pager.label)>
                <span class="pager-side">{previous}</span>
                <span class="pager-here">{here}</span>
                <span class="pager-side">{next}</span>
            </nav>
        }
    })
}

/// The address of a page of the catalogue.
fn address(words: &str, page: u32) -> String {
    match (words.is_empty(), page) {
        (true, 1) => "/".to_owned(),
        (true, page) => format!("/?page={page}"),
        (false, 1) => format!("/?q={}", escape(words)),
        (false, page) => format!("/?q={}&page={page}", escape(words)),
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_page_has_one_address() {
        assert_eq!(address("", 1), "/");
        assert_eq!(address("", 3), "/?page=3");
        assert_eq!(address("cup & tea", 1), "/?q=cup%20%26%20tea");
        assert_eq!(address("차", 2), "/?q=%EC%B0%A8&page=2");
    }
}
