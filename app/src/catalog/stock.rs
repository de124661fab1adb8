//! What is said of a product's stock.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use shop::catalog::Stock;

/// A badge for the last pieces and for none; nothing for enough.
#[component]
pub fn StockBadge(
    /// How much there is.
    stock: Stock,
) -> impl IntoView {
    let locale = use_locale();
    match stock {
        Stock::InStock => None,
        Stock::FewLeft(pieces) => {
            let text = td_string!(locale, catalog.stock.few, pieces = pieces).to_string();
            Some(view! { <span class="badge is-few">{text}</span> })
        }
        Stock::SoldOut => {
            let text = td_string!(locale, catalog.stock.sold_out).to_owned();
            Some(view! { <span class="badge is-gone">{text}</span> })
        }
    }
}

/// The same as a sentence.
#[component]
pub fn StockSentence(
    /// How much there is.
    stock: Stock,
) -> impl IntoView {
    let locale = use_locale();
    let (class, text) = match stock {
        Stock::InStock => ("stock", td_string!(locale, catalog.product.in_stock).to_owned()),
        Stock::FewLeft(pieces) => {
            let text = td_string!(locale, catalog.product.few, pieces = pieces).to_string();
            ("stock is-few", text)
        }
        Stock::SoldOut => {
            ("stock is-gone", td_string!(locale, catalog.product.sold_out).to_owned())
        }
    };
    view! { <p class=class>{text}</p> }
}
