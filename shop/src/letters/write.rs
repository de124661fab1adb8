//! Writing a letter: a row.

use super::Kind;
use crate::members::MemberId;
use crate::{Language, Moment, Outcome};
use sqlx::MySqlConnection;

/// A letter that a verb writes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draft<'a> {
    /// What it is about.
    pub kind: Kind,
    /// Whom it is for; `None` is whoever has the address when it is sent.
    pub member: Option<MemberId>,
    /// The address it goes to.
    pub email: &'a str,
    /// The language that the member reads.
    pub language: Language,
}

/// Writes a letter; it goes out once the transaction is committed. One statement, whoever has the
/// address.
pub(crate) async fn write(
    transaction: &mut MySqlConnection,
    draft: Draft<'_>,
    now: Moment,
) -> Outcome<()> {
    sqlx::query!(
        "insert into letters (kind, member_id, email, language, written_at, due_at)
         values (?, ?, ?, ?, ?, ?)",
        draft.kind.as_str(),
        draft.member.map(|member| member.0),
        draft.email,
        draft.language.as_str(),
        now,
        now,
    )
    .execute(transaction)
    .await?;
    Ok(())
}
