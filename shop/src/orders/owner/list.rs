//! A page of the list.

use super::super::OrderId;
use super::super::rows::state_of;
use super::find::{self, Place};
use super::{Buyer, ORDERS_COUNTED_MAX, ORDERS_PER_PAGE, OrderList, OrderRow, OrderSearch};
use crate::members::{MemberId, require_staff};
use crate::{Bilingual, Outcome, Shop, Won};
use sqlx::MySqlPool;

/// A page, from 1, of the orders that the search finds, newest first. A page past the end is the
/// last one. For those who work for the shop.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others; what is wrong with the search.
pub async fn list(
    shop: &Shop,
    by: MemberId,
    search: &OrderSearch,
    page: u32,
) -> Outcome<OrderList> {
    require_staff(shop, by).await?;
    let filter = search.parse()?;
    let counts = find::counts(&shop.mysql, &filter).await?;
    let found = counts.iter().filter(|(state, _)| filter.state.is_none_or(|of| of == *state));
    let found = found.map(|(_, orders)| *orders).sum::<u32>().min(ORDERS_COUNTED_MAX);
    let last_page = found.div_ceil(ORDERS_PER_PAGE).max(1);
    let page = page.clamp(1, last_page);
    let before = (page - 1) * ORDERS_PER_PAGE;
    let start = Place::before_all(&filter);
    let places = find::after(&shop.mysql, &filter, start, before, ORDERS_PER_PAGE).await?;
    let orders = rows(&shop.mysql, &places).await?;
    Ok(OrderList { orders, counts, page, last_page })
}

/// The numbers of the places as a JSON array, for `json_table`.
pub(super) fn numbers(places: &[Place]) -> String {
    let numbers: Vec<u64> = places.iter().map(|place| place.id).collect();
    serde_json::to_string(&numbers).unwrap_or_else(|_| "[]".into())
}

async fn rows(mysql: &MySqlPool, places: &[Place]) -> Outcome<Vec<OrderRow>> {
    let rows = sqlx::query!(
        r#"select straight_join o.id, o.placed_at as "placed_at: crate::Moment", o.state,
                  o.total_won, o.member_id, m.name, m.email, l.name_ko, l.name_en,
                  (select count(*) from order_lines where order_id = o.id) as "lines!"
           from json_table(?, '$[*]' columns (id bigint unsigned path '$')) found
           join orders o on o.id = found.id
           join members m on m.id = o.member_id
           join order_lines l on l.order_id = o.id
            and l.position = (select min(position) from order_lines where order_id = o.id)
           order by o.placed_at desc, o.id desc"#,
        numbers(places),
    )
    .fetch_all(mysql)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(OrderRow {
                id: OrderId(row.id),
                placed_at: row.placed_at,
                state: state_of(&row.state)?,
                buyer: Buyer { id: MemberId(row.member_id), name: row.name, email: row.email },
                first_item: Bilingual { ko: row.name_ko, en: row.name_en },
                other_items: u32::try_from(row.lines - 1).unwrap_or(0),
                total: Won(row.total_won),
            })
        })
        .collect()
}
