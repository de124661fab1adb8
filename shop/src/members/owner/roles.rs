//! Giving and taking roles. They hold at once: every verb that wants one reads the table.

use super::admins::{lock_admins, lock_member};
use crate::audit::{Subject, note};
use crate::members::{MemberId, Role, require_admin};
use crate::{Field, Outcome, Problem, Refusal, Shop};
use serde_json::json;

/// Gives a member a role. Granting it twice changes nothing.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoSuchMember`], [`Refusal::Form`] for a role that is none.
pub async fn grant(shop: &Shop, by: MemberId, member: MemberId, role: &str) -> Outcome<()> {
    require_admin(shop, by).await?;
    let role = parse(role)?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    lock_admins(&mut transaction, by).await?;
    lock_member(&mut transaction, member).await?;
    let granted = sqlx::query!(
        "insert into member_roles (member_id, role, granted_at, granted_by) values (?, ?, ?, ?)",
        member.0,
        role.as_str(),
        now,
        format!("member {}", by.0),
    )
    .execute(&mut *transaction)
    .await;
    match granted {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => return Ok(()),
        other => other?,
    };
    let detail = json!({ "role": role.as_str() });
    note(&mut transaction, now, by, "members.grant", Subject::Member(member.0), &detail).await?;
    transaction.commit().await?;
    Ok(())
}

/// Takes a role from a member. Whoever does not have it keeps not having it.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoSuchMember`], [`Refusal::Form`] for a role that is none;
/// [`Refusal::LastAdmin`] and [`Refusal::NotYourself`] for one's own role of an admin.
pub async fn revoke(shop: &Shop, by: MemberId, member: MemberId, role: &str) -> Outcome<()> {
    require_admin(shop, by).await?;
    let role = parse(role)?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let admins = lock_admins(&mut transaction, by).await?;
    // Nobody but an admin revokes, and no admin their own role: so one always stays.
    if role == Role::Admin && member == by {
        let is_last = admins.len() == 1;
        return Err(if is_last { Refusal::LastAdmin } else { Refusal::NotYourself }.into());
    }
    lock_member(&mut transaction, member).await?;
    let revoked = sqlx::query!(
        "delete from member_roles where member_id = ? and role = ?",
        member.0,
        role.as_str(),
    )
    .execute(&mut *transaction)
    .await?;
    if revoked.rows_affected() == 0 {
        return Ok(());
    }
    let detail = json!({ "role": role.as_str() });
    note(&mut transaction, now, by, "members.revoke", Subject::Member(member.0), &detail).await?;
    transaction.commit().await?;
    Ok(())
}

fn parse(role: &str) -> Result<Role, Refusal> {
    let not_a_choice = |_| Refusal::Form(vec![(Field::Role, Problem::NotAChoice)]);
    role.trim().parse().map_err(not_a_choice)
}
