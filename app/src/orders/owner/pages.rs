//! From page to page of the list.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::prelude::*;

/// Links to the page before and the page after, where there are any.
#[component]
pub fn Pages(
    /// This page, from 1.
    page: u32,
    /// The last page.
    last_page: u32,
    /// The address of the page before.
    previous: Option<String>,
    /// The address of the page after.
    next: Option<String>,
) -> impl IntoView {
    let locale = use_locale();
    let previous = previous.map(|address| {
        view! {
            <a class="button is-quiet" rel="prev" href=address>
                {Icon::Back} {td_string!(locale, catalog.pager.previous)}
            </a>
        }
    });
    let next = next.map(|address| {
        view! {
            <a class="button is-quiet" rel="next" href=address>
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
