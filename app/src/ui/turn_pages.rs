//! From page to page of a list whose end nobody has counted.

use super::Icon;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// Links to the page before and the page after, where there are any.
#[component]
pub fn TurnPages(
    /// This page, from 1.
    page: u32,
    /// Whether there is one more.
    has_next: bool,
    /// The address of a page.
    address: impl Fn(u32) -> String,
) -> impl IntoView {
    let locale = use_locale();
    let previous = (page > 1).then(|| {
        view! {
            <a class="button is-quiet" rel="prev" href=address(page - 1)>
                {Icon::Back} {td_string!(locale, catalog.pager.previous)}
            </a>
        }
    });
    let next = has_next.then(|| {
        view! {
            <a class="button is-quiet" rel="next" href=address(page + 1)>
                {td_string!(locale, catalog.pager.next)} {Icon::Forward}
            </a>
        }
    });
    (page > 1 || has_next).then(|| {
        view! {
            <nav class="pager" aria-label=td_string!(locale, catalog.pager.label)>
                <span class="pager-side">{previous}</span>
                <span class="pager-here">{page}</span>
                <span class="pager-side">{next}</span>
            </nav>
        }
    })
}
