//! The rows of carts, their lines, and what the catalogue says of these.

use super::{COUNT_MAX, CartOwner};
use crate::catalog::ProductId;
use crate::refusal::Problem;
use crate::{Moment, Won};
use sqlx::{MySqlConnection, MySqlExecutor};

/// A cart's number, of no interest outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CartId(pub u64);

/// A line as the table holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub product: ProductId,
    pub count: u16,
    /// The price that the shopper saw last.
    pub seen: Won,
    pub added_at: Moment,
    pub left_out_at: Option<Moment>,
}

/// A product that the shop sells.
#[derive(Clone, Copy, Debug)]
pub(super) struct OnShelf {
    pub price: Won,
    pub pieces: u32,
}

impl OnShelf {
    /// Passes a count that the shop could deliver, or says what is wrong with it.
    pub fn allow(self, count: u16) -> Result<(), Problem> {
        let max = self.pieces.min(COUNT_MAX.into());
        match u32::from(count) {
            _ if max == 0 => Err(Problem::SoldOut),
            count if count > max => Err(Problem::OutOfRange { min: 1, max: max.into() }),
            _ => Ok(()),
        }
    }
}

/// The owner's cart, if they have one.
pub(super) async fn find(
    mysql: impl MySqlExecutor<'_>,
    owner: &CartOwner,
) -> Result<Option<CartId>, sqlx::Error> {
    let id = match owner {
        CartOwner::Member(id) => {
            sqlx::query_scalar!("select id from carts where member_id = ?", id.0)
                .fetch_optional(mysql)
                .await
        }
        CartOwner::Visitor(key) => {
            sqlx::query_scalar!("select id from carts where visitor_hash = ?", &key.hash()[..])
                .fetch_optional(mysql)
                .await
        }
    };
    Ok(id?.map(CartId))
}

/// The same, with the row locked, so that changes of a cart happen one after the other; and with a
/// note that the cart was used, so that it is swept that much later. Both by one statement.
pub(super) async fn lock(
    transaction: &mut MySqlConnection,
    owner: &CartOwner,
    now: Moment,
) -> Result<Option<CartId>, sqlx::Error> {
    let locked = match owner {
        CartOwner::Member(id) => {
            sqlx::query!(
                "update carts set id = last_insert_id(id), changed_at = ? where member_id = ?",
                now,
                id.0,
            )
            .execute(transaction)
            .await
        }
        CartOwner::Visitor(key) => {
            let hash = key.hash();
            sqlx::query!(
                "update carts set id = last_insert_id(id), changed_at = ? where visitor_hash = ?",
                now,
                &hash[..],
            )
            .execute(transaction)
            .await
        }
    };
    let locked = locked?;
    Ok((locked.rows_affected() > 0).then(|| CartId(locked.last_insert_id())))
}

/// Makes the owner's cart. A unique key refuses the second of two at once.
pub(super) async fn make(
    transaction: &mut MySqlConnection,
    owner: &CartOwner,
    now: Moment,
) -> Result<CartId, sqlx::Error> {
    let (member, hash) = match owner {
        CartOwner::Member(id) => (Some(id.0), None),
        CartOwner::Visitor(key) => (None, Some(key.hash().to_vec())),
    };
    let made = sqlx::query!(
        "insert into carts (member_id, visitor_hash, created_at, changed_at) values (?, ?, ?, ?)",
        member,
        hash,
        now,
        now,
    )
    .execute(transaction)
    .await?;
    Ok(CartId(made.last_insert_id()))
}

/// The lines of a cart, the newest first.
pub(super) async fn lines(
    transaction: &mut MySqlConnection,
    cart: CartId,
) -> Result<Vec<Kept>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select product_id, count, price_won, added_at as "added_at: Moment",
                  left_out_at as "left_out_at: Moment"
           from cart_lines where cart_id = ? order by added_at desc, product_id desc"#,
        cart.0
    )
    .fetch_all(transaction)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Kept {
            product: ProductId(row.product_id),
            count: row.count,
            seen: Won(row.price_won),
            added_at: row.added_at,
            left_out_at: row.left_out_at,
        })
        .collect())
}

/// Puts a line into a cart, in place of the one that it has of this product.
pub(super) async fn put(
    transaction: &mut MySqlConnection,
    cart: CartId,
    line: &Kept,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "insert into cart_lines (cart_id, product_id, count, price_won, added_at, left_out_at)
         values (?, ?, ?, ?, ?, ?)
         on duplicate key update count = ?, price_won = ?, left_out_at = ?",
        cart.0,
        line.product.0,
        line.count,
        line.seen.0,
        line.added_at,
        line.left_out_at,
        line.count,
        line.seen.0,
        line.left_out_at,
    )
    .execute(transaction)
    .await?;
    Ok(())
}

/// What the shop has of a product, unless it was withdrawn.
pub(super) async fn on_shelf(
    transaction: &mut MySqlConnection,
    product: ProductId,
) -> Result<Option<OnShelf>, sqlx::Error> {
    let row = sqlx::query!(
        "select price_won, stock from products where id = ? and withdrawn_at is null",
        product.0
    )
    .fetch_optional(transaction)
    .await?;
    Ok(row.map(|row| OnShelf { price: Won(row.price_won), pieces: row.stock }))
}
