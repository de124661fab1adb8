//! What there is to know of a drop.

use crate::coupons::{cap_text, discount_text, minimum_text, validity_text};
use crate::i18n::td_string;
use crate::language::{grouped, moment, use_locale};
use leptos::prelude::*;
use shop::drops::Drop;

/// The discount, its conditions, how many there are, and when.
#[component]
pub fn Facts(
    /// The drop.
    drop: Drop,
) -> impl IntoView {
    let locale = use_locale();
    let discount = discount_text(locale, &drop.terms);
    let discount = match cap_text(locale, &drop.terms) {
        Some(cap) => format!("{discount} ({cap})"),
        None => discount,
    };
    let quota = grouped(drop.quota.into());
    let fact = |name: &'static str, text: String| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{text}</dd>
            </div>
        }
    };
    view! {
        <dl class="facts" aria-label=td_string!(locale, drops.facts.label)>
            {fact(td_string!(locale, drops.facts.discount), discount)}
            {fact(td_string!(locale, drops.facts.minimum), minimum_text(locale, &drop.terms))}
            {fact(td_string!(locale, drops.facts.valid), validity_text(locale, &drop.terms))}
            {fact(
                td_string!(locale, drops.facts.quota),
                td_string!(locale, drops.quota, quota = quota).to_string(),
            )}
            {fact(td_string!(locale, drops.facts.opens), moment(locale, drop.opens_at))}
            {fact(td_string!(locale, drops.facts.closes), moment(locale, drop.closes_at))}
        </dl>
    }
}
