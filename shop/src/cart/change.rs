//! Changing what is in a cart. Every change answers with the cart as it is then.

use super::add::{count_of, wrong_count};
use super::again::{Try, until_it_stands};
use super::rows::{self, CartId};
use super::{Cart, CartOwner, show};
use crate::catalog::ProductId;
use crate::{Moment, Outcome, Refusal, Shop};
use sqlx::MySqlConnection;

/// Sets how many pieces a line has, and takes note that the shopper has seen its price.
///
/// # Errors
/// [`Refusal::NoSuchProduct`] if it is not in the cart, or was withdrawn. [`Refusal::Form`] about
/// the count, as for [`add`](super::add); the line keeps the one it has.
pub async fn set_count(
    shop: &Shop,
    owner: Option<&CartOwner>,
    product: ProductId,
    count: &str,
) -> Outcome<Cart> {
    let count = count_of(count)?;
    let owner = owner.ok_or(Refusal::NoSuchProduct)?;
    until_it_stands(|| try_to_set_count(shop, owner, product, count)).await?;
    show(shop, Some(owner)).await
}

/// Takes a line out. One that is not there is out already.
pub async fn remove(shop: &Shop, owner: Option<&CartOwner>, product: ProductId) -> Outcome<Cart> {
    let Some(owner) = owner else {
        return Ok(Cart::default());
    };
    until_it_stands(|| try_to_remove(shop, owner, product)).await?;
    show(shop, Some(owner)).await
}

/// Chooses a line for the next order, or leaves it out of it, and takes note that the shopper has
/// seen its price.
///
/// # Errors
/// [`Refusal::NoSuchProduct`] if it is not in the cart.
pub async fn choose(
    shop: &Shop,
    owner: Option<&CartOwner>,
    product: ProductId,
    chosen: bool,
) -> Outcome<Cart> {
    let owner = owner.ok_or(Refusal::NoSuchProduct)?;
    until_it_stands(|| try_to_choose(shop, owner, product, chosen)).await?;
    show(shop, Some(owner)).await
}

async fn try_to_set_count(
    shop: &Shop,
    owner: &CartOwner,
    product: ProductId,
    count: u16,
) -> Try<()> {
    let mut transaction = shop.mysql.begin().await?;
    let Some((cart, _)) = lock_line(&mut transaction, owner, product, shop.now()).await? else {
        return Ok(Err(Refusal::NoSuchProduct));
    };
    let Some(offer) = rows::on_shelf(&mut transaction, product).await? else {
        return Ok(Err(Refusal::NoSuchProduct));
    };
    if let Err(problem) = offer.allow(count) {
        return Ok(Err(wrong_count(problem)));
    }
    sqlx::query!(
        "update cart_lines set count = ?, price_won = ? where cart_id = ? and product_id = ?",
        count,
        offer.price.0,
        cart.0,
        product.0,
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(Ok(()))
}

async fn try_to_remove(shop: &Shop, owner: &CartOwner, product: ProductId) -> Try<()> {
    let mut transaction = shop.mysql.begin().await?;
    let Some(cart) = rows::lock(&mut transaction, owner, shop.now()).await? else {
        return Ok(Ok(()));
    };
    sqlx::query!("delete from cart_lines where cart_id = ? and product_id = ?", cart.0, product.0)
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(Ok(()))
}

async fn try_to_choose(
    shop: &Shop,
    owner: &CartOwner,
    product: ProductId,
    chosen: bool,
) -> Try<()> {
    let now = shop.now();
    let mut transaction = shop.mysql.begin().await?;
    let Some((cart, left_out_at)) = lock_line(&mut transaction, owner, product, now).await? else {
        return Ok(Err(Refusal::NoSuchProduct));
    };
    let left_out_at = if chosen { None } else { left_out_at.or(Some(now)) };
    // Read apart from the update, which would lock the product's row.
    let price = sqlx::query_scalar!("select price_won from products where id = ?", product.0)
        .fetch_one(&mut *transaction)
        .await?;
    sqlx::query!(
        "update cart_lines set left_out_at = ?, price_won = ? where cart_id = ? and product_id = ?",
        left_out_at,
        price,
        cart.0,
        product.0,
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(Ok(()))
}

/// The owner's cart, locked, and since when its line of this product is left out.
async fn lock_line(
    transaction: &mut MySqlConnection,
    owner: &CartOwner,
    product: ProductId,
    now: Moment,
) -> Result<Option<(CartId, Option<Moment>)>, sqlx::Error> {
    let Some(cart) = rows::lock(transaction, owner, now).await? else {
        return Ok(None);
    };
    let line = sqlx::query!(
        r#"select left_out_at as "left_out_at: Moment" from cart_lines
           where cart_id = ? and product_id = ?"#,
        cart.0,
        product.0
    )
    .fetch_optional(transaction)
    .await?;
    Ok(line.map(|line| (cart, line.left_out_at)))
}
