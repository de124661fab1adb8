//! Those who run the shop, locked: so changes of roles and blocks happen one after the other, and
//! two admins cannot shut each other out in the same moment.

use crate::members::{MemberId, lock};
use crate::{Outcome, Refusal};
use sqlx::MySqlConnection;

/// Locks the admins until the end of the transaction, and gives those who are not blocked.
///
/// # Errors
/// [`Refusal::NotAllowed`] if `by` is none of them by now.
pub(in crate::members) async fn lock_admins(
    transaction: &mut MySqlConnection,
    by: MemberId,
) -> Outcome<Vec<MemberId>> {
    let admins = sqlx::query_scalar!(
        "select r.member_id
         from member_roles r left join member_blocks b on b.member_id = r.member_id
         where r.role = 'admin' and b.member_id is null
         for update"
    )
    .fetch_all(transaction)
    .await?;
    let admins: Vec<MemberId> = admins.into_iter().map(MemberId).collect();
    if admins.contains(&by) { Ok(admins) } else { Err(Refusal::NotAllowed.into()) }
}

/// Locks a member until the end of the transaction: no session of theirs starts meanwhile.
///
/// # Errors
/// [`Refusal::NoSuchMember`].
pub(in crate::members) async fn lock_member(
    transaction: &mut MySqlConnection,
    member: MemberId,
) -> Outcome<()> {
    if lock(transaction, member).await? { Ok(()) } else { Err(Refusal::NoSuchMember.into()) }
}
