//! A member's own page.

use super::{MemberId, PersonName, Profile};
use crate::refusal::Problems;
use crate::{Field, Moment, Outcome, Refusal, Shop};

/// Who a member is to the shop, and how much of everything they have.
///
/// # Errors
/// [`Refusal::NotSignedIn`] if there is no such member any more.
pub async fn profile(shop: &Shop, member: MemberId) -> Outcome<Profile> {
    let row = sqlx::query!(
        r#"select m.name, m.email, m.signed_up_at as "signed_up_at: Moment",
                  exists (select 1 from confirmed_emails
                          where member_id = m.id and email = m.email)
                      as "is_email_confirmed!: bool",
                  (select count(*) from addresses where member_id = m.id) as "addresses!",
                  (select count(*) from coupons c left join coupon_uses u on u.coupon_id = c.id
                   where c.member_id = m.id and c.expires_at > ? and u.coupon_id is null)
                      as "coupons!",
                  (select count(*) from orders where member_id = m.id) as "orders!",
                  (select count(*) from wishes where member_id = m.id) as "wishes!"
           from members m where m.id = ?"#,
        shop.now(),
        member.0,
    )
    .fetch_optional(&shop.mysql)
    .await?
    .ok_or(Refusal::NotSignedIn)?;
    let count = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(Profile {
        name: row.name,
        email: row.email,
        is_email_confirmed: row.is_email_confirmed,
        signed_up_at: row.signed_up_at,
        addresses: count(row.addresses),
        coupons: count(row.coupons),
        orders: count(row.orders),
        wishes: count(row.wishes),
    })
}

/// Gives a member another name.
///
/// # Errors
/// [`Refusal::Form`].
pub async fn change_profile(shop: &Shop, member: MemberId, name: &str) -> Outcome<()> {
    let mut problems = Problems::default();
    let Some(name) = problems.take(Field::Name, PersonName::parse(name)) else {
        return Err(problems.refuse().into());
    };
    sqlx::query!("update members set name = ? where id = ?", name.as_str(), member.0)
        .execute(&shop.mysql)
        .await?;
    Ok(())
}
