//! From page to page of one's orders.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::prelude::*;

/// Links to the newer and the older ones, where there are any.
#[component]
pub fn Pages(
    /// This page, from 1.
    page: u32,
    /// The last page.
    last_page: u32,
) -> impl IntoView {
    let locale = use_locale();
    let link = |to: u32| if to == 1 { "/orders".into() } else { format!("/orders?page={to}") };
    let newer = (page > 1).then(|| {
        view! {
            <a class="button is-quiet" rel="prev" href=link(page - 1)>
                {Icon::Back} {td_string!(locale, orders.pages.newer)}
            </a>
        }
    });
    let older = (page < last_page).then(|| {
        view! {
            <a class="button is-quiet" rel="next" href=link(page + 1)>
                {td_string!(locale, orders.pages.older)} {Icon::Forward}
            </a>
        }
    });
    let here = td_string!(locale, orders.pages.here, page = page, last = last_page).to_string();
    (last_page > 1).then(|| {
        view! {
            <nav class="pager" aria-label=td_string!(locale, orders.pages.label)>
                <span class="pager-side">{newer}</span>
                <span class="pager-here">{here}</span>
                <span class="pager-side">{older}</span>
            </nav>
        }
    })
}
