//! A coupon, drawn as one.

use super::figure::DiscountFigure;
use super::terms::{cap_text, minimum_text};
use crate::i18n::td_string;
use crate::language::{date, use_locale};
use crate::ui::CopyButton;
use leptos::prelude::*;
use shop::Moment;
use shop::coupons::CouponState;
use shop::drops::Terms;
use shop::orders::OrderId;

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
    /// What has become of it; one that was issued just now is free.
    #[prop(default = CouponState::Free)]
    state: CouponState,
) -> impl IntoView {
    let locale = use_locale();
    let state =
        if now >= expires_at && state == CouponState::Free { CouponState::Expired } else { state };
    let is_free = state == CouponState::Free;
    let class = if is_free { "coupon" } else { "coupon is-gone" };
    let (word, last, order) = match state {
        CouponState::Free => {
            let date = date(locale, expires_at);
            ("free", td_string!(locale, coupons.until, date = date).to_string(), None)
        }
        CouponState::Expired => ("expired", td_string!(locale, coupons.expired).to_owned(), None),
        CouponState::Reserved { order_id } => {
            let number = order_id.0;
            let text = td_string!(locale, coupons.state.reserved, number = number).to_string();
            ("reserved", text, Some(order_id))
        }
        CouponState::Used { order_id, at } => {
            let date = date(locale, at);
            let text = td_string!(locale, coupons.state.used, date = date).to_string();
            ("used", text, Some(order_id))
        }
    };
    let conditions = [cap_text(locale, &terms), Some(minimum_text(locale, &terms)), Some(last)];
    let conditions = conditions.into_iter().flatten().map(|text| view! { <li>{text}</li> });
    view! {
        <article class=class data-testid="coupon" data-state=word>
            <div class="coupon-stub"><DiscountFigure terms /></div>
            <div class="coupon-body">
                <h2 class="coupon-name">{name}</h2>
                <ul class="coupon-conditions">{conditions.collect_view()}</ul>
                <p class="coupon-code">
                    <span class="visually-hidden">{td_string!(locale, coupons.code)} " "</span>
                    <code data-testid="coupon-code">{code.clone()}</code>
                </p>
                {is_free.then(|| view! { <CopyButton text=code /> })}
                {order.map(|OrderId(number)| view! {
                    <a class="button is-quiet" href=format!("/orders/{number}")>
                        {td_string!(locale, coupons.state.order)}
                    </a>
                })}
            </div>
        </article>
    }
}
