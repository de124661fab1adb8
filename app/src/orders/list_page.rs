//! `/orders`: the reader's orders.

use super::api;
use super::pages::Pages;
use super::state::StateBadge;
use crate::i18n::td_string;
use crate::language::{date, grouped, own_text, use_locale, won};
use crate::members::use_me;
use crate::ui::{Empty, Icon, Loading, PageTitle, Refused};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Refusal;
use shop::orders::{MyOrders, OrderCard as Card, State};

/// Every order of the reader's, newest first.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let me = use_me();
    let query = use_query_map();
    let page = Memo::new(move |_| {
        query.with(|query| query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32))
    });
    let orders = Resource::new(
        move || (page.get(), me.version.get()),
        move |(page, _)| async move {
            // A visitor has none: no need to ask.
            match me.member.await {
                Ok(None) => Err(Refusal::NotSignedIn.into()),
                _ => api::list(page).await,
            }
        },
    );
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match orders.await {
                    Ok(orders) => view! { <Orders orders /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Orders(orders: MyOrders) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, orders.title);
    let MyOrders { orders, total, page, last_page, .. } = orders;
    let count = td_string!(locale, orders.count, count = grouped(total)).to_string();
    let list = if orders.is_empty() {
        view! { <NoOrders /> }.into_any()
    } else {
        let cards = orders.into_iter().map(|order| view! { <li><OrderCard order /></li> });
        view! { <ul class="order-list">{cards.collect_view()}</ul> }.into_any()
    };
    view! {
        <PageTitle text=title />
        <section class="page orders">
            <header class="page-head">
                <h1>{title}</h1>
                <p>{count}</p>
            </header>
            {list}
            <Pages page last_page />
        </section>
    }
}

#[component]
fn OrderCard(order: Card) -> impl IntoView {
    let locale = use_locale();
    let Card { standing, placed_at, first_item, picture, other_items } = order;
    let first = own_text(locale, &first_item);
    let items = if other_items == 0 {
        first
    } else {
        td_string!(locale, orders.items_and_more, first = first, more = other_items).to_string()
    };
    let number = td_string!(locale, orders.number, number = standing.id.0).to_string();
    let address = format!("/orders/{}", standing.id.0);
    view! {
        <article class="order-card" data-testid="order-card">
            // The name beside it says what is on the picture.
            <img src=picture alt="" width="800" height="800" loading="lazy" />
            <div class="order-card-text">
                <p class="order-card-when">
                    {date(locale, placed_at)} " · " {number}
                </p>
                <h2 class="order-card-items"><a href=address>{items}</a></h2>
                <p class="order-card-total">{won(locale, standing.total)}</p>
            </div>
            <p class="order-card-state">
                <StateBadge state=standing.state />
                {(standing.state == State::Placed).then(|| view! {
                    <span class="order-card-pay">
                        {td_string!(locale, orders.pay_now)} {Icon::Forward}
                    </span>
                })}
            </p>
        </article>
    }
}

#[component]
fn NoOrders() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Empty
            title=td_string!(locale, orders.empty.title)
            body=td_string!(locale, orders.empty.body)
        >
            <a class="button" href="/">{td_string!(locale, orders.empty.link)}</a>
        </Empty>
    }
}
