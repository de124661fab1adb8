//! Calling an order off.

use super::super::api::Cancel;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, refusal_of};
use leptos::prelude::*;
use shop::orders::{OrderId, State};

/// Two steps, so that nobody does it by accident: it opens, says what will happen, and asks.
#[component]
pub fn CallOff(
    /// Which order.
    id: OrderId,
    /// What it is.
    state: State,
    /// What calls it off.
    action: ServerAction<Cancel>,
) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(action);
    let pending = action.pending();
    let body = match state {
        State::Placed => td_string!(locale, orders.cancel.body_unpaid),
        _ => td_string!(locale, orders.cancel.body_paid),
    };
    view! {
        <details class="call-off">
            <summary data-testid="cancel-open">{td_string!(locale, orders.cancel.open)}</summary>
            <p>{body}</p>
            <ActionForm action=action>
                <input type="hidden" name="order_id" value=id.0.to_string() />
                <button
                    class="button is-quiet is-danger"
                    type="submit"
                    disabled=pending
                    data-testid="cancel-button"
                >
                    {move || if pending.get() {
                        td_string!(locale, orders.cancel.sending)
                    } else {
                        td_string!(locale, orders.cancel.button)
                    }}
                </button>
            </ActionForm>
        </details>
        <FormNotice refusal />
    }
}
