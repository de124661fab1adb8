//! `/cart`.

use super::api;
use super::line::CartLine;
use super::open_cart::OpenCart;
use super::summary::Summary;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{Empty, Icon, Loading, PageTitle, Refused};
use leptos::prelude::*;
use shop::cart::Cart;

/// The reader's cart, a visitor's or a member's.
#[component]
pub fn CartPage() -> impl IntoView {
    let me = use_me();
    let cart = Resource::new(move || me.version.get(), |_| api::show());
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match cart.await {
                    Ok(cart) => view! { <Opened cart /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Opened(cart: Cart) -> impl IntoView {
    let locale = use_locale();
    let open = OpenCart::new(cart);
    let is_empty = Memo::new(move |_| open.cart.with(|cart| cart.lines.is_empty()));
    let title = td_string!(locale, cart.title);
    view! {
        <PageTitle text=title />
        <section class="page cart">
            <header class="page-head"><h1>{title}</h1></header>
            {move || {
                if is_empty.get() {
                    view! { <NothingInIt /> }.into_any()
                } else {
                    view! { <Filled open /> }.into_any()
                }
            }}
        </section>
    }
}

#[component]
fn Filled(open: OpenCart) -> impl IntoView {
    view! {
        <div class="cart-columns">
            <ul class="cart-lines">
                <For
                    each=move || open.cart.get().lines
                    key=|line| line.card.id
                    children=move |line| view! { <CartLine open line /> }
                />
            </ul>
            <Summary open />
        </div>
    }
}

#[component]
fn NothingInIt() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Empty
            icon=Icon::Cart
            title=td_string!(locale, cart.empty.title)
            body=td_string!(locale, cart.empty.body)
        >
            <a class="button" href="/">{td_string!(locale, cart.empty.link)}</a>
        </Empty>
    }
}
