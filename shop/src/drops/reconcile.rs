//! The reconciler: once a second every server holds Redis against MySQL, and mends Redis.

use super::facts::Facts;
use super::line::{Line, NO_TICKET, Settled};
use super::lines::KnownLine;
use super::rules::belief::is_behind;
use super::rules::mending::{Mending, kept_place, mending, new_epoch};
use super::{Drop, DropId, LineView, Ticket, list, news, pulse, stop};
use crate::members::MemberId;
use crate::{Outcome, Shop};
use std::time::Duration;

/// Lines are built this long before their drop opens, and kept as long after it closed.
const MARGIN: Duration = Duration::from_secs(10 * 60);
/// With coupons left somebody may still be served: in a pause, or at a slow rate. Redis forgets a
/// line this long after the last look at it.
const KEPT_AFTER_CLOSING: Duration = Duration::from_secs(24 * 60 * 60);

/// Looks whether clicks are stopped, and at every drop that is open, or soon will be, or lately was.
///
/// # Errors
/// MySQL is down. That Redis is down is no error here: there is nothing to mend then.
pub async fn step(shop: &Shop) -> Outcome<()> {
    stop::look(shop).await?;
    let current = list::current(shop, MARGIN, KEPT_AFTER_CLOSING).await?;
    refresh_others(shop, &current).await?;
    for drop in current {
        let line = shop.lines.keep(drop);
        line.pulse.collect(shop.now());
        match reconcile(shop, &line).await {
            Ok(()) => line.learn_winners(shop).await?,
            Err(fault) => fault.log(),
        }
    }
    let now = shop.now();
    shop.lines.keep_only(|drop| {
        let margin = if drop.remaining() > 0 { KEPT_AFTER_CLOSING } else { MARGIN };
        drop.closes_at >= now.minus(margin)
    });
    Ok(())
}

/// Reads again what is known of drops that are not current: an owner may have moved them.
async fn refresh_others(shop: &Shop, current: &[Drop]) -> Outcome<()> {
    let is_current = |id: &DropId| current.iter().any(|drop| drop.id == *id);
    let mut others: Vec<DropId> = shop.lines.all().iter().map(|line| line.facts().id).collect();
    others.retain(|id| !is_current(id));
    if others.is_empty() {
        return Ok(());
    }
    for drop in list::find_all(shop, &others).await? {
        shop.lines.keep(drop);
    }
    Ok(())
}

async fn reconcile(shop: &Shop, line: &KnownLine) -> Outcome<()> {
    let drop = line.facts();
    let redis_line = Line::of(&shop.redis, drop.id);
    let known = line.view();
    let Some(view) = redis_line.gate().await? else {
        return open_line(shop, line, None).await;
    };
    if known.is_some_and(|known| is_behind(&view, &known)) {
        // Redis lost its newest writes. What it says now is what issuers and clicks will find.
        line.forget_view();
    }
    if shop.now() >= drop.closes_at {
        redis_line.forget_in(KEPT_AFTER_CLOSING).await?;
    }
    mend(shop, line, view).await?;
    pulse::beat(shop, line).await
}

/// Brings a gate in line with MySQL, if there is one: at once after an owner's change.
pub(super) async fn follow(shop: &Shop, line: &KnownLine) -> Outcome<()> {
    match Line::of(&shop.redis, line.facts().id).gate().await? {
        Some(view) => mend(shop, line, view).await,
        None => Ok(()),
    }
}

async fn mend(shop: &Shop, line: &KnownLine, view: LineView) -> Outcome<()> {
    line.hear(view, shop.now());
    let drop = line.facts();
    let facts = Facts::from(&drop);
    match mending(&facts, &view) {
        Mending::Nothing => Ok(()),
        Mending::Replace => open_line(shop, line, Some(view.epoch)).await,
        Mending::Tell => {
            let settled = Settled { epoch: view.epoch, ticket: NO_TICKET, facts };
            match Line::of(&shop.redis, drop.id).settle(&settled).await? {
                Some(view) => hear_and_tell(shop, line, view).await,
                None => Ok(()),
            }
        }
    }
}

/// Builds a line from MySQL: at its first opening, whenever Redis forgot it, and when coupons are
/// added to a drop that was sold out. Tickets go on from the highest that was decided; who waited
/// has to come again, which pages do by themselves when they see the new epoch.
pub(super) async fn open_line(
    shop: &Shop,
    line: &KnownLine,
    instead_of: Option<i64>,
) -> Outcome<()> {
    let id = line.facts().id;
    let Some(drop) = list::find(shop, id).await? else { return Ok(()) };
    shop.lines.keep(drop.clone());
    if instead_of.is_some() && drop.remaining() == 0 {
        return Ok(());
    }
    let serving = sqlx::query_scalar!("select serving from drops where id = ?", id.0)
        .fetch_one(&shop.mysql)
        .await?;
    let epoch = new_epoch(shop.now(), instead_of);
    let facts = Facts::from(&drop);
    let opened = Line::of(&shop.redis, id).open(&facts, serving, epoch, instead_of).await?;
    match opened {
        Some(view) => {
            if view.epoch == epoch {
                keep_places(shop, line, &view).await?;
            }
            hear_and_tell(shop, line, view).await
        }
        None => Ok(()),
    }
}

/// Tells a new line who has a coupon already: they are not to wait again.
async fn keep_places(shop: &Shop, line: &KnownLine, view: &LineView) -> Outcome<()> {
    let id = line.facts().id;
    let held = sqlx::query!("select member_id, ticket from coupons where drop_id = ?", id.0)
        .fetch_all(&shop.mysql)
        .await?;
    let place = |ticket| kept_place(ticket, view.serving);
    let places: Vec<(MemberId, Ticket)> =
        held.iter().map(|row| (MemberId(row.member_id), place(row.ticket))).collect();
    Line::of(&shop.redis, id).keep_places(view.epoch, &places).await
}

async fn hear_and_tell(shop: &Shop, line: &KnownLine, view: LineView) -> Outcome<()> {
    line.hear(view, shop.now());
    news::publish_line(shop, view).await
}
