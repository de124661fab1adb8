//! What is said after something was put into the cart.

use super::api::Add;
use super::{count_problem, use_cart, when_done};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Icon, Notice};
use leptos::prelude::*;
use shop::Refusal;

/// Says that it is in the cart, and leads there; or says why it is not. The place of it is there
/// before, so that it is also heard. Keeps the header's count true.
#[component]
pub fn AddedNotice(
    /// The action that adds.
    action: ServerAction<Add>,
    /// Why it was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    let cart = use_cart();
    when_done(action, move |_| cart.reload());
    // With the number, so that a second time says something new.
    let done = move || {
        let pieces = action.value().with(|answer| answer.as_ref()?.as_ref().ok().copied())?;
        Some(td_string!(locale, cart.add.done, pieces = pieces).to_string())
    };
    view! {
        <div class="added" aria-live="polite">
            {move || done().map(|done| view! {
                <p class="added-done" data-testid="added">
                    {Icon::Check} <span>{done}</span> " "
                    <a href="/cart">{td_string!(locale, cart.add.see)}</a>
                </p>
            })}
            {move || refusal.get().map(|refusal| {
                view! { <Notice text=count_problem(locale, &refusal) /> }
            })}
        </div>
    }
}
