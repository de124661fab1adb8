//! What the next order comes to, and the way to it.

use super::count_problem;
use super::open_cart::OpenCart;
use crate::i18n::{Locale, td_string};
use crate::language::{use_locale, won};
use crate::ui::Notice;
use leptos::prelude::*;
use shop::Won;
use shop::cart::Cart;

/// Goods, delivery and total; on a phone the total and the button stay in sight.
#[component]
pub fn Summary(
    /// The cart.
    open: OpenCart,
) -> impl IntoView {
    let locale = use_locale();
    let cart = open.cart;
    let refused = move || {
        open.refusal.get().map(|refusal| {
            view! { <Notice text=count_problem(locale, &refusal) /> }
        })
    };
    view! {
        <section class="cart-summary" aria-labelledby="cart-summary-title">
            <h2 id="cart-summary-title">{td_string!(locale, cart.summary.title)}</h2>
            <dl>
                <dt>{td_string!(locale, cart.summary.goods)}</dt>
                <dd data-testid="cart-goods">{move || won(locale, cart.read().goods)}</dd>
                <dt>{td_string!(locale, cart.summary.delivery)}</dt>
                <dd data-testid="cart-delivery">{move || won(locale, cart.read().delivery)}</dd>
            </dl>
            <p class="cart-free" data-testid="cart-free">{move || free_delivery(open)}</p>
        </section>
        <div class="cart-bar">
            <div class="cart-refused" data-testid="cart-refused">{refused}</div>
            <p class="cart-total" aria-live="polite">
                <span>{td_string!(locale, cart.summary.total)}</span> " "
                <strong data-testid="cart-total">{move || won(locale, cart.read().total())}</strong>
            </p>
            <Order open />
        </div>
    }
}

/// How much more is delivered for nothing.
fn free_delivery(open: OpenCart) -> String {
    let locale = use_locale();
    let cart = open.cart.read();
    match cart.until_free_delivery() {
        Some(more) => {
            let amount = won(locale, more);
            td_string!(locale, cart.summary.until_free, amount = amount).to_string()
        }
        None if cart.goods > Won(0) => td_string!(locale, cart.summary.free).to_owned(),
        None => String::new(),
    }
}

/// The way to the checkout; or why there is none.
#[component]
fn Order(open: OpenCart) -> impl IntoView {
    let locale = use_locale();
    let in_the_way = Memo::new(move |_| open.cart.with(Obstacle::of));
    let lines = Memo::new(move |_| open.cart.with(Cart::ordered_lines));
    move || match in_the_way.get() {
        Some(obstacle) => view! {
            <button
                class="button is-wide"
                type="button"
                disabled
                aria-describedby="cart-reason"
                data-testid="cart-order"
            >
                {td_string!(locale, cart.summary.order_nothing)}
            </button>
            <p class="cart-reason" id="cart-reason">{obstacle.sentence(locale)}</p>
        }
        .into_any(),
        None => {
            let label = move || td_string!(locale, cart.summary.order, lines = lines.get());
            view! {
                <a class="button is-wide" href="/checkout" data-testid="cart-order">
                    {move || label().to_string()}
                </a>
            }
            .into_any()
        }
    }
}

/// Why a cart cannot be ordered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Obstacle {
    NothingChosen,
    NothingPossible,
    SomethingInTheWay,
}

impl Obstacle {
    fn of(cart: &Cart) -> Option<Self> {
        match (cart.ordered_lines(), cart.is_held_up()) {
            (0, false) => Some(Self::NothingChosen),
            (0, true) => Some(Self::NothingPossible),
            (_, true) => Some(Self::SomethingInTheWay),
            (_, false) => None,
        }
    }

    fn sentence(self, locale: Locale) -> &'static str {
        match self {
            Self::NothingChosen => td_string!(locale, cart.summary.nothing_chosen),
            Self::NothingPossible => td_string!(locale, cart.summary.nothing_possible),
            Self::SomethingInTheWay => td_string!(locale, cart.summary.in_the_way),
        }
    }
}
