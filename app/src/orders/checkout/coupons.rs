//! Which coupon is spent.

use super::COUPON_FORM;
use super::desk::Desk;
use crate::coupons::{cap_text, discount_text, minimum_text};
use crate::i18n::td_string;
use crate::language::{date, use_locale, won};
use crate::sentences;
use leptos::prelude::*;
use shop::Won;
use shop::orders::{NO_COUPON, QuotedCoupon};

/// Every coupon the reader has, the best one first; those that cannot be spent say why.
#[component]
pub fn CouponChoice(
    /// The checkout.
    desk: Desk,
) -> impl IntoView {
    let locale = use_locale();
    let coupons = Memo::new(move |_| desk.quote.with(|quote| quote.coupons.clone()));
    let list = move || {
        let coupons = coupons.get();
        let chosen = desk.coupon.get_untracked();
        if coupons.is_empty() {
            let text = td_string!(locale, checkout.coupon.none_yet);
            return view! { <p class="panel-hint">{text}</p> }.into_any();
        }
        let best = coupons.first().filter(|best| best.worth > Won(0)).map(|best| best.code.clone());
        let options = coupons.into_iter().map(|coupon| {
            let is_best = best.as_ref() == Some(&coupon.code);
            let is_chosen = chosen.as_ref() == Some(&coupon.code);
            view! { <CouponOption desk coupon is_best is_chosen /> }
        });
        view! {
            {options.collect_view()}
            <label class="option">
                <input
                    type="radio"
                    name="coupon"
                    value=NO_COUPON
                    form=COUPON_FORM
                    autocomplete="off"
                    checked=chosen.is_none()
                    on:change=move |_| desk.choose(NO_COUPON)
                />
                <span class="option-name">{td_string!(locale, checkout.coupon.none)}</span>
            </label>
            <button class="button is-quiet only-plain" type="submit" form=COUPON_FORM>
                {td_string!(locale, checkout.coupon.apply)}
            </button>
        }
        .into_any()
    };
    view! {
        <fieldset class="panel" data-testid="coupons">
            <legend>{td_string!(locale, checkout.coupon.title)}</legend>
            {list}
        </fieldset>
    }
}

#[component]
fn CouponOption(desk: Desk, coupon: QuotedCoupon, is_best: bool, is_chosen: bool) -> impl IntoView {
    let locale = use_locale();
    let QuotedCoupon { code, drop_name, terms, expires_at, worth, problem } = coupon;
    let until = td_string!(locale, coupons.until, date = date(locale, expires_at)).to_string();
    let terms = [Some(discount_text(locale, &terms)), cap_text(locale, &terms)]
        .into_iter()
        .flatten()
        .chain([minimum_text(locale, &terms), until])
        .collect::<Vec<_>>()
        .join(" · ");
    let best = is_best.then(|| {
        view! { <span class="badge is-few">{td_string!(locale, checkout.coupon.best)}</span> }
    });
    let worth = problem.is_none().then(|| {
        view! { <span class="option-worth">"−" {won(locale, worth)}</span> }
    });
    let why = problem.map(|problem| {
        let text = sentences::coupon_problem(locale, problem);
        view! { <span class="option-problem" data-testid="coupon-problem">{text}</span> }
    });
    let value = code.clone();
    view! {
        <label class="option" class:is-gone=problem.is_some()>
            <input
                type="radio"
                name="coupon"
                value=value
                form=COUPON_FORM
                autocomplete="off"
                checked=is_chosen
                disabled=problem.is_some()
                on:change=move |_| desk.choose(&code)
            />
            <span class="option-name">{drop_name} {best}</span>
            <span class="option-terms">{terms}</span>
            {worth}
            {why}
        </label>
    }
}
