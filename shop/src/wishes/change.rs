//! Wishing, and wishing no more.

use crate::catalog::ProductId;
use crate::members::MemberId;
use crate::{Fault, Outcome, Refusal, Shop};

/// Puts a product on a member's list. Wishing twice is wishing once.
///
/// # Errors
/// [`Refusal::NoSuchProduct`], also for one that was withdrawn.
pub async fn add(shop: &Shop, member: MemberId, product: ProductId) -> Outcome<()> {
    let wished = sqlx::query!(
        "insert into wishes (member_id, product_id, wished_at)
         select ?, id, ? from products where id = ? and withdrawn_at is null",
        member.0,
        shop.now(),
        product.0,
    )
    .execute(&shop.mysql)
    .await;
    match wished {
        Ok(row) if row.rows_affected() == 0 => Err(Refusal::NoSuchProduct.into()),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(()),
        other => other.map(|_| ()).map_err(Fault::from),
    }
}

/// Takes a product off a member's list. One that is not there is off already.
pub async fn remove(shop: &Shop, member: MemberId, product: ProductId) -> Outcome<()> {
    sqlx::query!("delete from wishes where member_id = ? and product_id = ?", member.0, product.0)
        .execute(&shop.mysql)
        .await?;
    Ok(())
}
