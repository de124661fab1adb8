//! What an admin may do with an order.

use super::api::{MoveOn, OwnerCancel};
use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use crate::ui::{FormNotice, SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use shop::Field;
use shop::orders::{OrderId, State};

/// The next step, and calling it off while it has not been shipped.
#[component]
pub fn Actions(
    /// Which order.
    id: OrderId,
    /// What it is.
    state: State,
    /// Moves it on.
    move_on: ServerAction<MoveOn>,
    /// Calls it off.
    cancel: ServerAction<OwnerCancel>,
) -> impl IntoView {
    let locale = use_locale();
    let (not_moved, not_cancelled) = (refusal_of(move_on), refusal_of(cancel));
    let next = state.next_step().map(|to| {
        let label = step_text(locale, to);
        view! {
            <ActionForm action=move_on attr:data-testid="move-on">
                <input type="hidden" name="order_id" value=id.0.to_string() />
                <input type="hidden" name="to" value=to.as_str() />
                <SubmitButton
                    label
                    sending=td_string!(locale, owner_orders.sending)
                    pending=move_on.pending()
                />
            </ActionForm>
        }
    });
    let off = state.may_become(State::Cancelled).then(|| {
        view! {
            // Folded away, so that nobody calls off what they meant to pack.
            <details class="owner-cancel" data-testid="cancel" open=move || not_cancelled.get().is_some()>
                <summary>{td_string!(locale, owner_orders.cancel.title)}</summary>
                <p class="owner-hint">{td_string!(locale, owner_orders.cancel.hint)}</p>
                <ActionForm action=cancel attr:class="form" attr:novalidate=true>
                    <input type="hidden" name="order_id" value=id.0.to_string() />
                    <TextField
                        field=Field::Reason
                        name="reason"
                        label=td_string!(locale, owner_orders.cancel.reason)
                        refusal=not_cancelled
                    />
                    <SubmitButton
                        label=td_string!(locale, owner_orders.cancel.submit)
                        sending=td_string!(locale, owner_orders.sending)
                        pending=cancel.pending()
                    />
                </ActionForm>
            </details>
        }
    });
    view! {
        <div class="owner-actions">
            <FormNotice refusal=not_moved />
            <FormNotice refusal=not_cancelled />
            {next}
            {off}
        </div>
    }
}

/// What the button to a state says.
fn step_text(locale: Locale, to: State) -> &'static str {
    match to {
        State::Preparing => td_string!(locale, owner_orders.step.preparing),
        State::Shipped => td_string!(locale, owner_orders.step.shipped),
        _ => td_string!(locale, owner_orders.step.delivered),
    }
}
