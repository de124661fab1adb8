//! What part of the list is looked at. Links and a plain GET form: the choice is in the address.

use super::address::look_address;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::prelude::*;
use leptos_router::components::Form;
use shop::catalog::owner::{OwnerLook, SearchBy, Since, Standing};

/// Since when, in which standing, and a name.
#[component]
pub(super) fn LookBar(
    /// What is looked at now.
    look: Memo<OwnerLook>,
) -> impl IntoView {
    view! {
        <div class="look-bar">
            {move || {
                let look = look.get();
                view! {
                    <SinceLinks look=look.clone() />
                    <StandingLinks look=look.clone() />
                    <Words look />
                }
            }}
        </div>
    }
}

/// One choice of a filter.
#[component]
fn Choice(label: &'static str, look: OwnerLook, is_chosen: bool) -> impl IntoView {
    let address = look_address(&OwnerLook { page: 1, ..look });
    let current = is_chosen.then_some("true");
    view! {
        <li><a class="look-choice" href=address aria-current=current>{label}</a></li>
    }
}

#[component]
fn SinceLinks(look: OwnerLook) -> impl IntoView {
    let locale = use_locale();
    let chosen = look.since();
    let choice = |since: Option<Since>| {
        let label = match since {
            None => td_string!(locale, owner_products.since.all),
            Some(Since::Day) => td_string!(locale, owner_products.since.day),
            Some(Since::Week) => td_string!(locale, owner_products.since.week),
            Some(Since::Month) => td_string!(locale, owner_products.since.month),
            Some(Since::HalfYear) => td_string!(locale, owner_products.since.half_year),
        };
        let since_text = since.map_or("", Since::as_str).to_owned();
        let look = OwnerLook { since: since_text, ..look.clone() };
        view! { <Choice label look is_chosen=since == chosen /> }
    };
    let all = std::iter::once(None).chain(Since::ALL.map(Some));
    view! {
        <ul class="look-choices" aria-label=td_string!(locale, owner_products.since.label)>
            {all.map(choice).collect_view()}
        </ul>
    }
}

#[component]
fn StandingLinks(look: OwnerLook) -> impl IntoView {
    let locale = use_locale();
    let chosen = look.standing();
    let choice = |standing: Option<Standing>| {
        let label = match standing {
            None => td_string!(locale, owner_products.standing.all),
            Some(Standing::OnSale) => td_string!(locale, owner_products.standing.on_sale),
            Some(Standing::SoldOut) => td_string!(locale, owner_products.standing.sold_out),
            Some(Standing::Withdrawn) => td_string!(locale, owner_products.standing.withdrawn),
        };
        let standing_text = standing.map_or("", Standing::as_str).to_owned();
        let look = OwnerLook { standing: standing_text, ..look.clone() };
        view! { <Choice label look is_chosen=standing == chosen /> }
    };
    let all = std::iter::once(None).chain(Standing::ALL.map(Some));
    view! {
        <ul class="look-choices" aria-label=td_string!(locale, owner_products.standing.label)>
            {all.map(choice).collect_view()}
        </ul>
    }
}

#[component]
fn Words(look: OwnerLook) -> impl IntoView {
    let locale = use_locale();
    let chosen = look.by();
    let option = move |by: SearchBy, label: &'static str| {
        view! { <option value=by.as_str() selected=by == chosen>{label}</option> }
    };
    view! {
        <Form method="GET" action="/admin/products" attr:class="look-words">
            <input type="hidden" name="since" value=look.since.clone() />
            <input type="hidden" name="standing" value=look.standing.clone() />
            <select name="by" aria-label=td_string!(locale, owner_products.words.by)>
                {option(SearchBy::Name, td_string!(locale, owner_products.words.name))}
                {option(SearchBy::Creator, td_string!(locale, owner_products.words.creator))}
            </select>
            <input
                type="search"
                name="words"
                value=look.words.clone()
                aria-label=td_string!(locale, owner_products.words.label)
                placeholder=td_string!(locale, owner_products.words.placeholder)
                autocomplete="off"
                enterkeyhint="search"
            />
            <button
                class="button is-quiet"
                type="submit"
                aria-label=td_string!(locale, common.search.submit)
            >
                {Icon::Search}
            </button>
        </Form>
    }
}
