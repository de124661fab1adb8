//! What is about to be ordered.

use super::desk::Desk;
use crate::cart::line_problem;
use crate::i18n::td_string;
use crate::language::{own_text, use_locale, won};
use leptos::prelude::*;
use shop::cart::Line;

/// The chosen lines of the cart, and what stands in the way of any of them.
#[component]
pub fn Lines(
    /// The checkout.
    desk: Desk,
) -> impl IntoView {
    let locale = use_locale();
    let lines = Memo::new(move |_| desk.quote.with(|quote| quote.lines.clone()));
    view! {
        <section class="panel" aria-labelledby="lines-title">
            <header class="panel-head">
                <h2 id="lines-title">{td_string!(locale, checkout.lines)}</h2>
                <a href="/cart">{td_string!(locale, checkout.change)}</a>
            </header>
            <ul class="lines">
                {move || {
                    let lines = lines.get().into_iter();
                    lines.map(|line| view! { <OrderedLine line /> }).collect_view()
                }}
            </ul>
        </section>
    }
}

#[component]
fn OrderedLine(line: Line) -> impl IntoView {
    let locale = use_locale();
    let (price, sum) = (won(locale, line.card.price), won(locale, line.sum()));
    let count = td_string!(locale, orders.pieces, count = line.count).to_string();
    let problems = line.problems.iter().map(|problem| {
        let class = if problem.is_in_the_way() { "line-problem" } else { "line-note" };
        let text = line_problem(locale, *problem);
        view! { <p class=class data-testid="line-problem">{text}</p> }
    });
    view! {
        <li class="line" class:is-gone=!line.can_be_ordered()>
            <img src=line.card.picture.clone() alt="" width="800" height="800" />
            <div class="line-text">
                <p class="line-name">{own_text(locale, &line.card.name)}</p>
                <p class="line-count">{price} " · " {count}</p>
                {problems.collect_view()}
            </div>
            <p class="line-amount">{sum}</p>
        </li>
    }
}
