//! Making a drop.

use super::{Discount, DropForm, DropId, NewDrop, Terms};
use crate::audit::{self, Subject};
use crate::members::{MemberId, require_admin};
use crate::{Outcome, Shop};

/// Makes a drop from an admin's form.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal) for others, and everything that is wrong in the form.
pub async fn create(shop: &Shop, by: MemberId, form: &DropForm) -> Outcome<DropId> {
    require_admin(shop, by).await?;
    let new = form.parse(shop.now())?;
    let mut transaction = shop.mysql.begin().await?;
    let id = insert_into(&mut transaction, shop, by, &new).await?;
    let detail = DropForm::from(&new);
    let subject = Subject::Drop(id.0);
    audit::note(&mut transaction, shop.now(), by, "drops.create", subject, &detail).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Puts a drop into the table. Every server finds it there within a second.
pub async fn insert(shop: &Shop, by: MemberId, new: &NewDrop) -> Outcome<DropId> {
    let mut connection = shop.mysql.acquire().await?;
    Ok(insert_into(&mut connection, shop, by, new).await?)
}

async fn insert_into(
    connection: &mut sqlx::MySqlConnection,
    shop: &Shop,
    by: MemberId,
    new: &NewDrop,
) -> Result<DropId, sqlx::Error> {
    let (won, percent, cap_won) = columns_of(&new.terms);
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
        cap_won,
        new.terms.minimum_spend.0,
        new.terms.valid_days,
        new.rate_per_s,
        shop.now(),
        by.0,
    )
    .execute(connection)
    .await?;
    Ok(DropId(row.last_insert_id()))
}

/// A discount as the table holds it: won, or percent and the most in won.
pub(super) fn columns_of(terms: &Terms) -> (Option<u32>, Option<u8>, Option<u32>) {
    match terms.discount {
        Discount::Fixed(won) => (Some(won.0), None, None),
        Discount::Percent { percent, cap } => (None, Some(percent), Some(cap.0)),
    }
}
