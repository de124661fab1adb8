//! From page to page of a list.

use super::Icon;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// Links to the page before and the page after, where there are any.
#[component]
pub fn Pager<L>(
    /// This page, from 1.
    page: u32,
    /// The last page.
    last_page: u32,
    /// The address of a page.
    link: L,
) -> impl IntoView
where
    L: Fn(u32) -> String + 'static,
{
    let locale = use_locale();
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
