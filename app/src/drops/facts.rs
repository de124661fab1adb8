//! What there is to know of a drop.

use super::live_room::LiveRoom;
use crate::coupons::{cap_text, discount_text, minimum_text, validity_text};
use crate::i18n::td_string;
use crate::language::{grouped, moment, use_locale};
use leptos::prelude::*;
use shop::drops::Drop;

/// The discount, its conditions, how many there are, and when.
#[component]
pub fn Facts(
    /// The room: an owner may change the number and the times.
    room: LiveRoom,
    /// The drop.
    drop: Drop,
) -> impl IntoView {
    let locale = use_locale();
    let discount = discount_text(locale, &drop.terms);
    let discount = match cap_text(locale, &drop.terms) {
        Some(cap) => format!("{discount} ({cap})"),
        None => discount,
    };
    let minimum = minimum_text(locale, &drop.terms);
    let validity = validity_text(locale, &drop.terms);
    let quota = room.tell(|room| room.drop().quota);
    let quota =
        move || td_string!(locale, drops.quota, quota = grouped(quota.get().into())).to_string();
    let opens_at = room.tell(|room| room.drop().opens_at);
    let closes_at = room.tell(|room| room.drop().closes_at);
    view! {
        <dl class="facts" aria-label=td_string!(locale, drops.facts.label)>
            {fact(td_string!(locale, drops.facts.discount), move || discount.clone())}
            {fact(td_string!(locale, drops.facts.minimum), move || minimum.clone())}
            {fact(td_string!(locale, drops.facts.valid), move || validity.clone())}
            {fact(td_string!(locale, drops.facts.quota), quota)}
            {fact(td_string!(locale, drops.facts.opens), move || moment(locale, opens_at.get()))}
            {fact(td_string!(locale, drops.facts.closes), move || moment(locale, closes_at.get()))}
        </dl>
    }
}

fn fact(name: &'static str, text: impl Fn() -> String + Send + 'static) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
        </div>
    }
}
