//! A member's orders.

use super::rows::state_of;
use super::{MyOrders, ORDERS_PER_PAGE, OrderCard, OrderId, Standing};
use crate::catalog::picture_address;
use crate::members::MemberId;
use crate::{Bilingual, Moment, Outcome, Shop, Won};

/// Nobody turns that many pages, and MySQL would have to.
const PAGE_MAX: u32 = 10_000;

/// A page, from 1, of a member's orders, newest first. A page past the end is the last one.
pub async fn list(shop: &Shop, member: MemberId, page: u32) -> Outcome<MyOrders> {
    let total = sqlx::query_scalar!("select count(*) from orders where member_id = ?", member.0)
        .fetch_one(&shop.mysql)
        .await?;
    let total = u64::try_from(total).unwrap_or(0);
    let last_page = u32::try_from(total.div_ceil(u64::from(ORDERS_PER_PAGE))).unwrap_or(PAGE_MAX);
    let last_page = last_page.clamp(1, PAGE_MAX);
    let page = page.clamp(1, last_page);
    let rows = sqlx::query!(
        r#"select straight_join o.id, o.state, o.placed_at as "placed_at: Moment",
                  o.expires_at as "expires_at: Moment", o.total_won, l.name_ko, l.name_en,
                  f.file_name as "picture?",
                  (select count(*) from order_lines where order_id = o.id) as "lines!"
           from (select id from orders where member_id = ?
                 order by placed_at desc, id desc limit ? offset ?) found
           join orders o on o.id = found.id
           join order_lines l on l.order_id = o.id and l.position = 1
           left join product_pictures f on f.product_id = l.product_id and f.position = 1
           order by o.placed_at desc, o.id desc"#,
        member.0,
        ORDERS_PER_PAGE,
        (page - 1) * ORDERS_PER_PAGE,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let mut orders = Vec::with_capacity(rows.len());
    for row in rows {
        orders.push(OrderCard {
            standing: Standing {
                id: OrderId(row.id),
                state: state_of(&row.state)?,
                total: Won(row.total_won),
                expires_at: row.expires_at,
            },
            placed_at: row.placed_at,
            first_item: Bilingual { ko: row.name_ko, en: row.name_en },
            picture: picture_address(row.picture.as_deref()),
            other_items: u32::try_from(row.lines - 1).unwrap_or(0),
        });
    }
    Ok(MyOrders { orders, total, page, last_page, now: shop.now() })
}
