//! Closing an account, and opening it again.

use super::REASON_CHARS_MAX;
use super::admins::{lock_admins, lock_member};
use crate::audit::{Subject, note};
use crate::members::{MemberId, line_of_text, require_admin, sessions};
use crate::parts::security::{self, Event};
use crate::refusal::Problems;
use crate::{Field, Outcome, Refusal, Shop};
use serde_json::json;

/// What stands in the table of sessions as the reason for their end.
const ENDED_BY: &str = "block";

/// Closes a member's account: they are signed out here at once and on the other servers within
/// half a second, and cannot sign in. Blocking twice changes nothing.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoSuchMember`], [`Refusal::NotYourself`], [`Refusal::Form`]
/// without a good reason.
pub async fn block(shop: &Shop, by: MemberId, member: MemberId, reason: &str) -> Outcome<()> {
    require_admin(shop, by).await?;
    if member == by {
        return Err(Refusal::NotYourself.into());
    }
    let mut problems = Problems::default();
    let reason = problems.take(Field::Reason, line_of_text(reason, REASON_CHARS_MAX));
    let reason = reason.ok_or_else(|| problems.refuse())?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    lock_admins(&mut transaction, by).await?;
    lock_member(&mut transaction, member).await?;
    let blocked = sqlx::query!(
        "insert into member_blocks (member_id, blocked_at, blocked_by, reason)
         values (?, ?, ?, ?)",
        member.0,
        now,
        by.0,
        reason,
    )
    .execute(&mut *transaction)
    .await;
    match blocked {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => return Ok(()),
        other => other?,
    };
    let ended = sessions::end_others(&mut transaction, member, None, now, ENDED_BY).await?;
    let detail = json!({ "reason": reason });
    note(&mut transaction, now, by, "members.block", Subject::Member(member.0), &detail).await?;
    transaction.commit().await?;
    sessions::forget(shop, &ended);
    security::note(Event::SessionEnded, member, "block");
    Ok(())
}

/// Opens a member's account again, with the roles they had. They sign in anew.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoSuchMember`].
pub async fn unblock(shop: &Shop, by: MemberId, member: MemberId) -> Outcome<()> {
    require_admin(shop, by).await?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    lock_admins(&mut transaction, by).await?;
    lock_member(&mut transaction, member).await?;
    let unblocked = sqlx::query!("delete from member_blocks where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    if unblocked.rows_affected() == 0 {
        return Ok(());
    }
    let subject = Subject::Member(member.0);
    note(&mut transaction, now, by, "members.unblock", subject, &json!({})).await?;
    transaction.commit().await?;
    Ok(())
}
