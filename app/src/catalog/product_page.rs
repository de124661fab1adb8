//! `/products/:id`.

use super::address::address;
use super::api;
use super::gallery::Gallery;
use super::related::Related;
use super::share::Share;
use super::stock::StockSentence;
use crate::cart::AddToCart;
use crate::chat::page_is_about;
use crate::i18n::td_string;
use crate::language::{own_text, use_locale, won};
use crate::ui::{Icon, Loading, NotFound, Refused, use_id};
use crate::wishes::{WishButton, Wished, use_wished};
use leptos::prelude::*;
use shop::catalog::{Category, Look, Product, ProductId};
use shop::chat::Card;

/// One product.
#[component]
pub fn ProductPage() -> impl IntoView {
    let id = use_id();
    let product = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => Some(api::show(ProductId(id)).await),
                None => None,
            }
        },
    );
    let wished = use_wished(id);
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match product.await {
                    Some(Ok(product)) => view! { <Shown product wished /> }.into_any(),
                    Some(Err(error)) => view! { <Refused error /> }.into_any(),
                    None => view! { <NotFound /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Shown(product: Product, wished: Wished) -> impl IntoView {
    let locale = use_locale();
    let share = product.clone();
    let Product { card, detail, pictures, category, related } = product;
    let (name, detail) = (own_text(locale, &card.name), own_text(locale, &detail));
    page_is_about(Card::Product {
        id: card.id,
        name: card.name.clone(),
        price: card.price,
        picture: Some(card.picture.clone()),
    });
    view! {
        <Share product=share />
        <article class="product">
            <Gallery pictures name=name.clone() />
            <div class="product-text">
                <WayBack category />
                <p class="product-maker">{own_text(locale, &card.maker)}</p>
                <h1 class="product-name">{name}</h1>
                <p class="product-price">
                    <span class="visually-hidden">
                        {td_string!(locale, catalog.product.price)} " "
                    </span>
                    {won(locale, card.price)}
                </p>
                <StockSentence stock=card.stock />
                <AddToCart card=card.clone() />
                <WishButton product_id=card.id wished />
                <section class="product-detail">
                    <h2>{td_string!(locale, catalog.product.detail)}</h2>
                    <p>{detail}</p>
                </section>
                <aside class="product-drops">
                    <h2>{td_string!(locale, catalog.product.drops)}</h2>
                    <p>{td_string!(locale, catalog.product.drops_body)}</p>
                    <a class="button is-quiet" href="/drops">
                        {td_string!(locale, catalog.product.drops_link)} {Icon::Forward}
                    </a>
                </aside>
            </div>
        </article>
        <Related cards=related />
    }
}

/// To the product's category, or to everything.
#[component]
fn WayBack(category: Option<Category>) -> impl IntoView {
    let locale = use_locale();
    let (href, text) = match category {
        Some(Category { slug, name, .. }) => {
            (address(&Look { category: slug, ..Look::default() }), own_text(locale, &name))
        }
        None => ("/".to_owned(), td_string!(locale, catalog.product.back).to_owned()),
    };
    view! { <a class="back" href=href>{Icon::Back} {text}</a> }
}
