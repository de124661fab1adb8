//! The search in the header.

use super::Icon;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;

/// Searches the catalogue by name. A plain GET form: the words are in the address.
#[component]
pub fn SearchBox() -> impl IntoView {
    let locale = use_locale();
    let query = use_query_map();
    let words = move || query.with(|query| query.get("q").unwrap_or_default());
    view! {
        <search class="search">
            <Form method="GET" action="/">
                <label class="visually-hidden" for="search-words">
                    {td_string!(locale, common.search.label)}
                </label>
                <input
                    id="search-words"
                    type="search"
                    name="q"
                    value=words
                    prop:value=words
                    placeholder=td_string!(locale, common.search.placeholder)
                    autocomplete="off"
                    enterkeyhint="search"
                />
                <button type="submit" aria-label=td_string!(locale, common.search.submit)>
                    {Icon::Search}
                </button>
            </Form>
        </search>
    }
}
