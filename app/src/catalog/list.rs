//! A page of products with what narrows and sorts it.

use super::address::address;
use super::card::ProductCard;
use super::categories::Categories;
use super::chips::Chips;
use super::filters::Filters;
use super::nothing::Nothing;
use super::sort::SortChoice;
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, own_text, use_locale};
use crate::ui::{PageTitle, Pager};
use leptos::prelude::*;
use shop::Problem;
use shop::catalog::{CatalogPage, Look};

/// Pictures in the first screen of the page, even on a wide one.
const EARLY_PICTURES: usize = 4;

/// The categories, the filters, and the products that were found.
#[component]
pub fn ProductList(
    /// What was asked for.
    look: Look,
    /// What was found.
    page: CatalogPage,
    /// What is wrong with the prices that were asked for.
    #[prop(optional_no_strip)]
    problem: Option<Problem>,
) -> impl IntoView {
    let locale = use_locale();
    let title = title(locale, &look, &page);
    let hint =
        (look == Look { page: 1, ..Look::default() }).then(|| td_string!(locale, catalog.hint));
    let close = page.is_close.then(|| {
        let words = look.words.as_str();
        let text = td_string!(locale, catalog.close, words = words).to_string();
        view! { <p class="shelf-close" role="status" data-testid="is-close">{text}</p> }
    });
    let total = td_string!(locale, catalog.total, total = grouped(page.total)).to_string();
    let has_words = !look.words.is_empty();
    let products = match page.products.is_empty() {
        true => view! { <Nothing look=look.clone() /> }.into_any(),
        false => {
            let cards = page.products.into_iter().enumerate().map(|(i, card)| {
                view! { <li><ProductCard card is_early=i < EARLY_PICTURES /></li> }
            });
            view! { <ul class="product-grid">{cards.collect_view()}</ul> }.into_any()
        }
    };
    let turned = look.clone();
    let link = move |page| address(&Look { page, ..turned.clone() });
    view! {
        <PageTitle text=title.clone() />
        <div class="catalog">
            <aside class="catalog-side">
                <Categories
                    look=look.clone()
                    counts=page.categories.clone()
                    all=page.in_all_categories
                />
                <Filters look=look.clone() in_stock=page.in_stock problem />
            </aside>
            <section class="shelf" aria-labelledby="shelf-title">
                <header class="shelf-head">
                    <h2 id="shelf-title">{title}</h2>
                    <p class="shelf-hint">{hint}</p>
                    <p class="shelf-total" role="status" data-testid="total">{total}</p>
                    <SortChoice sort=page.sort has_words />
                </header>
                <Chips look counts=page.categories />
                {close}
                {products}
                <Pager page=page.page last_page=page.last_page link />
            </section>
        </div>
    }
}

/// What the list shows: results, a category, or what is new.
fn title(locale: Locale, look: &Look, page: &CatalogPage) -> String {
    if !look.words.is_empty() {
        return td_string!(locale, catalog.found, words = look.words.as_str()).to_string();
    }
    let category = page.categories.iter().find(|known| known.category.slug == look.category);
    match category {
        Some(known) => own_text(locale, &known.category.name),
        None => td_string!(locale, catalog.title).to_owned(),
    }
}
