//! A product on the list of wishes.

use super::api::Remove;
use crate::cart::api::Add;
use crate::catalog::StockBadge;
use crate::i18n::td_string;
use crate::language::{own_text, use_locale, won};
use crate::ui::Icon;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use shop::catalog::{Stock, picture_srcset};
use shop::wishes::Wish;

/// Its picture, its price, whether there is any, the way into the cart, and off the list.
#[component]
pub fn WishCard(
    /// The wish.
    wish: Wish,
    /// Puts one piece into the cart.
    add: ServerAction<Add>,
    /// Takes it off the list.
    remove: ServerAction<Remove>,
) -> impl IntoView {
    let locale = use_locale();
    let Wish { card, is_gone } = wish;
    let id = card.id.0.to_string();
    let srcset = picture_srcset(&card.picture);
    let name = own_text(locale, &card.name);
    let remove_label = td_string!(locale, wishes.remove_named, name = &name).to_string();
    let title = if is_gone {
        view! { <span>{name}</span> }.into_any()
    } else {
        view! { <a href=format!("/products/{id}")>{name}</a> }.into_any()
    };
    let badge = if is_gone {
        let text = td_string!(locale, wishes.gone);
        view! { <span class="badge is-gone" data-testid="wish-gone">{text}</span> }.into_any()
    } else {
        view! { <StockBadge stock=card.stock /> }.into_any()
    };
    let can_be_added = !is_gone && card.stock != Stock::SoldOut;
    let class = if can_be_added { "wish" } else { "wish is-gone" };
    view! {
        <article class=class data-testid="wish-card">
            <div class="wish-picture">
                <img
                    src=card.picture
                    srcset=srcset
                    sizes="(width >= 48rem) 18rem, 45vw"
                    alt=""
                    width="800"
                    height="800"
                    loading="lazy"
                />
                {badge}
            </div>
            <p class="product-card-maker">{own_text(locale, &card.maker)}</p>
            <h2 class="wish-name">{title}</h2>
            <p class="product-card-price">{won(locale, card.price)}</p>
            <div class="wish-actions">
                {can_be_added.then(|| view! { <AddOne id=id.clone() add /> })}
                <ActionForm action=remove attr:class="wish-remove">
                    <input type="hidden" name="product_id" value=id />
                    <button type="submit" aria-label=remove_label data-testid="wish-remove">
                        {Icon::Cross}
                    </button>
                </ActionForm>
            </div>
        </article>
    }
}

#[component]
fn AddOne(id: String, add: ServerAction<Add>) -> impl IntoView {
    let locale = use_locale();
    let once = move |event: SubmitEvent| {
        if add.pending().get_untracked() {
            event.prevent_default();
        }
    };
    view! {
        <ActionForm action=add attr:class="wish-add" on:submit:capture=once>
            <input type="hidden" name="product_id" value=id />
            <input type="hidden" name="count" value="1" />
            <button class="button is-quiet is-wide" type="submit" data-testid="wish-to-cart">
                {td_string!(locale, cart.add.submit)}
            </button>
        </ActionForm>
    }
}
