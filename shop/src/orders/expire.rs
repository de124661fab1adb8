//! Orders that nobody paid in time.

use super::change::{Change, change, lock};
use super::tries::{Stop, in_few_tries};
use super::{OrderId, State};
use crate::{Outcome, Shop};

/// Orders that a step expires at most: about a second's work.
const BATCH_MAX: u32 = 500;

/// Expires the orders whose time is over, the oldest first; their stock and their coupons are free
/// again. Any number of servers may do it at once: an order's row lets one of them. Answers how
/// many it were.
///
/// # Errors
/// MySQL is down.
pub async fn expire_step(shop: &Shop) -> Outcome<u32> {
    let due = sqlx::query_scalar!(
        "select id from orders where state = ? and expires_at <= ?
         order by expires_at, id limit ?",
        State::Placed.as_str(),
        shop.now(),
        BATCH_MAX,
    )
    .fetch_all(&shop.mysql)
    .await?;
    let mut expired = 0;
    for id in due {
        match in_few_tries(|| try_to_expire(shop, OrderId(id))).await {
            Ok(true) => expired += 1,
            Ok(false) => {}
            // One that cannot be expired keeps no other waiting.
            Err(fault) => fault.log(),
        }
    }
    Ok(expired)
}

/// Whether this call expired it, and no payment, no cancelling and no other server came first.
async fn try_to_expire(shop: &Shop, id: OrderId) -> Result<bool, Stop> {
    let mut transaction = shop.mysql.begin().await?;
    let order = lock(&mut transaction, id).await?;
    let at = shop.now();
    if order.standing.state != State::Placed || at < order.standing.expires_at {
        return Ok(false);
    }
    let change_to = Change { to: State::Expired, at, by: None, reason: None };
    change(&mut transaction, &order, &change_to).await?;
    transaction.commit().await?;
    Ok(true)
}
