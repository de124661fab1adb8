//! The emergency stop, and its end.

use crate::audit::{self, Subject};
use crate::drops::{Stopped, news, stop as switch};
use crate::members::{MemberId, require_admin};
use crate::{Moment, Outcome, Shop};
use serde_json::json;

/// Sends every new click of every drop to a page that waits, on this server at once and on the
/// others within a second. Stopping twice changes nothing.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others than admins.
pub async fn stop(shop: &Shop, by: MemberId) -> Outcome<()> {
    require_admin(shop, by).await?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let stopped = sqlx::query!(
        "insert into drops_stop (id, stopped_at, stopped_by) values (1, ?, ?)",
        now,
        by.0
    )
    .execute(&mut *transaction)
    .await;
    match stopped {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => return Ok(()),
        other => other?,
    };
    audit::note(&mut transaction, now, by, "drops.stop", Subject::Shop, &json!({})).await?;
    transaction.commit().await?;
    tell_everybody(shop).await
}

/// Takes clicks again. Pages that have clicked meanwhile click again by themselves.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others than admins.
pub async fn go_on(shop: &Shop, by: MemberId) -> Outcome<()> {
    require_admin(shop, by).await?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let ended =
        sqlx::query!("delete from drops_stop where id = 1").execute(&mut *transaction).await?;
    if ended.rows_affected() == 0 {
        return Ok(());
    }
    audit::note(&mut transaction, now, by, "drops.go_on", Subject::Shop, &json!({})).await?;
    transaction.commit().await?;
    tell_everybody(shop).await
}

/// Since when and by whom clicks are stopped, if they are.
pub(super) async fn standing(shop: &Shop) -> Outcome<Option<Stopped>> {
    let row = sqlx::query!(
        r#"select stopped_at as "stopped_at: Moment", name
           from drops_stop join members on members.id = stopped_by where drops_stop.id = 1"#
    )
    .fetch_optional(&shop.mysql)
    .await?;
    Ok(row.map(|row| Stopped { at: row.stopped_at, by: row.name }))
}

/// This process, then the others. Whom the news do not reach look by themselves once a second.
async fn tell_everybody(shop: &Shop) -> Outcome<()> {
    switch::look(shop).await?;
    if let Err(fault) = news::publish_stop(shop).await {
        fault.log();
    }
    Ok(())
}
