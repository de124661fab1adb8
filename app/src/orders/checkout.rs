//! `/checkout`: from the cart to the order.

mod addresses;
mod agreement;
mod coupons;
mod desk;
mod form;
mod lines;
mod pay_bar;

use super::api;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{Empty, Loading, PageTitle, Refused};
use form::CheckoutForm;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Refusal;

/// The form to which the coupons' radio buttons belong: without JavaScript it asks for
/// this page again, with the coupon in its address.
const COUPON_FORM: &str = "coupon-choice";

/// What the reader has chosen in their cart, and everything an order needs beside it.
#[component]
pub fn CheckoutPage() -> impl IntoView {
    let me = use_me();
    let query = use_query_map();
    let coupon = Memo::new(move |_| query.with(|query| query.get("coupon").unwrap_or_default()));
    let quote = Resource::new(
        move || (coupon.get(), me.version.get()),
        move |(coupon, _)| async move {
            match me.member.await {
                Ok(None) => Err(Refusal::NotSignedIn.into()),
                _ => api::quote(coupon).await,
            }
        },
    );
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match quote.await {
                    Ok(quote) => view! { <CheckoutForm quote /> }.into_any(),
                    Err(error) if error.refusal == Refusal::EmptyCart => {
                        view! { <NothingChosen /> }.into_any()
                    }
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn NothingChosen() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, checkout.empty.title);
    view! {
        <PageTitle text=title />
        <Empty is_page=true title body=td_string!(locale, checkout.empty.body)>
            <a class="button" href="/cart">{td_string!(locale, checkout.empty.cart)}</a>
            <a class="button is-quiet" href="/">{td_string!(locale, checkout.empty.shop)}</a>
        </Empty>
    }
}
