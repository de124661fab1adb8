//! Writing the record.

use super::Subject;
use crate::Moment;
use crate::members::MemberId;
use serde::Serialize;
use sqlx::MySqlConnection;

/// The column holds as much; what is longer is cut, since a record is better than none.
const DETAIL_CHARS_MAX: usize = 2_000;

/// Writes one entry in the transaction that makes the change: either both are there, or neither.
///
/// `action` is the feature and the verb, as in `drops.pause`. `detail` becomes a JSON object that
/// a person can read; it holds no secret and no address of a member.
pub(crate) async fn note(
    transaction: &mut MySqlConnection,
    at: Moment,
    by: MemberId,
    action: &'static str,
    subject: Subject,
    detail: &impl Serialize,
) -> Result<(), sqlx::Error> {
    let (kind, id) = subject.parts();
    let detail = serde_json::to_string(detail).unwrap_or_else(|_| "{}".into());
    let detail: String = detail.chars().take(DETAIL_CHARS_MAX).collect();
    sqlx::query!(
        "insert into audit_entries (at, actor_id, action, subject, subject_id, detail)
         values (?, ?, ?, ?, ?, ?)",
        at,
        by.0,
        action,
        kind,
        id,
        detail,
    )
    .execute(transaction)
    .await?;
    Ok(())
}
