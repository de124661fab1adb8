//! What happened to an order.

use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use crate::orders::state::state_text;
use leptos::prelude::*;
use shop::orders::owner::OwnerEvent;

/// Each thing that happened: when, by whom, and why.
#[component]
pub fn Timeline(
    /// The first thing first.
    events: Vec<OwnerEvent>,
) -> impl IntoView {
    let locale = use_locale();
    let events = events.into_iter().map(|event| {
        let actor = event.actor.unwrap_or_else(|| td_string!(locale, owner_orders.shop).to_owned());
        view! {
            <li data-testid="order-event" data-state=event.state.as_str()>
                <strong>{state_text(locale, event.state)}</strong>
                <span>{moment(locale, event.at)} " · " {actor}</span>
                {event.reason.map(|reason| view! { <q>{reason}</q> })}
            </li>
        }
    });
    view! {
        <section class="owner-card">
            <h2>{td_string!(locale, owner_orders.timeline)}</h2>
            <ol class="owner-timeline">{events.collect_view()}</ol>
        </section>
    }
}
