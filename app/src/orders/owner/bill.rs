//! What was bought, and how it was paid.

use crate::i18n::{Locale, td_string};
use crate::language::{moment, own_text, use_locale, won};
use leptos::prelude::*;
use shop::orders::State;
use shop::orders::owner::{BoughtLine, OwnerOrder, Payment};

/// The lines, what they come to, and the payment.
#[component]
pub fn Bill(
    /// The order.
    order: OwnerOrder,
) -> impl IntoView {
    let locale = use_locale();
    let totals = order.totals;
    let payment = payment_text(locale, order.state, order.payment.as_ref());
    let refused = (order.refused_cards > 0).then(|| {
        let times = order.refused_cards;
        let text = td_string!(locale, owner_orders.refused_cards, times = times).to_string();
        view! { <p class="owner-hint">{text}</p> }
    });
    let coupon = order.coupon.map(|coupon| {
        let text = format!("{} · {}", coupon.drop_name, coupon.code);
        view! {
            <tr>
                <th scope="row">{td_string!(locale, owner_orders.column.coupon)}</th>
                <td class="is-number">{text}</td>
            </tr>
        }
    });
    view! {
        <section class="owner-card">
            <h2>{td_string!(locale, owner_orders.column.items)}</h2>
            <Lines lines=order.lines />
            <table class="table owner-sums">
                <tbody>
                    <Sum
                        name=td_string!(locale, owner_orders.column.goods)
                        sum=won(locale, totals.goods)
                    />
                    <Sum
                        name=td_string!(locale, owner_orders.column.discount)
                        sum=format!("−{}", won(locale, totals.discount))
                    />
                    <Sum
                        name=td_string!(locale, owner_orders.column.delivery)
                        sum=won(locale, totals.delivery)
                    />
                    <tr class="is-total">
                        <th scope="row">{td_string!(locale, owner_orders.column.total)}</th>
                        <td class="is-number" data-testid="order-total">
                            {won(locale, totals.total)}
                        </td>
                    </tr>
                    {coupon}
                </tbody>
            </table>
            <p class="owner-payment" data-testid="payment">{payment}</p>
            {refused}
        </section>
    }
}

#[component]
fn Lines(lines: Vec<BoughtLine>) -> impl IntoView {
    let locale = use_locale();
    let rows = lines.into_iter().map(|line| {
        let address = format!("/products/{}", line.product_id.0);
        view! {
            <tr data-testid="order-line">
                <td><a href=address>{own_text(locale, &line.name)}</a></td>
                <td class="is-number">{won(locale, line.price)} " × " {line.count}</td>
            </tr>
        }
    });
    view! { <table class="table"><tbody>{rows.collect_view()}</tbody></table> }
}

#[component]
fn Sum(name: &'static str, sum: String) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="is-number">{sum}</td>
        </tr>
    }
}

fn payment_text(locale: Locale, state: State, payment: Option<&Payment>) -> String {
    let Some(payment) = payment else {
        return match state {
            State::Placed => td_string!(locale, owner_orders.payment.awaited).to_owned(),
            _ => td_string!(locale, owner_orders.payment.none).to_owned(),
        };
    };
    let (amount, at) = (won(locale, payment.amount), moment(locale, payment.paid_at));
    let paid = td_string!(locale, owner_orders.payment.paid, amount = amount, at = at).to_string();
    let Some(refunded_at) = payment.refunded_at else {
        return paid;
    };
    let at = moment(locale, refunded_at);
    format!("{paid} {}", td_string!(locale, owner_orders.payment.refunded, at = at))
}
