//! What MySQL has: the truth that everything told is held against.

use shop::drops::{DropId, Ticket};
use shop::members::MemberId;
use shop::{Moment, Shop};

/// A drop and its coupons.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// Coupons there are.
    pub quota: u32,
    /// Coupons issued, as the drop's row counts them.
    pub counted: u32,
    /// The coupons, in the order in which they were issued.
    pub coupons: Vec<Coupon>,
}

/// A coupon.
#[derive(Clone, Debug)]
pub struct Coupon {
    /// Whose.
    pub member: MemberId,
    /// Its code.
    pub code: String,
    /// The place in the line; none came through the door that is open while Redis is down.
    pub ticket: Option<Ticket>,
    /// When.
    pub issued_at: Moment,
}

/// Reads it, at one moment.
///
/// # Errors
/// MySQL is down.
pub async fn read(shop: &Shop, id: DropId) -> Result<Ledger, String> {
    read_rows(shop, id).await.map_err(|error| format!("coupons: {error}"))
}

async fn read_rows(shop: &Shop, id: DropId) -> Result<Ledger, sqlx::Error> {
    let mut transaction = shop.mysql.begin().await?;
    // With the row locked nobody issues in between.
    let (quota, counted) =
        sqlx::query_as("select quota, issued from drops where id = ? for update")
            .bind(id.0)
            .fetch_one(&mut *transaction)
            .await?;
    let rows: Vec<(u64, String, Option<u64>, Moment)> = sqlx::query_as(
        "select member_id, code, ticket, issued_at from coupons where drop_id = ? order by id",
    )
    .bind(id.0)
    .fetch_all(&mut *transaction)
    .await?;
    transaction.rollback().await?;
    let coupons = rows
        .into_iter()
        .map(|(member, code, ticket, issued_at)| Coupon {
            member: MemberId(member),
            code,
            ticket,
            issued_at,
        })
        .collect();
    Ok(Ledger { quota, counted, coupons })
}
