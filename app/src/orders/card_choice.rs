//! The cards of the simulated payment.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// A card that pays and a card that does not, and the word that no money moves.
#[component]
pub fn CardChoice() -> impl IntoView {
    let locale = use_locale();
    view! {
        <p class="simulation">
            <span class="badge">{td_string!(locale, orders.card.simulation)}</span>
            {td_string!(locale, orders.card.simulation_body)}
        </p>
        <div class="choices" role="radiogroup" aria-label=td_string!(locale, orders.card.label)>
            <label class="choice">
                <input type="radio" name="card" value="approved" checked=true />
                {td_string!(locale, orders.card.approved)}
            </label>
            <label class="choice">
                <input type="radio" name="card" value="refused" />
                {td_string!(locale, orders.card.refused)}
            </label>
        </div>
    }
}
