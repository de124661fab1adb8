//! Taking a second factor away.

use crate::audit::{Subject, note};
use crate::members::MemberId;
use crate::members::prove::prove;
use crate::members::sessions::{self, Session};
use crate::parts::security::{self, Event};
use crate::{Fault, Outcome, Shop};
use serde_json::json;
use sqlx::MySqlConnection;

/// Takes the asker's own second factor away. Who has none keeps having none.
///
/// # Errors
/// As for every proof of who somebody is (`prove`).
pub async fn remove(shop: &Shop, session: Session, password: &str) -> Outcome<()> {
    prove(shop, session, password).await?;
    let (member, now) = (session.member, shop.now());
    let mut transaction = shop.mysql.begin().await?;
    if !delete(&mut transaction, member).await? {
        return Ok(());
    }
    let subject = Subject::Member(member.0);
    note(&mut transaction, now, member, "members.remove_factor", subject, &json!({})).await?;
    transaction.commit().await?;
    security::note(Event::FactorRemoved, member, "form");
    Ok(())
}

/// Takes the second factor of the member with this address away, and signs them out everywhere: for
/// the machine's owner, where the only admin has lost telephone and recovery codes. Who has none keeps
/// having none.
///
/// # Errors
/// Nobody has the address.
pub async fn remove_of(shop: &Shop, email: &str, by: &str) -> Outcome<()> {
    let mut transaction = shop.mysql.begin().await?;
    let member = sqlx::query_scalar!("select id from members where email = ? for update", email)
        .fetch_optional(&mut *transaction)
        .await?
        .map(MemberId)
        .ok_or_else(|| Fault::Broken("no member has this e-mail address".into()))?;
    if !delete(&mut transaction, member).await? {
        return Ok(());
    }
    let now = shop.now();
    sessions::end_others(&mut transaction, member, None, now, by).await?;
    // The record's actor is a member, and the command line is none.
    let (subject, detail) = (Subject::Member(member.0), json!({ "by": by }));
    note(&mut transaction, now, member, "members.remove_factor", subject, &detail).await?;
    transaction.commit().await?;
    security::note(Event::FactorRemoved, member, "command line");
    Ok(())
}

/// The rows of a member's factor, and of one on offer; `true` if there was one.
pub(in crate::members) async fn delete(
    transaction: &mut MySqlConnection,
    member: MemberId,
) -> Outcome<bool> {
    sqlx::query!("delete from member_factor_offers where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    sqlx::query!("delete from member_recovery_codes where member_id = ?", member.0)
        .execute(&mut *transaction)
        .await?;
    let deleted = sqlx::query!("delete from member_factors where member_id = ?", member.0)
        .execute(transaction)
        .await?;
    Ok(deleted.rows_affected() == 1)
}
