//! One line of the cart.

use super::open_cart::OpenCart;
use super::problems::line_problem;
use super::stepper::Stepper;
use crate::i18n::td_string;
use crate::language::{own_text, use_locale, won};
use crate::ui::Icon;
use leptos::prelude::*;
use shop::cart::{Line, LineProblem};
use shop::catalog::{ProductId, picture_srcset};

/// A product with its count, what it comes to, and what has changed about it.
#[component]
pub fn CartLine(
    /// The cart.
    open: OpenCart,
    /// The line as it was first.
    line: Line,
) -> impl IntoView {
    let locale = use_locale();
    let card = line.card.clone();
    let (id, name) = (card.id, own_text(locale, &card.name));
    let srcset = picture_srcset(&card.picture);
    let line = open.line(line);
    let is_out = move || line.with(|line| !line.is_ordered());
    let can_change = Memo::new(move |_| {
        let hopeless = [LineProblem::Gone, LineProblem::SoldOut];
        line.with(|line| !hopeless.iter().any(|problem| line.problems.contains(problem)))
    });
    let stepper = {
        let name = name.clone();
        move || can_change.get().then(|| view! { <Stepper open line name=name.clone() /> })
    };
    let remove = td_string!(locale, cart.line.remove_named, name = &name).to_string();
    view! {
        <li class="cart-line" class:is-out=is_out data-testid="cart-line">
            <Choice open line name=name.clone() />
            // The name beside it says what is on the picture, and leads to the same page.
            <a class="cart-line-picture" href=address(id) tabindex="-1" aria-hidden="true">
                <img
                    src=card.picture
                    srcset=srcset
                    sizes="6rem"
                    alt=""
                    width="800"
                    height="800"
                    loading="lazy"
                />
            </a>
            <div class="cart-line-text">
                <p class="cart-line-maker">{own_text(locale, &card.maker)}</p>
                <h2 class="cart-line-name"><a href=address(id)>{name}</a></h2>
                <p class="cart-line-price">{move || won(locale, line.with(|l| l.card.price))}</p>
                <Problems open line />
            </div>
            <div class="cart-line-count">{stepper}</div>
            <p class="cart-line-sum" data-testid="cart-line-sum">
                {move || won(locale, line.with(Line::sum))}
            </p>
            <ActionForm
                action=open.remove
                attr:class="cart-line-remove"
                on:submit:capture=open.one_at_a_time()
            >
                <input type="hidden" name="product_id" value=id.0.to_string() />
                <button type="submit" aria-label=remove data-testid="cart-remove">
                    {Icon::Cross}
                </button>
            </ActionForm>
        </li>
    }
}

/// Whether the line is for the next order. A button, so that it works without JavaScript.
#[component]
fn Choice(open: OpenCart, line: Memo<Line>, name: String) -> impl IntoView {
    let locale = use_locale();
    let is_chosen = Memo::new(move |_| line.with(|line| line.is_chosen));
    let label = td_string!(locale, cart.line.choose, name = &name).to_string();
    view! {
        <ActionForm
            action=open.choose
            attr:class="cart-line-choice"
            on:submit:capture=open.one_at_a_time()
        >
            <input type="hidden" name="product_id" value=line.read_untracked().card.id.0.to_string() />
            <input type="hidden" name="chosen" value=move || (!is_chosen.get()).to_string() />
            <button
                type="submit"
                role="checkbox"
                aria-checked=move || is_chosen.get().to_string()
                aria-label=label
                data-testid="cart-choose"
            >
                {Icon::Check}
            </button>
        </ActionForm>
    }
}

#[component]
fn Problems(open: OpenCart, line: Memo<Line>) -> impl IntoView {
    let problems = Memo::new(move |_| line.with(|line| line.problems.clone()));
    view! {
        <ul class="cart-line-problems" aria-live="polite">
            {move || {
                let problems = problems.get().into_iter();
                problems.map(|problem| view! { <Told open line problem /> }).collect_view()
            }}
        </ul>
    }
}

/// What has changed, and the button that settles it.
#[component]
fn Told(open: OpenCart, line: Memo<Line>, problem: LineProblem) -> impl IntoView {
    let locale = use_locale();
    let id = line.read_untracked().card.id.0.to_string();
    let way_out = match problem {
        LineProblem::PriceChanged { .. } => view! {
            <ActionForm action=open.choose on:submit:capture=open.one_at_a_time()>
                <input type="hidden" name="product_id" value=id />
                <input
                    type="hidden"
                    name="chosen"
                    value=move || line.with(|line| line.is_chosen).to_string()
                />
                <button class="cart-settle" type="submit" data-testid="cart-accept">
                    {td_string!(locale, cart.problem.accept)}
                </button>
            </ActionForm>
        }
        .into_any(),
        LineProblem::FewLeft { pieces } => view! {
            <ActionForm action=open.set_count on:submit:capture=open.one_at_a_time()>
                <input type="hidden" name="product_id" value=id />
                <input type="hidden" name="count" value=pieces.to_string() />
                <button class="cart-settle" type="submit" data-testid="cart-take-rest">
                    {td_string!(locale, cart.problem.take, pieces = pieces).to_string()}
                </button>
            </ActionForm>
        }
        .into_any(),
        LineProblem::SoldOut | LineProblem::Gone => ().into_any(),
    };
    view! {
        <li class:is-in-the-way=problem.is_in_the_way() data-testid="cart-problem">
            <span>{line_problem(locale, problem)}</span>
            {way_out}
        </li>
    }
}

fn address(id: ProductId) -> String {
    format!("/products/{}", id.0)
}
