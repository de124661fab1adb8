//! Keeping the files of pictures, and removing them once no product shows them.
//!
//! A picture's name is its content's hash, so two products may show the same one. Whoever writes
//! its files or removes them has its row in `pictures` locked meanwhile, from whichever process:
//! files are removed only when no product's row refers to them, and nobody can begin to refer to
//! them until they are gone and written again. A process that dies between writing and committing
//! leaves files that nothing refers to; they cost room and nothing else.

use super::Developed;
use crate::catalog::{PICTURE_SIZES_PX, is_uploaded, picture_file};
use crate::members::MemberId;
use crate::{Moment, Outcome, Shop};
use sqlx::MySqlConnection;

/// Writes the files of these pictures and locks them until the transaction ends. They are locked
/// in the order of their names, so that nobody waits in a circle.
///
/// # Errors
/// [`Refusal::StorageFull`](crate::Refusal); the store or MySQL is down.
pub(super) async fn keep(
    shop: &Shop,
    transaction: &mut MySqlConnection,
    at: Moment,
    by: MemberId,
    pictures: &[&Developed],
) -> Outcome<()> {
    let mut pictures = pictures.to_vec();
    pictures.sort_by(|a, b| a.name.cmp(&b.name));
    for picture in pictures {
        lock(transaction, at, by, &picture.name).await?;
        for (file, bytes) in &picture.files {
            shop.media.put(file, bytes.clone()).await?;
        }
    }
    Ok(())
}

/// Removes the files of those of these pictures that no product shows. What cannot be removed
/// now stays, and the log says so: nobody is shown it.
pub(super) async fn tidy(shop: &Shop, by: MemberId, names: &[String]) {
    for name in names.iter().filter(|name| is_uploaded(name)) {
        if let Err(fault) = tidy_one(shop, by, name).await {
            fault.log();
        }
    }
}

async fn tidy_one(shop: &Shop, by: MemberId, name: &str) -> Outcome<()> {
    let mut transaction = shop.mysql.begin().await?;
    lock(&mut transaction, shop.now(), by, name).await?;
    let shown =
        sqlx::query_scalar!("select 1 from product_pictures where file_name = ? limit 1", name)
            .fetch_optional(&mut *transaction)
            .await?;
    if shown.is_some() {
        return Ok(());
    }
    for px in PICTURE_SIZES_PX {
        shop.media.remove(&picture_file(name, px)).await?;
    }
    sqlx::query!("delete from pictures where name = ?", name).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(())
}

/// Locks a picture's row, which is made if need be.
async fn lock(
    transaction: &mut MySqlConnection,
    at: Moment,
    by: MemberId,
    name: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into pictures (name, kept_at, kept_by) values (?, ?, ?)
         on duplicate key update name = name",
        name,
        at,
        by.0
    )
    .execute(transaction)
    .await?;
    Ok(())
}
