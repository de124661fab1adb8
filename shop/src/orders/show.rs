//! One order of a member's.

use super::rows::state_of;
use super::{Order, OrderEvent, OrderId, OrderLine, SpentCoupon, Standing, State, Totals};
use crate::catalog::{ProductId, picture_address};
use crate::members::MemberId;
use crate::{Bilingual, Moment, Outcome, Refusal, Shop, Won};
use sqlx::MySqlPool;

/// An order with everything that its shopper may know.
///
/// # Errors
/// [`Refusal::NoSuchOrder`], for somebody else's as well.
pub async fn show(shop: &Shop, member: MemberId, id: OrderId) -> Outcome<Order> {
    let row = sqlx::query!(
        r#"select o.state, o.placed_at as "placed_at: Moment", o.expires_at as "expires_at: Moment",
                  o.goods_won, o.discount_won, o.delivery_won, o.total_won, o.recipient, o.phone,
                  o.address, k.code as "code?", d.name as "drop_name?",
                  p.refunded_at as "refunded_at?: Moment",
                  (select max(refused_at) from payment_refusals where order_id = o.id)
                      as "refused_at?: Moment"
           from orders o
           left join coupons k on k.id = o.coupon_id
           left join drops d on d.id = k.drop_id
           left join payments p on p.order_id = o.id
           where o.id = ? and o.member_id = ?"#,
        id.0,
        member.0,
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchOrder)?;
    let totals = Totals {
        goods: Won(row.goods_won),
        discount: Won(row.discount_won),
        delivery: Won(row.delivery_won),
        total: Won(row.total_won),
    };
    let (state, expires_at) = (state_of(&row.state)?, row.expires_at);
    Ok(Order {
        standing: Standing { id, state, total: totals.total, expires_at },
        placed_at: row.placed_at,
        lines: lines(&shop.mysql, id).await?,
        totals,
        coupon: row
            .code
            .zip(row.drop_name)
            .map(|(code, drop_name)| SpentCoupon { code, drop_name }),
        recipient: row.recipient,
        phone: row.phone,
        address: row.address,
        refunded_at: row.refunded_at,
        refused_at: row.refused_at,
        events: events(&shop.mysql, id).await?,
        now: shop.now(),
    })
}

async fn lines(mysql: &MySqlPool, id: OrderId) -> Outcome<Vec<OrderLine>> {
    let rows = sqlx::query!(
        r#"select l.product_id, l.name_ko, l.name_en, l.price_won, l.count,
                  f.file_name as "picture?", p.stock as "stock?",
                  p.withdrawn_at as "withdrawn_at?: Moment"
           from order_lines l
           left join products p on p.id = l.product_id
           left join product_pictures f on f.product_id = l.product_id and f.position = 1
           where l.order_id = ?
           order by l.position"#,
        id.0,
    )
    .fetch_all(mysql)
    .await?;
    let lines = rows.into_iter().map(|row| OrderLine {
        product_id: ProductId(row.product_id),
        name: Bilingual { ko: row.name_ko, en: row.name_en },
        picture: picture_address(row.picture.as_deref()),
        price: Won(row.price_won),
        count: row.count,
        is_for_sale: row.stock.is_some_and(|stock| stock > 0) && row.withdrawn_at.is_none(),
    });
    Ok(lines.collect())
}

async fn events(mysql: &MySqlPool, id: OrderId) -> Outcome<Vec<OrderEvent>> {
    let rows = sqlx::query!(
        r#"select state, at as "at: Moment", reason from order_events where order_id = ?"#,
        id.0,
    )
    .fetch_all(mysql)
    .await?;
    let mut events = Vec::with_capacity(rows.len());
    for row in rows {
        events.push(OrderEvent { state: state_of(&row.state)?, at: row.at, reason: row.reason });
    }
    // Two things of the same millisecond are in the order of an order's life.
    let place = |state| State::ALL.iter().position(|known| *known == state);
    events.sort_by_key(|event| (event.at, place(event.state)));
    Ok(events)
}
