//! The titles of the file's columns.

use crate::i18n::{Locale, td_string};

/// The columns of `/admin/orders.csv`, in their order.
pub fn column_titles(locale: Locale) -> [&'static str; 14] {
    [
        td_string!(locale, owner_orders.column.number),
        td_string!(locale, owner_orders.column.placed_at_in_korea),
        td_string!(locale, owner_orders.column.state),
        td_string!(locale, owner_orders.column.name),
        td_string!(locale, owner_orders.column.email),
        td_string!(locale, owner_orders.column.recipient),
        td_string!(locale, owner_orders.column.phone),
        td_string!(locale, owner_orders.column.address),
        td_string!(locale, owner_orders.column.items),
        td_string!(locale, owner_orders.column.goods),
        td_string!(locale, owner_orders.column.discount),
        td_string!(locale, owner_orders.column.delivery),
        td_string!(locale, owner_orders.column.total),
        td_string!(locale, owner_orders.column.coupon),
    ]
}
