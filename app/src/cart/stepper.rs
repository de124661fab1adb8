//! The count of a line: one less, one more, or a number that is typed.

use super::open_cart::OpenCart;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::prelude::*;
use shop::cart::Line;

/// Three small forms, so that each works without JavaScript. A typed number has a button of its
/// own, which shows itself when the number is another.
#[component]
pub fn Stepper(
    /// The cart.
    open: OpenCart,
    /// The line.
    line: Memo<Line>,
    /// What the product is called.
    name: String,
) -> impl IntoView {
    let locale = use_locale();
    let id = line.read_untracked().card.id.0;
    let count = Memo::new(move |_| line.with(|line| line.count));
    let typed = RwSignal::new(count.get_untracked().to_string());
    Effect::new(move |_| typed.set(count.get().to_string()));
    let is_typed = move || typed.with(|typed| typed.trim() != count.get().to_string());
    let fewer = td_string!(locale, cart.line.fewer, name = &name).to_string();
    let more = td_string!(locale, cart.line.more, name = &name).to_string();
    let label = td_string!(locale, cart.line.count, name = &name).to_string();
    view! {
        <div class="stepper" class:is-typed=is_typed>
            <ActionForm action=open.set_count on:submit:capture=open.one_at_a_time()>
                <input type="hidden" name="product_id" value=id.to_string() />
                <input
                    type="hidden"
                    name="count"
                    value=move || count.get().saturating_sub(1).to_string()
                />
                <button
                    type="submit"
                    aria-label=fewer
                    disabled=move || count.get() <= 1
                    data-testid="cart-fewer"
                >
                    {Icon::Minus}
                </button>
            </ActionForm>
            <ActionForm
                action=open.set_count
                attr:class="stepper-typed"
                on:submit:capture=open.one_at_a_time()
            >
                <input type="hidden" name="product_id" value=id.to_string() />
                <input
                    class="stepper-count"
                    name="count"
                    inputmode="numeric"
                    autocomplete="off"
                    maxlength="9"
                    aria-label=label
                    value=count.get_untracked().to_string()
                    prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value())
                    data-testid="cart-line-count"
                />
                <button class="stepper-apply" type="submit" data-testid="cart-apply">
                    {td_string!(locale, cart.line.apply)}
                </button>
            </ActionForm>
            <ActionForm action=open.set_count on:submit:capture=open.one_at_a_time()>
                <input type="hidden" name="product_id" value=id.to_string() />
                <input
                    type="hidden"
                    name="count"
                    value=move || count.get().saturating_add(1).to_string()
                />
                <button
                    type="submit"
                    aria-label=more
                    disabled=move || line.with(|line| line.count >= line.most())
                    data-testid="cart-more"
                >
                    {Icon::Plus}
                </button>
            </ActionForm>
        </div>
    }
}
