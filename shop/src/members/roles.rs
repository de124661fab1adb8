//! Who may do what.

use super::{Email, Member, MemberId, Role};
use crate::{Fault, Outcome, Refusal, Shop};

/// A member with their roles; `None` if there is none of this number. Whoever is blocked has no
/// role, whatever was granted.
pub async fn find(shop: &Shop, id: MemberId) -> Outcome<Option<Member>> {
    let rows = sqlx::query!(
        r#"select m.name, r.role as "role?"
           from members m
           left join member_blocks b on b.member_id = m.id
           left join member_roles r on r.member_id = m.id and b.member_id is null
           where m.id = ?"#,
        id.0
    )
    .fetch_all(&shop.mysql)
    .await?;
    let Some(name) = rows.first().map(|row| row.name.clone()) else {
        return Ok(None);
    };
    let roles = rows.iter().filter_map(|row| row.role.as_deref()?.parse().ok()).collect();
    Ok(Some(Member { id, name, roles }))
}

/// Passes an admin through.
///
/// # Errors
/// [`Refusal::NotAllowed`] for everybody else.
pub async fn require_admin(shop: &Shop, id: MemberId) -> Outcome<()> {
    match find(shop, id).await? {
        Some(member) if member.is_admin() => Ok(()),
        _ => Err(Refusal::NotAllowed.into()),
    }
}

/// Passes through whoever works for the shop: counsellors and admins.
///
/// # Errors
/// [`Refusal::NotAllowed`] for everybody else.
pub async fn require_staff(shop: &Shop, id: MemberId) -> Outcome<()> {
    match find(shop, id).await? {
        Some(member) if member.is_staff() => Ok(()),
        _ => Err(Refusal::NotAllowed.into()),
    }
}

/// Gives a role to the member with this address. Granting it twice changes nothing.
///
/// # Errors
/// Nobody has the address.
pub async fn grant(shop: &Shop, email: &str, role: Role, by: &str) -> Outcome<()> {
    let email = Email::parse(email).map_err(|_| nobody())?;
    let member = sqlx::query_scalar!("select id from members where email = ?", email.as_str())
        .fetch_optional(&shop.mysql)
        .await?
        .ok_or_else(nobody)?;
    let granted = sqlx::query!(
        "insert into member_roles (member_id, role, granted_at, granted_by) values (?, ?, ?, ?)",
        member,
        role.as_str(),
        shop.now(),
        by,
    )
    .execute(&shop.mysql)
    .await;
    match granted {
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(()),
        other => other.map(|_| ()).map_err(Fault::from),
    }
}

fn nobody() -> Fault {
    Fault::Broken("no member has this e-mail address".into())
}
