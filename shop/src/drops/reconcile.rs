//! The reconciler: once a second every server holds Redis against MySQL, and mends Redis.

use super::line::{Line, Settled};
use super::lines::KnownLine;
use super::{LineState, LineView, Ticket, list, news};
use crate::members::MemberId;
use crate::{Outcome, Shop};
use std::time::Duration;

/// Lines are built this long before their drop opens, and kept as long after it closed.
const MARGIN: Duration = Duration::from_secs(10 * 60);
/// Redis forgets a line this long after the last look at it.
const KEPT_AFTER_CLOSING: Duration = Duration::from_secs(24 * 60 * 60);

/// Looks at every drop that is open, or soon will be, or lately was.
///
/// # Errors
/// MySQL is down. That Redis is down is no error here: there is nothing to mend then.
pub async fn step(shop: &Shop) -> Outcome<()> {
    for drop in list::current(shop, MARGIN).await? {
        let line = shop.lines.keep(drop);
        match reconcile(shop, &line).await {
            Ok(()) => line.learn_winners(shop).await?,
            Err(fault) => fault.log(),
        }
    }
    shop.lines.forget_closed_before(shop.now().minus(MARGIN));
    Ok(())
}

async fn reconcile(shop: &Shop, line: &KnownLine) -> Outcome<()> {
    let drop = line.facts();
    let redis_line = Line::of(&shop.redis, drop.id);
    let Some(view) = redis_line.gate().await? else {
        return open_line(shop, line, None).await;
    };
    line.hear(view, shop.now());
    if shop.now() >= drop.closes_at {
        redis_line.forget_in(KEPT_AFTER_CLOSING).await?;
    }
    match view.state {
        // Closed with coupons left: it was built upon an old number, or the quota was raised.
        LineState::SoldOut if drop.remaining() > 0 => open_line(shop, line, Some(view.epoch)).await,
        // Everything is issued and nobody said so: an issuer died between commit and news.
        LineState::Open if drop.remaining() == 0 => {
            let settled = Settled { epoch: view.epoch, ticket: view.last, remaining: 0 };
            match redis_line.settle(&settled).await? {
                Some(view) => hear_and_tell(shop, line, view).await,
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// Builds a line from MySQL: at its first opening, and whenever Redis forgot it. Tickets go on
/// from the highest that was decided; who waited has to come again, which pages do by themselves
/// when they see the new epoch.
pub(super) async fn open_line(
    shop: &Shop,
    line: &KnownLine,
    instead_of: Option<i64>,
) -> Outcome<()> {
    let id = line.facts().id;
    let Some(drop) = list::find(shop, id).await? else { return Ok(()) };
    if instead_of.is_some() && drop.remaining() == 0 {
        return Ok(());
    }
    let serving = sqlx::query_scalar!("select serving from drops where id = ?", id.0)
        .fetch_one(&shop.mysql)
        .await?;
    let epoch = shop.now().ms();
    let opened = Line::of(&shop.redis, id).open(&drop, serving, epoch, instead_of).await?;
    match opened {
        Some(view) => {
            if view.epoch == epoch {
                keep_places(shop, line).await?;
            }
            hear_and_tell(shop, line, view).await
        }
        None => Ok(()),
    }
}

/// Tells a new line who has a coupon already: they are not to wait again.
async fn keep_places(shop: &Shop, line: &KnownLine) -> Outcome<()> {
    let id = line.facts().id;
    let held = sqlx::query!("select member_id, ticket from coupons where drop_id = ?", id.0)
        .fetch_all(&shop.mysql)
        .await?;
    // Who came through the door had no ticket; any that is decided will do.
    let places: Vec<(MemberId, Ticket)> =
        held.iter().map(|row| (MemberId(row.member_id), row.ticket.unwrap_or(0))).collect();
    Line::of(&shop.redis, id).keep_places(&places).await
}

async fn hear_and_tell(shop: &Shop, line: &KnownLine, view: LineView) -> Outcome<()> {
    line.hear(view, shop.now());
    news::publish_line(shop, view).await
}
