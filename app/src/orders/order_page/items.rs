//! What was bought.

use crate::i18n::td_string;
use crate::language::{own_text, use_locale, won};
use leptos::prelude::*;
use shop::orders::OrderLine;

/// Its lines, as they were called and priced on that day.
#[component]
pub fn Items(
    /// The lines.
    lines: Vec<OrderLine>,
) -> impl IntoView {
    let locale = use_locale();
    let lines = lines.into_iter().map(|line| {
        let name = own_text(locale, &line.name);
        let count = td_string!(locale, orders.pieces, count = line.count).to_string();
        let gone = (!line.is_for_sale).then(|| {
            view! { <span class="badge">{td_string!(locale, orders.not_for_sale)}</span> }
        });
        view! {
            <li class="line">
                <img src=line.picture.clone() alt="" width="800" height="800" loading="lazy" />
                <div class="line-text">
                    <a class="line-name" href=format!("/products/{}", line.product_id.0)>{name}</a>
                    <p class="line-count">{won(locale, line.price)} " · " {count}</p>
                    {gone}
                </div>
                <p class="line-amount">{won(locale, line.amount())}</p>
            </li>
        }
    });
    view! {
        <section class="panel" aria-labelledby="items-title">
            <h2 id="items-title">{td_string!(locale, orders.items)}</h2>
            <ul class="lines">{lines.collect_view()}</ul>
        </section>
    }
}
