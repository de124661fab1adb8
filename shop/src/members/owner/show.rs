//! One member, for an admin.

use super::{Block, GrantedRole, MemberFacts};
use crate::members::{MemberId, require_admin};
use crate::{Moment, Outcome, Refusal, Shop};

/// What the shop knows of a member.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NoSuchMember`].
pub async fn show(shop: &Shop, by: MemberId, id: MemberId) -> Outcome<MemberFacts> {
    require_admin(shop, by).await?;
    let row = sqlx::query!(
        r#"select m.name, m.email, m.signed_up_at as "signed_up_at: Moment",
                  (select started_at from sessions where member_id = m.id
                   order by id desc limit 1) as "signed_in_at?: Moment",
                  (select set_at from member_factors where member_id = m.id)
                      as "factor_since?: Moment",
                  b.blocked_at as "blocked_at?: Moment", b.reason as "reason?",
                  blocker.name as "blocked_by?",
                  (select count(*) from orders where member_id = m.id) as "orders!",
                  (select cast(coalesce(sum(p.amount_won), 0) as unsigned)
                   from orders o join payments p on p.order_id = o.id
                   where o.member_id = m.id and p.refunded_at is null) as "paid_won!: u64",
                  (select count(*) from coupons where member_id = m.id) as "coupons!"
           from members m
           left join member_blocks b on b.member_id = m.id
           left join members blocker on blocker.id = b.blocked_by
           where m.id = ?"#,
        id.0
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NoSuchMember)?;
    let count = |count: i64| u64::try_from(count).unwrap_or(0);
    let block = match (row.blocked_at, row.reason, row.blocked_by) {
        (Some(blocked_at), Some(reason), Some(blocked_by)) => {
            Some(Block { blocked_at, blocked_by, reason })
        }
        _ => None,
    };
    Ok(MemberFacts {
        id,
        name: row.name,
        email: row.email,
        signed_up_at: row.signed_up_at,
        signed_in_at: row.signed_in_at,
        roles: roles_of(shop, id).await?,
        factor_since: row.factor_since,
        block,
        orders: count(row.orders),
        paid_won: row.paid_won,
        coupons: count(row.coupons),
    })
}

async fn roles_of(shop: &Shop, id: MemberId) -> Outcome<Vec<GrantedRole>> {
    let rows = sqlx::query!(
        r#"select role, granted_at as "granted_at: Moment", granted_by
           from member_roles where member_id = ? order by role"#,
        id.0
    )
    .fetch_all(&shop.mysql)
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let role = row.role.parse().ok()?;
            Some(GrantedRole { role, granted_at: row.granted_at, granted_by: row.granted_by })
        })
        .collect())
}
