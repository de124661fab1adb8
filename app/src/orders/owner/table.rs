//! A page of orders, a row each.

use crate::i18n::td_string;
use crate::language::{moment, own_text, use_locale, won};
use crate::orders::state::StateBadge;
use leptos::prelude::*;
use shop::orders::owner::OrderRow;

/// The rows; an order's number leads to the order.
#[component]
pub fn OrderTable(
    /// The orders.
    orders: Vec<OrderRow>,
) -> impl IntoView {
    let locale = use_locale();
    let rows = orders.into_iter().map(|order| view! { <Row order /> }).collect_view();
    view! {
        <div class="table-scroll" tabindex="0">
            <table class="table owner-orders" data-testid="owner-orders">
                <thead>
                    <tr>
                        <th scope="col">{td_string!(locale, owner_orders.column.number)}</th>
                        <th scope="col">{td_string!(locale, owner_orders.column.placed_at)}</th>
                        <th scope="col">{td_string!(locale, owner_orders.column.state)}</th>
                        <th scope="col">{td_string!(locale, owner_orders.column.buyer)}</th>
                        <th scope="col">{td_string!(locale, owner_orders.column.items)}</th>
                        <th scope="col" class="is-number">
                            {td_string!(locale, owner_orders.column.total)}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(order: OrderRow) -> impl IntoView {
    let locale = use_locale();
    let number = order.id.0;
    let items = own_text(locale, &order.first_item);
    let items = match order.other_items {
        0 => items,
        more => {
            td_string!(locale, owner_orders.items_and_more, first = items, more = more).to_string()
        }
    };
    view! {
        <tr data-testid="owner-order">
            <td><a href=format!("/admin/orders/{number}")>{format!("#{number}")}</a></td>
            <td>{moment(locale, order.placed_at)}</td>
            <td><StateBadge state=order.state /></td>
            <td>
                <span class="owner-buyer">{order.buyer.name}</span>
                " "
                <span class="owner-email">{order.buyer.email}</span>
            </td>
            <td>{items}</td>
            <td class="is-number">{won(locale, order.total)}</td>
        </tr>
    }
}
