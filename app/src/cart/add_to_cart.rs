//! The way into the cart, on a product's page.

use super::AddedNotice;
use super::api::Add;
use crate::i18n::{Locale, td_string};
use crate::language::{use_locale, won};
use crate::ui::{Icon, refusal_of};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use shop::Won;
use shop::cart::{COUNT_MAX, most_of};
use shop::catalog::{ProductCard, Stock};

/// How many, what they come to, "into the cart" and "order now". Nothing can be put in of what is
/// sold out.
#[component]
pub fn AddToCart(
    /// The product.
    card: ProductCard,
) -> impl IntoView {
    let locale = use_locale();
    if card.stock == Stock::SoldOut {
        return view! {
            <div class="add">
                <button class="button is-wide" type="button" disabled data-testid="add-to-cart">
                    {td_string!(locale, cart.add.sold_out)}
                </button>
            </div>
        }
        .into_any();
    }
    view! { <AddForm card /> }.into_any()
}

#[component]
fn AddForm(card: ProductCard) -> impl IntoView {
    let locale = use_locale();
    let action = ServerAction::<Add>::new();
    let refusal = refusal_of(action);
    let typed = RwSignal::new("1".to_owned());
    let (price, most) = (card.price, most_of(card.stock));
    let total = move || typed.with(|typed| total_text(locale, price, typed));
    let is_wrong = move || refusal.get().map(|_| "true");
    // Not disabled, so that the button keeps the keyboard; but never sent twice.
    let once = move |event: SubmitEvent| {
        if action.pending().get_untracked() {
            event.prevent_default();
        }
    };
    let label = move || match action.pending().get() {
        true => td_string!(locale, cart.add.sending),
        false => td_string!(locale, cart.add.submit),
    };
    view! {
        <ActionForm action attr:class="add" attr:novalidate=true on:submit:capture=once>
            <input type="hidden" name="product_id" value=card.id.0.to_string() />
            <div class="add-count">
                <label for="add-count">{td_string!(locale, cart.add.count)}</label>
                <div class="stepper">
                    <StepButton typed most step=-1 />
                    <input
                        id="add-count"
                        class="stepper-count"
                        name="count"
                        inputmode="numeric"
                        autocomplete="off"
                        maxlength="9"
                        value="1"
                        prop:value=typed
                        aria-invalid=is_wrong
                        on:input:target=move |event| typed.set(event.target().value())
                        data-testid="add-count"
                    />
                    <StepButton typed most step=1 />
                </div>
            </div>
            <p class="add-total">
                <span>{td_string!(locale, cart.add.total)}</span> " "
                <strong data-testid="add-total">{total}</strong>
            </p>
            <div class="add-buttons">
                <button class="button is-quiet" type="submit" data-testid="add-to-cart">
                    {label}
                </button>
                <button
                    class="button"
                    type="submit"
                    name="next"
                    value="/checkout"
                    data-testid="buy-now"
                >
                    {td_string!(locale, cart.add.buy)}
                </button>
            </div>
            <AddedNotice action refusal />
        </ActionForm>
    }
}

/// One less or one more. Only JavaScript can do it, so without it the button is not shown.
#[component]
fn StepButton(typed: RwSignal<String>, most: u16, step: i32) -> impl IntoView {
    let locale = use_locale();
    let next = move || typed.with(|typed| stepped(typed, step, most));
    let (icon, label) = match step {
        1 => (Icon::Plus, td_string!(locale, cart.add.more)),
        _ => (Icon::Minus, td_string!(locale, cart.add.fewer)),
    };
    let go = move |_| {
        if let Some(next) = next() {
            typed.set(next.to_string());
        }
    };
    view! {
        <button
            class="needs-script"
            type="button"
            aria-label=label
            disabled=move || next().is_none()
            on:click=go
        >
            {icon}
        </button>
    }
}

/// The count one step further; `None` where there is no such step.
fn stepped(typed: &str, step: i32, most: u16) -> Option<u16> {
    let Some(count) = count_in(typed) else {
        return Some(1); // from something unreadable to the first count that there is
    };
    let next = u16::try_from(i32::from(count) + step).ok()?;
    let nearest = next.clamp(1, most.max(1));
    (nearest != count).then_some(nearest)
}

/// What so many cost; a dash where no number is typed.
fn total_text(locale: Locale, price: Won, typed: &str) -> String {
    match count_in(typed) {
        Some(count) => won(locale, Won(price.0.saturating_mul(u32::from(count)))),
        None => "–".to_owned(),
    }
}

fn count_in(typed: &str) -> Option<u16> {
    typed.trim().parse().ok().filter(|count| (1..=COUNT_MAX).contains(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_follows_what_is_typed() {
        let total = |typed| total_text(Locale::ko, Won(12_900), typed);
        assert_eq!(
            [total("1"), total(" 3 "), total("99")],
            ["12,900원", "38,700원", "1,277,100원"]
        );
        for typed in ["", "0", "-1", "100", "두 개"] {
            assert_eq!(total(typed), "–", "{typed}");
        }
    }

    #[test]
    fn steps_stay_between_one_and_what_there_is() {
        assert_eq!((stepped("1", -1, 5), stepped("1", 1, 5)), (None, Some(2)));
        assert_eq!((stepped("5", 1, 5), stepped("5", -1, 5)), (None, Some(4)));
        assert_eq!((stepped("9", 1, 5), stepped("9", -1, 5)), (Some(5), Some(5)));
        assert_eq!(stepped("x", 1, 5), Some(1));
    }
}
