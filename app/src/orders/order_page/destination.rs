//! Where an order goes, and which coupon it has.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use shop::orders::Order;

/// The recipient, their address, and the coupon.
#[component]
pub fn Destination(
    /// The order.
    order: Order,
) -> impl IntoView {
    let locale = use_locale();
    let phone = order.phone.map(|phone| {
        view! {
            <div>
                <dt>{td_string!(locale, orders.to.phone)}</dt>
                <dd>{phone}</dd>
            </div>
        }
    });
    let coupon = order.coupon.map(|coupon| {
        view! {
            <div>
                <dt>{td_string!(locale, orders.to.coupon)}</dt>
                <dd data-testid="order-coupon">{coupon.drop_name} <code>{coupon.code}</code></dd>
            </div>
        }
    });
    view! {
        <section class="panel" aria-labelledby="to-title">
            <h2 id="to-title">{td_string!(locale, orders.to.title)}</h2>
            <dl class="order-facts">
                <div>
                    <dt>{td_string!(locale, orders.to.recipient)}</dt>
                    <dd>{order.recipient}</dd>
                </div>
                {phone}
                <div>
                    <dt>{td_string!(locale, orders.to.address)}</dt>
                    <dd data-testid="order-address">{order.address}</dd>
                </div>
                {coupon}
            </dl>
        </section>
    }
}
