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
) -> impl IntoView {
    let locale = use_locale();
    let address = |page: u32| format!("/admin/drops?page={page}");
    let previous = (page > 1).then(|| {
        view! {
            <a class="button is-quiet" rel="prev" href=address(page - 1)>
                {Icon::Back} {td_string!(locale, owner_drops.list.previous)}
            </a>
        }
    });
    let next = (page < last_page).then(|| {
        view! {
            <a class="button is-quiet" rel="next" href=address(page + 1)>
                {td_string!(locale, owner_drops.list.next)} {Icon::Forward}
            </a>
        }
    });
    let here = td_string!(locale, owner_drops.list.here, page = page, last = last_page).to_string();
    (last_page > 1).then(|| {
        view! {
            <nav class="pager" aria-label=td_string!(locale, owner_drops.list.pages)>
                <span class="pager-side">{previous}</span>
                <span class="pager-here">{here}</span>
                <span class="pager-side">{next}</span>
            </nav>
        }
    })
}
