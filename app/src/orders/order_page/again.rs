//! Buying the same again.

use super::super::api::Reorder;
use crate::i18n::td_string;
use crate::language::{own_text, use_locale};
use crate::ui::{FormNotice, Notice, refusal_of};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::orders::Order;

/// The button, and afterwards what lies in the cart and what could not. The address says how much
/// was added, so that it is told without JavaScript as well.
#[component]
pub fn OrderAgain(
    /// The order.
    order: Order,
    /// What puts it into the cart.
    action: ServerAction<Reorder>,
) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(action);
    let query = use_query_map();
    let added = Memo::new(move |_| {
        query.with(|query| query.get("again").and_then(|added| added.parse::<u32>().ok()))
    });
    let gone = order.lines.iter().filter(|line| !line.is_for_sale);
    let gone: Vec<String> = gone.map(|line| own_text(locale, &line.name)).collect();
    let gone = StoredValue::new(gone.join(", "));
    let told = move || {
        added.get().map(|added| {
            let said = match added {
                0 => td_string!(locale, orders.again.none).to_owned(),
                added => td_string!(locale, orders.again.added, count = added).to_string(),
            };
            let left_out = gone.with_value(|names| {
                let names = names.as_str();
                (!names.is_empty())
                    .then(|| td_string!(locale, orders.again.left_out, names = names).to_string())
            });
            let text = [Some(said), left_out].into_iter().flatten().collect::<Vec<_>>().join(" ");
            view! {
                <Notice text quiet=true>
                    <a class="button is-quiet" href="/cart">
                        {td_string!(locale, orders.again.cart)}
                    </a>
                </Notice>
            }
        })
    };
    let pending = action.pending();
    view! {
        {told}
        <FormNotice refusal />
        <ActionForm action=action>
            <input type="hidden" name="order_id" value=order.standing.id.0.to_string() />
            <button
                class="button is-quiet is-wide"
                type="submit"
                disabled=pending
                data-testid="reorder-button"
            >
                {td_string!(locale, orders.again.button)}
            </button>
        </ActionForm>
    }
}
