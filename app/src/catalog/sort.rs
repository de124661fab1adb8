//! The order of a list.

use super::filters::FILTERS;
use crate::browser;
use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use leptos::prelude::*;
use shop::catalog::Sort;

/// A choice that belongs to the form of the filters. It is sent as soon as it is made; without
/// JavaScript, by the button beside it.
#[component]
pub fn SortChoice(
    /// The order that the list has.
    sort: Sort,
    /// Whether there are words that something can match.
    has_words: bool,
) -> impl IntoView {
    let locale = use_locale();
    let options = Sort::ALL.into_iter().filter(|sort| has_words || *sort != Sort::Match);
    let options = options.map(|option| {
        view! {
            <option value=option.word() selected=option == sort>{name(locale, option)}</option>
        }
    });
    view! {
        <div class="sort">
            <select
                name="sort"
                form=FILTERS
                aria-label=td_string!(locale, catalog.sort.label)
                data-testid="sort"
                on:change=move |_| browser::submit_form(FILTERS)
            >
                {options.collect_view()}
            </select>
            <button class="sort-button" type="submit" form=FILTERS>
                {td_string!(locale, catalog.sort.apply)}
            </button>
        </div>
    }
}

fn name(locale: Locale, sort: Sort) -> &'static str {
    match sort {
        Sort::Match => td_string!(locale, catalog.sort.best),
        Sort::Newest => td_string!(locale, catalog.sort.newest),
        Sort::Popular => td_string!(locale, catalog.sort.popular),
        Sort::PriceLow => td_string!(locale, catalog.sort.price_low),
        Sort::PriceHigh => td_string!(locale, catalog.sort.price_high),
    }
}
