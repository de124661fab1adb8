//! A list with nothing in it.

use super::address::{address, is_filtered, without_filters};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Empty, Icon};
use leptos::prelude::*;
use shop::catalog::Look;

/// Why there is nothing, and how to find more.
#[component]
pub fn Nothing(
    /// What was asked for.
    look: Look,
) -> impl IntoView {
    let locale = use_locale();
    let filtered = is_filtered(&look);
    let widen = filtered.then(|| {
        view! {
            <a class="button" href=address(&without_filters(&look))>
                {td_string!(locale, catalog.nothing.widen)}
            </a>
        }
    });
    let all = if filtered { "button is-quiet" } else { "button" };
    let all = view! { <a class=all href="/">{td_string!(locale, catalog.nothing.all)}</a> };
    match (filtered, look.words.is_empty()) {
        (false, true) => view! {
            <Empty
                title=td_string!(locale, catalog.empty.title)
                body=td_string!(locale, catalog.empty.body)
            />
        }
        .into_any(),
        (false, false) => {
            let title = td_string!(locale, catalog.nothing.title, words = look.words).to_string();
            let body = td_string!(locale, catalog.nothing.body);
            view! { <Empty icon=Icon::Search title body>{all}</Empty> }.into_any()
        }
        (true, _) => {
            let title = td_string!(locale, catalog.nothing.filters_title);
            let body = td_string!(locale, catalog.nothing.filters_body);
            view! { <Empty icon=Icon::Search title body>{widen} {all}</Empty> }.into_any()
        }
    }
}
