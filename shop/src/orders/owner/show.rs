//! One order, whoever's it is.

use super::super::rows::state_of;
use super::super::{OrderId, SpentCoupon, State, Totals};
use super::{BoughtLine, Buyer, OwnerEvent, OwnerOrder, Payment};
use crate::catalog::ProductId;
use crate::members::{MemberId, require_staff};
use crate::{Bilingual, Moment, Outcome, Refusal, Shop, Won};
use sqlx::MySqlPool;

/// An order with everything that the shop knows of it. For those who work for the shop.
///
/// # Errors
/// [`Refusal::NotAllowed`] for others; [`Refusal::NoSuchOrder`].
pub async fn show(shop: &Shop, by: MemberId, id: OrderId) -> Outcome<OwnerOrder> {
    require_staff(shop, by).await?;
    let row = sqlx::query!(
        r#"select o.state, o.placed_at as "placed_at: Moment", o.goods_won, o.discount_won,
                  o.delivery_won, o.total_won, o.recipient, o.phone, o.address,
                  o.member_id, m.name, m.email, c.code as "code?", d.name as "drop_name?",
                  p.amount_won as "amount_won?", p.paid_at as "paid_at?: Moment",
                  p.refunded_at as "refunded_at?: Moment",
                  (select count(*) from payment_refusals where order_id = o.id) as "refused!"
           from orders o
           join members m on m.id = o.member_id
           left join coupons c on c.id = o.coupon_id
           left join drops d on d.id = c.drop_id
           left join payments p on p.order_id = o.id
           where o.id = ?"#,
        id.0,
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchOrder)?;
    Ok(OwnerOrder {
        id,
        state: state_of(&row.state)?,
        placed_at: row.placed_at,
        buyer: Buyer { id: MemberId(row.member_id), name: row.name, email: row.email },
        lines: lines(&shop.mysql, id).await?,
        totals: Totals {
            goods: Won(row.goods_won),
            discount: Won(row.discount_won),
            delivery: Won(row.delivery_won),
            total: Won(row.total_won),
        },
        coupon: row
            .code
            .zip(row.drop_name)
            .map(|(code, drop_name)| SpentCoupon { code, drop_name }),
        recipient: row.recipient,
        phone: row.phone,
        address: row.address,
        payment: row.amount_won.zip(row.paid_at).map(|(amount, paid_at)| Payment {
            amount: Won(amount),
            paid_at,
            refunded_at: row.refunded_at,
        }),
        refused_cards: u32::try_from(row.refused).unwrap_or(u32::MAX),
        events: events(&shop.mysql, id).await?,
    })
}

async fn lines(mysql: &MySqlPool, id: OrderId) -> Outcome<Vec<BoughtLine>> {
    let rows = sqlx::query!(
        "select product_id, name_ko, name_en, price_won, count
         from order_lines where order_id = ? order by position",
        id.0,
    )
    .fetch_all(mysql)
    .await?;
    let lines = rows.into_iter().map(|row| BoughtLine {
        product_id: ProductId(row.product_id),
        name: Bilingual { ko: row.name_ko, en: row.name_en },
        price: Won(row.price_won),
        count: row.count,
    });
    Ok(lines.collect())
}

async fn events(mysql: &MySqlPool, id: OrderId) -> Outcome<Vec<OwnerEvent>> {
    let rows = sqlx::query!(
        r#"select e.state, e.at as "at: Moment", e.reason, m.name as "actor?"
           from order_events e
           left join members m on m.id = e.actor_id
           where e.order_id = ?"#,
        id.0,
    )
    .fetch_all(mysql)
    .await?;
    let mut events = Vec::with_capacity(rows.len());
    for row in rows {
        events.push(OwnerEvent {
            state: state_of(&row.state)?,
            at: row.at,
            actor: row.actor,
            reason: row.reason,
        });
    }
    // Two things of the same millisecond are in the order of an order's life.
    let place = |state| State::ALL.iter().position(|known| *known == state);
    events.sort_by_key(|event| (event.at, place(event.state)));
    Ok(events)
}
