//! Who may do what.

use super::{Email, Member, MemberId, Role};
use crate::{Fault, Outcome, Refusal, Shop};

/// A member with their roles; `None` if there is none of this number. Whoever is blocked has no
/// role, whatever was granted; nor has somebody who still needs a second factor, on whichever
/// session.
pub async fn find(shop: &Shop, id: MemberId) -> Outcome<Option<Member>> {
    let rows = sqlx::query!(
        r#"select m.name, r.role as "role?", f.member_id is not null as "has_factor!: bool"
           from members m
           left join member_factors f on f.member_id = m.id
           left join member_blocks b on b.member_id = m.id
           left join member_roles r on r.member_id = m.id and b.member_id is null
           where m.id = ?"#,
        id.0
    )
    .fetch_all(&shop.mysql)
    .await?;
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let (name, has_factor) = (first.name.clone(), first.has_factor);
    let mut roles: Vec<_> =
        rows.iter().filter_map(|row| row.role.as_deref()?.parse().ok()).collect();
    let needs_factor = shop.factors.is_required && !has_factor && !roles.is_empty();
    if needs_factor {
        roles.clear();
    }
    Ok(Some(Member { id, name, roles, needs_factor }))
}

/// Passes an admin through.
///
/// # Errors
/// [`Refusal::FactorNeeded`] for somebody of the staff who has to set up a second factor first;
/// [`Refusal::NotAllowed`] for everybody else.
pub async fn require_admin(shop: &Shop, id: MemberId) -> Outcome<()> {
    require(shop, id, Member::is_admin).await
}

/// Passes through whoever works for the shop: counsellors and admins.
///
/// # Errors
/// The same.
pub async fn require_staff(shop: &Shop, id: MemberId) -> Outcome<()> {
    require(shop, id, Member::is_staff).await
}

async fn require(shop: &Shop, id: MemberId, may: fn(&Member) -> bool) -> Outcome<()> {
    match find(shop, id).await? {
        Some(member) if may(&member) => Ok(()),
        Some(member) if member.needs_factor => Err(Refusal::FactorNeeded.into()),
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
