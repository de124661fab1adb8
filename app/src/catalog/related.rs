//! What else stands where a product stands.

use super::card::ProductCard;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use shop::catalog::ProductCard as Card;

/// A row of products; nothing where there are none.
#[component]
pub fn Related(
    /// The products.
    cards: Vec<Card>,
) -> impl IntoView {
    let locale = use_locale();
    (!cards.is_empty()).then(|| {
        let cards = cards.into_iter().map(|card| view! { <li><ProductCard card /></li> });
        view! {
            <section class="related" aria-labelledby="related-title" data-testid="related">
                <h2 id="related-title">{td_string!(locale, catalog.product.related)}</h2>
                <ul class="related-row">{cards.collect_view()}</ul>
            </section>
        }
    })
}
