//! `/admin/products`: for admins.

use super::address::{look_address, use_look};
use super::api;
use super::look_bar::LookBar;
use super::row::ProductRow;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Empty, Icon, Loading, OwnerFrame, Refused};
use leptos::prelude::*;
use shop::catalog::owner::{OwnerLook, OwnerPage};

/// All products, newest first, and the ways to the part of them that is looked for.
#[component]
pub fn OwnerProductsPage() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, owner_products.title).to_owned();
    view! {
        <OwnerFrame title=Signal::stored(title)>
            <Products />
        </OwnerFrame>
    }
}

#[component]
fn Products() -> impl IntoView {
    let locale = use_locale();
    let look = use_look();
    let found = Resource::new(
        move || look.get(),
        |OwnerLook { since, standing, by, words, page }| {
            api::owner_list(since, standing, by, words, page)
        },
    );
    view! {
        <div class="owner-products-head">
            <a class="button" href="/admin/products/new" data-testid="new-product">
                {Icon::Plus} {td_string!(locale, owner_products.new)}
            </a>
        </div>
        <LookBar look />
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match found.await {
                    Ok(page) => view! { <Shown look=look.get_untracked() page /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Shown(look: OwnerLook, page: OwnerPage) -> impl IntoView {
    let locale = use_locale();
    if page.products.is_empty() {
        return view! {
            <Empty
                icon=Icon::Search
                title=td_string!(locale, owner_products.empty.title)
                body=td_string!(locale, owner_products.empty.body)
            >
                <a class="button is-quiet" href="/admin/products">
                    {td_string!(locale, owner_products.empty.all)}
                </a>
            </Empty>
        }
        .into_any();
    }
    let rows = page.products.into_iter().map(|product| view! { <ProductRow product /> });
    view! {
        <ul class="owner-products" data-testid="owner-products">{rows.collect_view()}</ul>
        <Turn look page=page.page has_more=page.has_more />
    }
    .into_any()
}

/// To the page before and the page after. How many there are in all is not counted: that would
/// read every product there is.
#[component]
fn Turn(look: OwnerLook, page: u32, has_more: bool) -> impl IntoView {
    let locale = use_locale();
    let link = move |to: u32| look_address(&OwnerLook { page: to, ..look.clone() });
    let previous = (page > 1).then(|| {
        view! {
            <a class="button is-quiet" rel="prev" href=link(page - 1)>
                {Icon::Back} {td_string!(locale, catalog.pager.previous)}
            </a>
        }
    });
    let next = has_more.then(|| {
        view! {
            <a class="button is-quiet" rel="next" href=link(page + 1)>
                {td_string!(locale, catalog.pager.next)} {Icon::Forward}
            </a>
        }
    });
    let here = td_string!(locale, owner_products.here, page = page).to_string();
    (page > 1 || has_more).then(|| {
        view! {
            <nav class="pager" aria-label=td_string!(locale, catalog.pager.label)>
                <span class="pager-side">{previous}</span>
                <span class="pager-here">{here}</span>
                <span class="pager-side">{next}</span>
            </nav>
        }
    })
}
