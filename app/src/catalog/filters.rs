//! Narrowing a list by price and stock.

use super::address::{address, without_filters};
use crate::browser;
use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use crate::sentences;
use crate::ui::Icon;
use leptos::prelude::*;
use leptos_router::components::Form;
use shop::Problem;
use shop::catalog::Look;

/// The form's id; what stands elsewhere on the page belongs to it by this.
pub const FILTERS: &str = "filters";

/// A plain GET form: everything is in the address. Folded on a phone, open beside the products
/// on a desk.
#[component]
pub fn Filters(
    /// What the list was asked for.
    look: Look,
    /// How many products can be had now.
    in_stock: u64,
    /// What is wrong with the prices.
    #[prop(optional_no_strip)]
    problem: Option<Problem>,
) -> impl IntoView {
    let locale = use_locale();
    let active = [!look.min.is_empty() || !look.max.is_empty(), !look.in_stock.is_empty()];
    let active = active.into_iter().filter(|is_active| *is_active).count();
    let reset = address(&without_filters(&look));
    let wrong = problem.map(|_| "true");
    view! {
        <details class="filters" open=problem.is_some() data-testid="filters">
            <summary>
                {Icon::Filter} <span>{td_string!(locale, catalog.filters.title)}</span>
                {(active > 0).then(|| view! { <span class="filters-count">{active}</span> })}
            </summary>
            <Form method="GET" action="/" attr:id=FILTERS attr:class="filters-form">
                <Kept name="q" value=look.words />
                <Kept name="category" value=look.category />
                <fieldset>
                    <legend>{td_string!(locale, catalog.filters.price)}</legend>
                    <div class="filters-prices">
                        <Price
                            name="min"
                            label=td_string!(locale, catalog.filters.min)
                            hint=td_string!(locale, catalog.filters.least)
                            value=look.min
                            wrong
                        />
                        <span aria-hidden="true">"~"</span>
                        <Price
                            name="max"
                            label=td_string!(locale, catalog.filters.max)
                            hint=td_string!(locale, catalog.filters.most)
                            value=look.max
                            wrong
                        />
                    </div>
                    {problem.map(|problem| view! {
                        <p class="field-problem" id="price-problem" role="alert">
                            {sentences::problem(locale, problem)}
                        </p>
                    })}
                </fieldset>
                <label class="filters-stock">
                    <input
                        type="checkbox"
                        name="in_stock"
                        value="true"
                        checked=!look.in_stock.is_empty()
                        on:change=move |_| browser::submit_form(FILTERS)
                    />
                    <span>{td_string!(locale, catalog.filters.in_stock)}</span>
                    <span class="category-count">{grouped(in_stock)}</span>
                </label>
                <div class="filters-actions">
                    <button class="button" type="submit">
                        {td_string!(locale, catalog.filters.apply)}
                    </button>
                    <a class="filters-reset" href=reset>
                        {td_string!(locale, catalog.filters.reset)}
                    </a>
                </div>
            </Form>
        </details>
    }
}

/// What the form does not change, and the address must not lose.
#[component]
fn Kept(name: &'static str, value: String) -> impl IntoView {
    (!value.is_empty()).then(|| view! { <input type="hidden" name=name value=value /> })
}

#[component]
fn Price(
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    value: String,
    wrong: Option<&'static str>,
) -> impl IntoView {
    view! {
        <input
            name=name
            inputmode="numeric"
            autocomplete="off"
            aria-label=label
            placeholder=hint
            value=value
            aria-invalid=wrong
            aria-describedby=wrong.map(|_| "price-problem")
        />
    }
}
