//! One after the other: whoever changes what is a member's locks their row first.

use super::MemberId;
use crate::{Outcome, Refusal};
use sqlx::MySqlConnection;

/// Locks a member's row until the end of the transaction: no session of theirs starts meanwhile,
/// and nobody else changes what is theirs. Whether there is such a member.
pub(crate) async fn lock(transaction: &mut MySqlConnection, member: MemberId) -> Outcome<bool> {
    let row = sqlx::query_scalar!("select id from members where id = ? for update", member.0)
        .fetch_optional(transaction)
        .await?;
    Ok(row.is_some())
}

/// The same for the member who asks.
///
/// # Errors
/// [`Refusal::NotSignedIn`] if there is no such member any more.
pub(crate) async fn lock_asker(transaction: &mut MySqlConnection, member: MemberId) -> Outcome<()> {
    if lock(transaction, member).await? { Ok(()) } else { Err(Refusal::NotSignedIn.into()) }
}
