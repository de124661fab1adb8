//! What is about to be ordered.

use super::desk::Desk;
use crate::i18n::{Locale, td_string};
use crate::language::{own_text, use_locale, won};
use leptos::prelude::*;
use shop::orders::{LineProblem, QuoteLine};

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
                    lines.map(|line| view! { <Line line /> }).collect_view()
                }}
            </ul>
        </section>
    }
}

#[component]
fn Line(line: QuoteLine) -> impl IntoView {
    let locale = use_locale();
    let (price, amount) = (won(locale, line.price), won(locale, line.amount()));
    let count = td_string!(locale, orders.pieces, count = line.count).to_string();
    let was = line.was.map(|was| {
        let was = won(locale, was);
        let text = td_string!(locale, checkout.was, was = was).to_string();
        view! { <p class="line-note">{text}</p> }
    });
    let problem = line.problem.map(|problem| {
        view! {
            <p class="line-problem" data-testid="line-problem">{problem_text(locale, problem)}</p>
        }
    });
    view! {
        <li class="line" class:is-gone=line.problem.is_some()>
            <img src=line.picture alt="" width="800" height="800" />
            <div class="line-text">
                <p class="line-name">{own_text(locale, &line.name)}</p>
                <p class="line-count">{price} " · " {count}</p>
                {was}
                {problem}
            </div>
            <p class="line-amount">{amount}</p>
        </li>
    }
}

fn problem_text(locale: Locale, problem: LineProblem) -> String {
    match problem {
        LineProblem::Withdrawn => td_string!(locale, checkout.problem.withdrawn).to_owned(),
        LineProblem::SoldOut => td_string!(locale, checkout.problem.sold_out).to_owned(),
        LineProblem::TooFew { left } => {
            td_string!(locale, checkout.problem.too_few, left = left).to_string()
        }
    }
}
