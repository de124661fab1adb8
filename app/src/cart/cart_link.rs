//! The way to the cart, at the top of every page.

use super::use_cart;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::prelude::*;

/// More than this is "many": the number must not push the header about.
const SHOWN_MAX: u32 = 999;

/// A link that says how many pieces are in the cart.
#[component]
pub fn CartLink() -> impl IntoView {
    let cart = use_cart();
    view! {
        <Transition fallback=|| ()>
            {move || Suspend::new(async move {
                // A cart that cannot be counted just now can still be gone to.
                let pieces = cart.pieces.await.unwrap_or(0);
                view! { <Link pieces /> }
            })}
        </Transition>
    }
}

#[component]
fn Link(pieces: u32) -> impl IntoView {
    let locale = use_locale();
    let shown = pieces.min(SHOWN_MAX).to_string();
    let shown = if pieces > SHOWN_MAX { format!("{shown}+") } else { shown };
    let label = td_string!(locale, cart.link.label, pieces = &shown).to_string();
    view! {
        <a class="menu-link cart-link" href="/cart" aria-label=label data-testid="cart-link">
            {Icon::Cart} <span>{td_string!(locale, cart.title)}</span>
            <span class="cart-link-count" class:is-none=pieces == 0 data-testid="cart-count">
                {shown}
            </span>
        </a>
    }
}
