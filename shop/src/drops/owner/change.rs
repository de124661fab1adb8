//! A change of a drop: its row, the record, and then everybody who has to know.

use crate::audit::{self, Subject};
use crate::drops::rows::DropRow;
use crate::drops::{Drop, DropId, create, news, reconcile};
use crate::members::MemberId;
use crate::parts::is_passing;
use crate::{Moment, Outcome, Refusal, Shop};
use serde_json::Value;

/// A deadlock passes: the whole change is tried again.
const TRIES_MAX: u32 = 3;

/// What becomes of a drop, and how it is recorded.
pub(super) struct Changed {
    pub drop: Drop,
    /// As in `drops.pause`.
    pub action: &'static str,
    pub detail: Value,
}

/// Changes a drop as `make` says, with its row locked: no decision and no other change happens
/// meanwhile. The row and the record are committed together. Redis is told then; while it is down
/// the reconciler waits to do so.
///
/// # Errors
/// [`Refusal::NoSuchDrop`], and what `make` refuses.
pub(super) async fn change(
    shop: &Shop,
    by: MemberId,
    id: DropId,
    make: impl Fn(&Drop, Moment) -> Result<Changed, Refusal>,
) -> Outcome<()> {
    let mut tries = 1;
    let changed = loop {
        match try_to_change(shop, by, id, &make).await {
            Err(sqlx::Error::Database(e)) if tries < TRIES_MAX && is_passing(e.as_ref()) => {
                tries += 1;
            }
            Err(sqlx::Error::RowNotFound) => return Err(Refusal::NoSuchDrop.into()),
            other => break other??,
        }
    };
    tell_everybody(shop, changed).await;
    Ok(())
}

async fn try_to_change(
    shop: &Shop,
    by: MemberId,
    id: DropId,
    make: &impl Fn(&Drop, Moment) -> Result<Changed, Refusal>,
) -> Result<Result<Drop, Refusal>, sqlx::Error> {
    let mut transaction = shop.mysql.begin().await?;
    let old = lock(&mut transaction, id).await?;
    let now = shop.now();
    let Changed { mut drop, action, detail } = match make(&old, now) {
        Ok(changed) => changed,
        Err(refusal) => {
            // At once, not when the connection is used again: others wait for the row.
            transaction.rollback().await?;
            return Ok(Err(refusal));
        }
    };
    drop.version = old.version + 1;
    update(&mut transaction, by, &drop).await?;
    audit::note(&mut transaction, now, by, action, Subject::Drop(id.0), &detail).await?;
    transaction.commit().await?;
    Ok(Ok(drop))
}

async fn lock(transaction: &mut sqlx::MySqlConnection, id: DropId) -> Result<Drop, sqlx::Error> {
    let row = sqlx::query_as!(
        DropRow,
        r#"select id, name, quota, issued, opens_at as "opens_at: Moment",
                  closes_at as "closes_at: Moment", discount_won, discount_percent,
                  discount_cap_won, minimum_spend_won, valid_days, rate_per_s,
                  paused_at as "paused_at: Moment", version
           from drops where id = ? for update"#,
        id.0
    )
    .fetch_one(transaction)
    .await?;
    Ok(row.into())
}

async fn update(
    transaction: &mut sqlx::MySqlConnection,
    by: MemberId,
    drop: &Drop,
) -> Result<(), sqlx::Error> {
    let (won, percent, cap_won) = create::columns_of(&drop.terms);
    let paused_by = drop.paused_at.map(|_| by.0);
    sqlx::query!(
        "update drops
         set name = ?, quota = ?, opens_at = ?, closes_at = ?, discount_won = ?,
             discount_percent = ?, discount_cap_won = ?, minimum_spend_won = ?, valid_days = ?,
             rate_per_s = ?, paused_by = if(paused_at is null, ?, paused_by), paused_at = ?,
             version = ?
         where id = ?",
        drop.name,
        drop.quota,
        drop.opens_at,
        drop.closes_at,
        won,
        percent,
        cap_won,
        drop.terms.minimum_spend.0,
        drop.terms.valid_days,
        drop.rate_per_s,
        paused_by,
        drop.paused_at,
        drop.version,
        drop.id.0,
    )
    .execute(transaction)
    .await?;
    Ok(())
}

/// This process, the other processes, and the gate, in that order. What fails here is made up for
/// by the reconcilers within a second of Redis' return.
async fn tell_everybody(shop: &Shop, drop: Drop) {
    let line = shop.lines.keep(drop.clone());
    let told = async {
        news::publish_drop(shop, &drop).await?;
        reconcile::follow(shop, &line).await
    };
    if let Err(fault) = told.await {
        fault.log();
    }
}
