//! Paying an order that waits for it.

use super::super::card_choice::CardChoice;
use super::Actions;
use super::pay_by::PayBy;
use crate::i18n::td_string;
use crate::language::{moment, use_locale, won};
use crate::live::Clock;
use crate::ui::{FormNotice, Notice, refusal_of};
use leptos::prelude::*;
use shop::Refusal;
use shop::orders::Order;
use std::time::Duration;

/// The shop has expired the order by then, and the page can show it.
const READ_AGAIN_AFTER: Duration = Duration::from_millis(1_500);

/// The countdown, the cards and the button; after the time a word instead.
#[component]
pub fn PayForm(
    /// The order.
    order: Order,
    /// What can be done with it.
    actions: Actions,
    /// The server's clock.
    clock: Clock,
) -> impl IntoView {
    let locale = use_locale();
    let until = order.standing.expires_at;
    let is_over = Memo::new(move |_| clock.now() >= until);
    Effect::new(move |_| {
        if is_over.get() {
            set_timeout(move || actions.reload(), READ_AGAIN_AFTER);
        }
    });
    let pay = actions.pay;
    let refusal = refusal_of(pay);
    // A card that was refused while ordering is no answer to this form; the order knows of it.
    let refused_before = order.refused_at.map(|at| {
        let at = moment(locale, at);
        td_string!(locale, orders.pay.refused_at, at = at).to_string()
    });
    let notice = move || match (refusal.get(), refused_before.clone()) {
        (None | Some(Refusal::PaymentRefused), Some(text)) => view! { <Notice text /> }.into_any(),
        _ => view! { <FormNotice refusal /> }.into_any(),
    };
    let amount = won(locale, order.standing.total);
    let label = td_string!(locale, orders.pay.button, amount = amount).to_string();
    let pending = pay.pending();
    let label = move || {
        if pending.get() { td_string!(locale, orders.pay.sending).into() } else { label.clone() }
    };
    view! {
        <section class="panel pay" aria-labelledby="pay-title">
            <h2 id="pay-title">{td_string!(locale, orders.pay.title)}</h2>
            {notice}
            <ActionForm action=pay attr:class="pay-form">
                <input type="hidden" name="order_id" value=order.standing.id.0.to_string() />
                <CardChoice />
                <div class="pay-bar">
                    {move || if is_over.get() {
                        let text = td_string!(locale, orders.pay.over);
                        view! { <p class="pay-by">{text}</p> }.into_any()
                    } else {
                        view! { <PayBy clock until /> }.into_any()
                    }}
                    <button
                        class="button is-wide"
                        type="submit"
                        disabled=move || pending.get() || is_over.get()
                        data-testid="pay-button"
                    >
                        {label}
                    </button>
                </div>
            </ActionForm>
        </section>
    }
}
