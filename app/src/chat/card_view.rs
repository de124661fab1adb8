//! A product or an order that a message is about.

use super::message_view::Eyes;
use crate::i18n::td_string;
use crate::language::{own_text, use_locale, won};
use crate::orders::state_text;
use crate::ui::Icon;
use leptos::prelude::*;
use shop::chat::Card;

/// A small card that leads to it.
#[component]
pub fn CardView(
    /// What it is about.
    card: Card,
    /// Who reads.
    eyes: Eyes,
) -> impl IntoView {
    let locale = use_locale();
    match card {
        Card::Product { id, name, price, picture } => view! {
            <a class="chat-card" href=format!("/products/{}", id.0) data-testid="chat-card">
                {picture.map(|picture| view! {
                    <img src=picture alt="" width="800" height="800" loading="lazy" />
                })}
                <span class="chat-card-kind">{td_string!(locale, chat.card.product)}</span>
                <strong class="chat-card-name">{own_text(locale, &name)}</strong>
                <span class="chat-card-facts">{won(locale, price)}</span>
            </a>
        }
        .into_any(),
        Card::Order { id, state, total, .. } => {
            let address = match eyes {
                Eyes::Shopper => format!("/orders/{}", id.0),
                Eyes::Shop => format!("/admin/orders/{}", id.0),
            };
            let name = td_string!(locale, chat.card.order_name, number = id.0).to_string();
            view! {
                <a class="chat-card" href=address data-testid="chat-card">
                    <span class="chat-card-icon">{Icon::Parcel}</span>
                    <span class="chat-card-kind">{td_string!(locale, chat.card.order)}</span>
                    <strong class="chat-card-name">{name}</strong>
                    <span class="chat-card-facts">
                        {state_text(locale, state)} " · " {won(locale, total)}
                    </span>
                </a>
            }
            .into_any()
        }
    }
}
