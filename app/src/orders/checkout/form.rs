//! The page as one form.

use super::super::bill::Bill;
use super::super::card_choice::CardChoice;
use super::COUPON_FORM;
use super::addresses::AddressChoice;
use super::agreement::Agreement;
use super::coupons::CouponChoice;
use super::desk::Desk;
use super::lines::Lines;
use super::pay_bar::PayBar;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, PageTitle};
use leptos::prelude::*;
use shop::orders::Quote;

/// Lines, coupon, address, card; beside them the bill, the agreement and the button.
#[component]
pub fn CheckoutForm(
    /// What the server said of the order.
    quote: Quote,
) -> impl IntoView {
    let locale = use_locale();
    let desk = Desk::open(quote);
    let Desk { quote, totals, place, refusal, .. } = desk;
    let title = td_string!(locale, checkout.title);
    view! {
        <PageTitle text=title />
        <section class="page checkout">
            <header class="page-head"><h1>{title}</h1></header>
            <form id=COUPON_FORM method="get" action="/checkout"></form>
            <ActionForm action=place attr:class="checkout-form" attr:novalidate=true>
                <input
                    type="hidden"
                    name="press_key"
                    value=move || quote.with(|quote| quote.press_key.to_string())
                />
                <input type="hidden" name="coupon" value=move || desk.coupon_field() />
                <input
                    type="hidden"
                    name="total"
                    value=move || totals.get().total.0.to_string()
                />
                <div class="checkout-main">
                    <FormNotice refusal />
                    <Lines desk />
                    <CouponChoice desk />
                    <AddressChoice desk />
                    <fieldset class="panel">
                        <legend>{td_string!(locale, checkout.card)}</legend>
                        <CardChoice />
                    </fieldset>
                </div>
                <div class="checkout-side">
                    <section class="panel" aria-labelledby="bill-title">
                        <h2 id="bill-title">{td_string!(locale, orders.bill.title)}</h2>
                        <Bill
                            totals
                            total_label=td_string!(locale, orders.bill.to_pay)
                            is_open=true
                        />
                        <Agreement refusal />
                    </section>
                    <PayBar desk />
                </div>
            </ActionForm>
        </section>
    }
}
