//! The categories beside a list.

use super::address::changed;
use crate::i18n::td_string;
use crate::language::{grouped, own_text, use_locale};
use leptos::prelude::*;
use shop::catalog::{CategoryCount, Look};

/// A row of chips on a phone, a list beside the products on a desk. Each leads to the same list
/// in another category. Nothing where there are none.
#[component]
pub fn Categories(
    /// What the list was asked for.
    look: Look,
    /// All of them, with what they would show.
    counts: Vec<CategoryCount>,
    /// What would be shown without a category.
    all: u64,
) -> impl IntoView {
    let locale = use_locale();
    let label = td_string!(locale, catalog.categories.label);
    let item = |slug: &str, name: String, count: u64| {
        let is_here = look.category == slug;
        let href = changed(&look, |look| look.category = slug.to_owned());
        let class = if count == 0 && !is_here { "category is-empty" } else { "category" };
        view! {
            <li>
                <a class=class href=href aria-current=is_here.then_some("true")>
                    <span>{name}</span>
                    <span class="category-count">{grouped(count)}</span>
                </a>
            </li>
        }
    };
    let all = item("", td_string!(locale, catalog.categories.all).to_owned(), all);
    let each: Vec<_> = counts
        .iter()
        .map(|CategoryCount { category, count }| {
            item(&category.slug, own_text(locale, &category.name), *count)
        })
        .collect();
    (!counts.is_empty()).then(|| {
        view! {
            <nav class="categories" aria-label=label data-testid="categories">
                <ul>{all} {each}</ul>
            </nav>
        }
    })
}
