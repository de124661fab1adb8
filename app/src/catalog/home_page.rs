//! `/`: the catalogue, newest first, and what was searched for.

use super::api;
use super::card::ProductCard;
use super::hero::Hero;
use crate::drops;
use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use crate::ui::{Empty, Icon, Loading, PageTitle, Pager, Refused};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::catalog::CatalogPage;
use shop::drops::DropList;

/// Pictures in the first screen of the page, even on a wide one.
const EARLY_PICTURES: usize = 4;

/// The hero and a page of products; a search shows the products only.
#[component]
pub fn HomePage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| {
            let words = query.get("q").unwrap_or_default();
            let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32);
            (words.trim().to_owned(), page)
        })
    });
    let found = Resource::new(move || asked.get(), |(words, page)| api::search(words, page));
    let drops = Resource::new(|| (), |()| drops::api::list());
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                let (words, _) = asked.get();
                let found = found.await;
                // The shop is open even when the drops cannot be read.
                let drops = drops.await.ok();
                match found {
                    Ok(page) => view! { <Found words page drops /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Found(words: String, page: CatalogPage, drops: Option<DropList>) -> impl IntoView {
    let locale = use_locale();
    // Whoever searches wants products, and no hero before them.
    let head = if words.is_empty() {
        view! { <Hero drops /> }.into_any()
    } else {
        let title = td_string!(locale, common.search.label);
        view! { <h1 class="visually-hidden">{title}</h1> }.into_any()
    };
    let products = if page.products.is_empty() {
        view! { <NothingFound words /> }.into_any()
    } else {
        view! { <Shelf words page /> }.into_any()
    };
    view! {
        {head}
        {products}
    }
}

#[component]
fn Shelf(words: String, page: CatalogPage) -> impl IntoView {
    let locale = use_locale();
    let total = grouped(page.total);
    let total = td_string!(locale, catalog.total, total = total).to_string();
    let title = if words.is_empty() {
        td_string!(locale, catalog.title).to_owned()
    } else {
        td_string!(locale, catalog.found, words = words.as_str()).to_string()
    };
    let hint = words.is_empty().then(|| td_string!(locale, catalog.hint));
    let cards = page.products.into_iter().enumerate().map(|(i, card)| {
        view! { <li><ProductCard card is_early=i < EARLY_PICTURES /></li> }
    });
    view! {
        <PageTitle text=title.clone() />
        <section class="shelf" aria-labelledby="shelf-title">
            <header class="shelf-head">
                <h2 id="shelf-title">{title}</h2>
                <p class="shelf-total">{total}</p>
                <p class="shelf-hint">{hint}</p>
            </header>
            <ul class="product-grid">{cards.collect_view()}</ul>
            <Pager words page=page.page last_page=page.last_page />
        </section>
    }
}

#[component]
fn NothingFound(words: String) -> impl IntoView {
    let locale = use_locale();
    if words.is_empty() {
        let title = td_string!(locale, catalog.empty.title);
        return view! {
            <PageTitle text=td_string!(locale, catalog.title) />
            <Empty title body=td_string!(locale, catalog.empty.body) />
        }
        .into_any();
    }
    let title = td_string!(locale, catalog.nothing.title, words = words).to_string();
    view! {
        <PageTitle text=title.clone() />
        <Empty
            icon=Icon::Search
            title
            body=td_string!(locale, catalog.nothing.body)
        >
            <a class="button" href="/">{td_string!(locale, catalog.nothing.all)}</a>
        </Empty>
    }
    .into_any()
}
