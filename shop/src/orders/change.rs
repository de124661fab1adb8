//! The one way in which an order changes.

use super::rows::state_of;
use super::tries::Stop;
use super::{ORDER_LINES_MAX, OrderId, Standing, State};
use crate::members::MemberId;
use crate::{Moment, Refusal, Won};
use sqlx::MySqlConnection;

/// An order whose row is locked: until the transaction ends, nobody else changes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Locked {
    pub member: MemberId,
    /// Whether a coupon is spent on it.
    pub has_coupon: bool,
    pub standing: Standing,
}

/// What is to become of an order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub to: State,
    /// Taken after the lock, so that what comes later is later.
    pub at: Moment,
    /// `None` is the shop itself.
    pub by: Option<MemberId>,
    pub reason: Option<&'a str>,
}

/// Locks an order's row. Who comes second waits here, and then finds what the first one made of it.
pub(super) async fn lock(transaction: &mut MySqlConnection, id: OrderId) -> Result<Locked, Stop> {
    let row = sqlx::query!(
        r#"select member_id, state, total_won, coupon_id, expires_at as "expires_at: Moment"
           from orders where id = ? for update"#,
        id.0,
    )
    .fetch_optional(transaction)
    .await?
    .ok_or(Refusal::NoSuchOrder)?;
    let (state, total) = (state_of(&row.state)?, Won(row.total_won));
    let standing = Standing { id, state, total, expires_at: row.expires_at };
    Ok(Locked { member: MemberId(row.member_id), has_coupon: row.coupon_id.is_some(), standing })
}

/// Changes a locked order: writes down what happened, and does what belongs to it. A paid order
/// has its payment and its coupon is used; a cancelled or expired one gives back its coupon, its
/// money and its stock.
///
/// # Errors
/// [`Refusal::OrderMovedOn`] if it may not become that: so each thing happens once.
pub(super) async fn change(
    transaction: &mut MySqlConnection,
    order: &Locked,
    change: &Change<'_>,
) -> Result<Standing, Stop> {
    let standing = order.standing;
    if !standing.state.may_become(change.to) {
        return Err(Refusal::OrderMovedOn.into());
    }
    note_event(transaction, standing.id, change).await?;
    sqlx::query!("update orders set state = ? where id = ?", change.to.as_str(), standing.id.0)
        .execute(&mut *transaction)
        .await?;
    match change.to {
        State::Paid => take_payment(transaction, order, change.at).await?,
        State::Cancelled | State::Expired => {
            give_back(transaction, standing.id, change.at).await?;
        }
        State::Placed | State::Preparing | State::Shipped | State::Delivered => {}
    }
    Ok(Standing { state: change.to, ..standing })
}

/// Writes down what happened to an order.
pub(super) async fn note_event(
    transaction: &mut MySqlConnection,
    id: OrderId,
    change: &Change<'_>,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into order_events (order_id, state, at, actor_id, reason) values (?, ?, ?, ?, ?)",
        id.0,
        change.to.as_str(),
        change.at,
        change.by.map(|by| by.0),
        change.reason,
    )
    .execute(transaction)
    .await?;
    Ok(())
}

async fn take_payment(
    transaction: &mut MySqlConnection,
    order: &Locked,
    at: Moment,
) -> Result<(), sqlx::Error> {
    let Standing { id, total, .. } = order.standing;
    sqlx::query!(
        "insert into payments (order_id, amount_won, paid_at) values (?, ?, ?)",
        id.0,
        total.0,
        at,
    )
    .execute(&mut *transaction)
    .await?;
    if order.has_coupon {
        sqlx::query!("update coupon_uses set used_at = ? where order_id = ?", at, id.0)
            .execute(&mut *transaction)
            .await?;
    }
    Ok(())
}

/// Money, coupon, stock: in the order in which everything here is locked, the stock last and by
/// ascending product.
async fn give_back(
    transaction: &mut MySqlConnection,
    id: OrderId,
    at: Moment,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update payments set refunded_at = ? where order_id = ? and refunded_at is null",
        at,
        id.0,
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!("delete from coupon_uses where order_id = ?", id.0)
        .execute(&mut *transaction)
        .await?;
    sqlx::query!(
        "update (select product_id, count from order_lines where order_id = ?
                 order by product_id limit ?) line
         straight_join products p force index (primary) on p.id = line.product_id
         set p.stock = p.stock + line.count, p.sold = p.sold - line.count, p.changed_at = ?",
        id.0,
        ORDER_LINES_MAX,
        at,
    )
    .execute(&mut *transaction)
    .await?;
    Ok(())
}
