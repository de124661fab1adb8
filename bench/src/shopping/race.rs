//! A hundred shoppers want the last ten pieces.

use super::browser::Browser;
use super::purchase::{press_form, put_into_cart, try_to_place};
use super::shopper;
use crate::http::Address;
use serde::Serialize;
use shop::Shop;
use std::sync::Arc;
use tokio::task::JoinSet;

const SHOPPERS: u32 = 100;
const PIECES: u32 = 10;

/// What became of it.
#[derive(Clone, Debug, Serialize)]
pub struct Race {
    /// Who raced.
    pub shoppers: u32,
    /// What there was.
    pub pieces: u32,
    /// Who was told that they have ordered one.
    pub told: u32,
    /// Orders that MySQL has.
    pub orders: u32,
    /// Pieces that MySQL still has.
    pub left: u32,
}

impl Race {
    /// Exactly the pieces were sold, and exactly the buyers were told so.
    pub fn is_exact(&self) -> bool {
        self.told == self.pieces && self.orders == self.pieces && self.left == 0
    }
}

/// Everybody has one in the cart, everybody presses at once.
pub(super) async fn run(shop: &Arc<Shop>, address: &Address) -> Result<Race, String> {
    let shoppers = shopper::make(shop, SHOPPERS).await?;
    let product = last_pieces(shop).await.map_err(|error| format!("products: {error}"))?;
    let mut ready = JoinSet::new();
    for shopper in shoppers {
        let address = address.clone();
        ready.spawn(async move {
            let mut browser = Browser::open(&address, Some(&shopper.session)).await?;
            put_into_cart(&mut browser, product).await?;
            let form = press_form(&mut browser, shopper.member.0).await?;
            Ok::<_, String>((browser, form))
        });
    }
    let mut pressing = JoinSet::new();
    for at_the_button in ready.join_all().await {
        let (mut browser, form) = at_the_button?;
        pressing.spawn(async move { try_to_place(&mut browser, &form).await });
    }
    let mut told = 0;
    for answer in pressing.join_all().await {
        told += u32::from(answer?.status == 200);
    }
    count(shop, product, told).await.map_err(|error| format!("orders: {error}"))
}

async fn last_pieces(shop: &Shop) -> Result<u64, sqlx::Error> {
    let row = sqlx::query(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, created_at, changed_at)
         values ('마지막 열 개', 'The Last Ten', '공방', 'Workshop', '', '', 10000, ?, ?, ?)",
    )
    .bind(PIECES)
    .bind(shop.now())
    .bind(shop.now())
    .execute(&shop.mysql)
    .await?;
    Ok(row.last_insert_id())
}

async fn count(shop: &Shop, product: u64, told: u32) -> Result<Race, sqlx::Error> {
    let orders: i64 =
        sqlx::query_scalar("select count(distinct order_id) from order_lines where product_id = ?")
            .bind(product)
            .fetch_one(&shop.mysql)
            .await?;
    let left: u32 = sqlx::query_scalar("select stock from products where id = ?")
        .bind(product)
        .fetch_one(&shop.mysql)
        .await?;
    let orders = u32::try_from(orders).unwrap_or(u32::MAX);
    Ok(Race { shoppers: SHOPPERS, pieces: PIECES, told, orders, left })
}
