//! A discount as a large figure.

use super::terms::discount_text;
use crate::i18n::td_string;
use crate::language::{use_locale, won};
use leptos::prelude::*;
use shop::drops::{Discount, Terms};

/// "30%" or "5,000원" as large as there is room for, and a small "off" with it.
#[component]
pub fn DiscountFigure(
    /// The coupon's terms.
    terms: Terms,
) -> impl IntoView {
    let locale = use_locale();
    let figure = match terms.discount {
        Discount::Fixed(amount) => won(locale, amount),
        Discount::Percent { percent, .. } => {
            td_string!(locale, coupons.terms.percent, percent = percent).to_string()
        }
    };
    let off = td_string!(locale, coupons.terms.off);
    let class = if figure.chars().count() > 4 { "figure is-long" } else { "figure" };
    view! {
        <p class=class>
            <span class="visually-hidden">{discount_text(locale, &terms)}</span>
            <span class="figure-value" aria-hidden="true">{figure}</span>
            <span class="figure-off" aria-hidden="true">{off}</span>
        </p>
    }
}
