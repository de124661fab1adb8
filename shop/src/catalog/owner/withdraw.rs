//! Taking a product out of the shop, and putting it back. Orders keep what was bought.

use super::Saved;
use crate::audit::{self, Subject};
use crate::catalog::ProductId;
use crate::members::{MemberId, require_admin};
use crate::{Moment, Outcome, Refusal, Shop};
use serde::Serialize;

/// Takes a product out of the shop. One that is out stays as it is.
///
/// # Errors
/// [`Refusal::NotAllowed`] for others than admins, [`Refusal::NoSuchProduct`].
pub async fn withdraw(shop: &Shop, by: MemberId, id: ProductId) -> Outcome<Saved> {
    set(shop, by, id, true).await
}

/// Puts a product back into the shop. One that is there stays as it is.
///
/// # Errors
/// [`Refusal::NotAllowed`] for others than admins, [`Refusal::NoSuchProduct`].
pub async fn put_back(shop: &Shop, by: MemberId, id: ProductId) -> Outcome<Saved> {
    set(shop, by, id, false).await
}

#[derive(Serialize)]
struct Detail {
    name: String,
}

async fn set(shop: &Shop, by: MemberId, id: ProductId, out: bool) -> Outcome<Saved> {
    require_admin(shop, by).await?;
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let row = sqlx::query!(
        r#"select name_ko, version, withdrawn_at as "withdrawn_at: Moment"
           from products where id = ? for update"#,
        id.0
    )
    .fetch_optional(&mut *transaction)
    .await?
    .ok_or(Refusal::NoSuchProduct)?;
    if row.withdrawn_at.is_some() == out {
        return Ok(Saved { id, version: row.version, withdrawn_at: row.withdrawn_at });
    }
    let withdrawn_at = out.then_some(now);
    sqlx::query!(
        "update products
         set withdrawn_at = ?, withdrawn_by = ?, changed_at = ?, version = version + 1
         where id = ?",
        withdrawn_at,
        out.then_some(by.0),
        now,
        id.0
    )
    .execute(&mut *transaction)
    .await?;
    let action = if out { "catalog.withdraw" } else { "catalog.put_back" };
    let detail = Detail { name: row.name_ko };
    audit::note(&mut transaction, now, by, action, Subject::Product(id.0), &detail).await?;
    transaction.commit().await?;
    Ok(Saved { id, version: row.version + 1, withdrawn_at })
}
