//! How an order's state reads.

use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use leptos::prelude::*;
use shop::orders::State;

/// The state in a word or two.
pub fn state_text(locale: Locale, state: State) -> &'static str {
    match state {
        State::Placed => td_string!(locale, orders.state.placed),
        State::Paid => td_string!(locale, orders.state.paid),
        State::Preparing => td_string!(locale, orders.state.preparing),
        State::Shipped => td_string!(locale, orders.state.shipped),
        State::Delivered => td_string!(locale, orders.state.delivered),
        State::Cancelled => td_string!(locale, orders.state.cancelled),
        State::Expired => td_string!(locale, orders.state.expired),
    }
}

/// The state in a sentence.
pub fn state_sentence(locale: Locale, state: State) -> &'static str {
    match state {
        State::Placed => td_string!(locale, orders.now.placed),
        State::Paid => td_string!(locale, orders.now.paid),
        State::Preparing => td_string!(locale, orders.now.preparing),
        State::Shipped => td_string!(locale, orders.now.shipped),
        State::Delivered => td_string!(locale, orders.now.delivered),
        State::Cancelled => td_string!(locale, orders.now.cancelled),
        State::Expired => td_string!(locale, orders.now.expired),
    }
}

/// The state as a badge.
#[component]
pub fn StateBadge(
    /// The state.
    state: State,
) -> impl IntoView {
    let locale = use_locale();
    let class = format!("badge is-{}", state.as_str());
    view! {
        <span class=class data-testid="order-state" data-state=state.as_str()>
            {state_text(locale, state)}
        </span>
    }
}
