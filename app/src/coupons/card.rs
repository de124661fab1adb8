//! A coupon, drawn as one.

use super::figure::DiscountFigure;
use super::terms::{cap_text, minimum_text};
use crate::i18n::td_string;
use crate::language::{date, use_locale};
use crate::ui::CopyButton;
use leptos::prelude::*;
use shop::Moment;
use shop::drops::Terms;

/// A ticket: what it takes off on its stub, what it is and its code on its body.
#[component]
pub fn CouponCard(
    /// `XXXX-XXXX-XXXX`.
    code: String,
    /// The drop's name.
    name: String,
    /// What it takes off.
    terms: Terms,
    /// From when on it is worth nothing.
    expires_at: Moment,
    /// Now.
    now: Moment,
) -> impl IntoView {
    let locale = use_locale();
    let is_expired = now >= expires_at;
    let class = if is_expired { "coupon is-gone" } else { "coupon" };
    let until = if is_expired {
        td_string!(locale, coupons.expired).to_owned()
    } else {
        td_string!(locale, coupons.until, date = date(locale, expires_at)).to_string()
    };
    let conditions = [cap_text(locale, &terms), Some(minimum_text(locale, &terms)), Some(until)];
    let conditions = conditions.into_iter().flatten().map(|text| view! { <li>{text}</li> });
    view! {
        <article class=class>
            <div class="coupon-stub"><DiscountFigure terms /></div>
            <div class="coupon-body">
                <h2 class="coupon-name">{name}</h2>
                <ul class="coupon-conditions">{conditions.collect_view()}</ul>
                <p class="coupon-code">
                    <span class="visually-hidden">{td_string!(locale, coupons.code)} " "</span>
                    <code data-testid="coupon-code">{code.clone()}</code>
                </p>
                {(!is_expired).then(|| view! { <CopyButton text=code /> })}
            </div>
        </article>
    }
}
