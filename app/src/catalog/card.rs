//! A product in a list.

use super::stock::StockBadge;
use crate::language::{own_text, use_locale, won};
use leptos::prelude::*;
use shop::catalog::{ProductCard as Card, Stock, picture_srcset};

/// How wide a card is, as `style/catalog.css` lays the grid out.
const SIZES: &str = "(width >= 48rem) 18rem, 45vw";

/// Its picture, who makes it, its name and its price. All of it is one link.
#[component]
pub fn ProductCard(
    /// The product.
    card: Card,
    /// Whether its picture is in the first screen of the page.
    #[prop(optional)]
    is_early: bool,
) -> impl IntoView {
    let locale = use_locale();
    let class = match card.stock {
        Stock::SoldOut => "product-card is-gone",
        _ => "product-card",
    };
    let loading = if is_early { "eager" } else { "lazy" };
    let srcset = picture_srcset(&card.picture);
    view! {
        <article class=class data-testid="product-card">
            <div class="product-card-picture">
                // The name beside it says what is on the picture.
                <img
                    src=card.picture
                    srcset=srcset
                    sizes=SIZES
                    alt=""
                    width="800"
                    height="800"
                    loading=loading
                />
                <StockBadge stock=card.stock />
            </div>
            <p class="product-card-maker">{own_text(locale, &card.maker)}</p>
            <h3 class="product-card-name">
                <a href=format!("/products/{}", card.id.0)>{own_text(locale, &card.name)}</a>
            </h3>
            <p class="product-card-price">{won(locale, card.price)}</p>
        </article>
    }
}
