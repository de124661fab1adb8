//! The button, always at hand.

use super::desk::Desk;
use crate::i18n::td_string;
use crate::language::{use_locale, won};
use leptos::prelude::*;

/// Says what is paid, and pays it.
#[component]
pub fn PayBar(
    /// The checkout.
    desk: Desk,
) -> impl IntoView {
    let locale = use_locale();
    let pending = desk.place.pending();
    let is_orderable = Memo::new(move |_| desk.quote.with(|quote| quote.is_orderable()));
    let label = move || {
        if pending.get() {
            return td_string!(locale, checkout.sending).to_owned();
        }
        let amount = won(locale, desk.totals.get().total);
        td_string!(locale, checkout.pay, amount = amount).to_string()
    };
    view! {
        <div class="pay-bar">
            {move || (!is_orderable.get()).then(|| view! {
                <p class="pay-bar-note">
                    {td_string!(locale, checkout.mend)} " "
                    <a href="/cart">{td_string!(locale, checkout.change)}</a>
                </p>
            })}
            <button
                class="button is-wide"
                type="submit"
                disabled=move || pending.get() || !is_orderable.get()
                data-testid="place-button"
            >
                {label}
            </button>
        </div>
    }
}
