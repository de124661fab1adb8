//! Making a drop.

use super::{Discount, DropForm, DropId, NewDrop};
use crate::members::{MemberId, require_admin};
use crate::{Outcome, Shop};

/// Makes a drop from an admin's form.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others, and everything that is wrong in the form.
pub async fn create(shop: &Shop, by: MemberId, form: &DropForm) -> Outcome<DropId> {
    require_admin(shop, by).await?;
    let new = form.parse(shop.now())?;
    insert(shop, by, &new).await
}

/// Puts a drop into the table. Every server finds it there within a second.
pub async fn insert(shop: &Shop, by: MemberId, new: &NewDrop) -> Outcome<DropId> {
    let (won, percent, cap) = match new.terms.discount {
        Discount::Fixed(won) => (Some(won.0), None, None),
        Discount::Percent { percent, cap } => (None, Some(percent), Some(cap.0)),
    };
    let row = sqlx::query!(
        "insert into drops (name, quota, opens_at, closes_at, discount_won, discount_percent,
                            discount_cap_won, minimum_spend_won, valid_days, rate_per_s,
                            created_at, created_by)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        new.name,
        new.quota,
        new.opens_at,
        new.closes_at,
        won,
        percent,
        cap,
        new.terms.minimum_spend.0,
        new.terms.valid_days,
        new.rate_per_s,
        shop.now(),
        by.0,
    )
    .execute(&shop.mysql)
    .await?;
    Ok(DropId(row.last_insert_id()))
}
