//! `/`: the catalogue, and what is looked for in it.

use super::address::{is_filtered, look_of};
use super::api;
use super::hero::Hero;
use super::list::ProductList;
use crate::api_error::ApiError;
use crate::drops;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Loading, Refused, answer_with};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Field;
use shop::catalog::{CatalogPage, Look};
use shop::drops::DropList;

/// The hero and a page of products; whoever looks for something sees the products only.
#[component]
pub fn HomePage() -> impl IntoView {
    let query = use_query_map();
    let look = Memo::new(move |_| query.with(look_of));
    let found = Resource::new(move || look.get(), find);
    let drops = Resource::new(|| (), |()| drops::api::list());
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                let look = look.get();
                let found = found.await;
                // The shop is open even when the drops cannot be read.
                let drops = drops.await.ok();
                view! { <Found look found drops /> }
            })}
        </Transition>
    }
}

async fn find(look: Look) -> Result<CatalogPage, ApiError> {
    let Look { words, category, min, max, in_stock, sort, page } = look;
    api::search(words, category, min, max, in_stock, sort, page).await
}

#[component]
fn Found(
    look: Look,
    found: Result<CatalogPage, ApiError>,
    drops: Option<DropList>,
) -> impl IntoView {
    let locale = use_locale();
    let is_looking = !look.words.is_empty() || is_filtered(&look) || look.page > 1;
    let head = if is_looking {
        let title = td_string!(locale, common.search.label);
        view! { <h1 class="visually-hidden">{title}</h1> }.into_any()
    } else {
        view! { <Hero drops /> }.into_any()
    };
    match found {
        Ok(page) => view! { {head} <ProductList look page /> }.into_any(),
        Err(error) => match error.refusal.problem(Field::Price) {
            // The form comes back with what is wrong beside its field.
            Some(problem) => {
                answer_with(error.refusal.status());
                let page = CatalogPage::default();
                view! { {head} <ProductList look page problem=Some(problem) /> }.into_any()
            }
            None => view! { <Refused error /> }.into_any(),
        },
    }
}
