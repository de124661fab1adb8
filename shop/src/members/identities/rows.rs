//! The rows of identities, each with the event that made it.

use super::{Known, Provider};
use crate::members::MemberId;
use crate::{Moment, Outcome, Refusal, Shop};
use sqlx::MySqlConnection;

/// The member whom a provider vouches for.
pub(super) async fn owner_of(shop: &Shop, known: &Known) -> Outcome<Option<MemberId>> {
    let owner = sqlx::query_scalar!(
        "select member_id from member_identities where provider = ? and subject = ?",
        known.provider.as_str(),
        known.subject,
    )
    .fetch_optional(&shop.mysql)
    .await?;
    Ok(owner.map(MemberId))
}

/// Links an identity to a member.
///
/// # Errors
/// [`Refusal::IdentityTaken`]: it is another's, or the member has another of this provider.
pub(super) async fn insert(
    transaction: &mut MySqlConnection,
    member: MemberId,
    known: &Known,
    now: Moment,
) -> Outcome<()> {
    let inserted = sqlx::query!(
        "insert into member_identities (provider, subject, member_id, linked_at)
         values (?, ?, ?, ?)",
        known.provider.as_str(),
        known.subject,
        member.0,
        now,
    )
    .execute(&mut *transaction)
    .await;
    match inserted {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            return Err(Refusal::IdentityTaken.into());
        }
        other => other?,
    };
    note(transaction, member, known.provider, "linked", now).await
}

/// Ends what links a provider to a member.
pub(super) async fn delete(
    transaction: &mut MySqlConnection,
    member: MemberId,
    provider: Provider,
    now: Moment,
) -> Outcome<()> {
    sqlx::query!(
        "delete from member_identities where member_id = ? and provider = ?",
        member.0,
        provider.as_str(),
    )
    .execute(&mut *transaction)
    .await?;
    note(transaction, member, provider, "unlinked", now).await
}

/// Members link and unlink by themselves: who did it is who it was done to.
async fn note(
    transaction: &mut MySqlConnection,
    member: MemberId,
    provider: Provider,
    event: &str,
    now: Moment,
) -> Outcome<()> {
    sqlx::query!(
        "insert into member_identity_events (member_id, provider, event, happened_at, happened_by)
         values (?, ?, ?, ?, ?)",
        member.0,
        provider.as_str(),
        event,
        now,
        member.0,
    )
    .execute(transaction)
    .await?;
    Ok(())
}

/// Erases every way in of a member who leaves, and what happened to them.
pub(in crate::members) async fn erase(
    transaction: &mut MySqlConnection,
    member: MemberId,
) -> Outcome<()> {
    sqlx::query!("delete from member_identities where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    sqlx::query!("delete from member_identity_events where member_id = ?", member.0)
        .execute(transaction)
        .await?;
    Ok(())
}
