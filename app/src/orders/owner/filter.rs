//! The fields of the search.

use super::address::list_address;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::TextField;
use leptos::prelude::*;
use leptos_router::components::Form;
use shop::orders::owner::OrderSearch;
use shop::{Field, Refusal};

/// Words and two days. A plain GET form: the search is in the address. The state is chosen by its
/// tab and kept here.
#[component]
pub fn OrderFilter(
    /// What was asked for.
    search: OrderSearch,
    /// What is wrong with it.
    #[prop(optional)]
    refusal: Option<Refusal>,
) -> impl IntoView {
    let locale = use_locale();
    let refusal = Signal::stored(refusal);
    let is_narrowed = [&search.words, &search.from, &search.to].iter().any(|text| !text.is_empty());
    let all = is_narrowed.then(|| {
        let search = OrderSearch { state: search.state.clone(), ..OrderSearch::default() };
        view! {
            <a class="button is-quiet" href=list_address(&search, 1)>
                {td_string!(locale, owner_orders.filter.reset)}
            </a>
        }
    });
    view! {
        <search>
            <Form method="GET" action="/admin/orders" attr:class="owner-filter">
                <input type="hidden" name="state" value=search.state />
                <TextField
                    field=Field::Name
                    name="words"
                    label=td_string!(locale, owner_orders.filter.words)
                    refusal
                    kind="search"
                    value=search.words
                />
                <TextField
                    field=Field::FirstDay
                    name="from"
                    label=td_string!(locale, owner_orders.filter.from)
                    refusal
                    kind="date"
                    value=search.from
                />
                <TextField
                    field=Field::LastDay
                    name="to"
                    label=td_string!(locale, owner_orders.filter.to)
                    refusal
                    kind="date"
                    value=search.to
                />
                <div class="owner-filter-buttons">
                    <button class="button" type="submit">
                        {td_string!(locale, owner_orders.filter.submit)}
                    </button>
                    {all}
                </div>
            </Form>
        </search>
    }
}
