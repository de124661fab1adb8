//! Shelves full of products, the same ones in every run.

use shop::Shop;
use sqlx::{MySql, QueryBuilder};
use std::time::Duration;

/// Twelve values a row: below the 65,535 that one statement takes.
const ROWS_PER_INSERT: usize = 2_000;
/// More than a rehearsal sells.
const PIECES: u32 = 4_000_000;
const PRICE_STEP_WON: usize = 100;
const PRICES: usize = 900;
const PRICE_MIN_WON: usize = 5_000;
const BETWEEN_PRODUCTS: Duration = Duration::from_secs(1);

/// Words that products are named after, and that shoppers look for.
pub(super) const KINDS: [(&str, &str); 12] = [
    ("세럼", "Serum"),
    ("크림", "Cream"),
    ("머그컵", "Mug"),
    ("접시", "Plate"),
    ("향초", "Candle"),
    ("샴푸", "Shampoo"),
    ("베개", "Pillow"),
    ("이불", "Blanket"),
    ("립밤", "Lip Balm"),
    ("선크림", "Sunscreen"),
    ("조명", "Lamp"),
    ("바구니", "Basket"),
];
const LOOKS: [(&str, &str); 10] = [
    ("하얀", "White"),
    ("고요한", "Quiet"),
    ("아침", "Morning"),
    ("숲속", "Forest"),
    ("달빛", "Moonlit"),
    ("포근한", "Cosy"),
    ("맑은", "Clear"),
    ("깊은", "Deep"),
    ("작은", "Little"),
    ("느린", "Slow"),
];

/// Adds products until there are so many. Gives the numbers of all of them.
pub(super) async fn fill_up_to(shop: &Shop, count: usize) -> Result<Vec<u64>, String> {
    let said = |error: sqlx::Error| format!("products: {error}");
    add_categories(shop).await.map_err(said)?;
    let mut there = numbers(shop).await.map_err(said)?;
    while there.len() < count {
        let first = there.len();
        let last = count.min(first + ROWS_PER_INSERT);
        insert(shop, first..last).await.map_err(said)?;
        there = numbers(shop).await.map_err(said)?;
    }
    Ok(there)
}

async fn numbers(shop: &Shop) -> Result<Vec<u64>, sqlx::Error> {
    sqlx::query_scalar("select id from products order by id").fetch_all(&shop.mysql).await
}

async fn add_categories(shop: &Shop) -> Result<(), sqlx::Error> {
    let there: i64 =
        sqlx::query_scalar("select count(*) from categories").fetch_one(&shop.mysql).await?;
    if there > 0 {
        return Ok(());
    }
    let mut insert =
        QueryBuilder::<MySql>::new("insert into categories (slug, name_ko, name_en, position) ");
    insert.push_values((1_u16..).zip(KINDS), |mut row, (position, (ko, en))| {
        row.push_bind(format!("shelf-{position}")).push_bind(ko).push_bind(en).push_bind(position);
    });
    insert.build().execute(&shop.mysql).await.map(|_| ())
}

async fn insert(shop: &Shop, which: std::ops::Range<usize>) -> Result<(), sqlx::Error> {
    let now = shop.now();
    let shelves: Vec<u16> = sqlx::query_scalar("select id from categories order by position")
        .fetch_all(&shop.mysql)
        .await?;
    let mut insert = QueryBuilder::<MySql>::new(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, category_id, created_at, changed_at) ",
    );
    insert.push_values(which, |mut row, n| {
        let (kind, look) = (KINDS[n % KINDS.len()], LOOKS[n / KINDS.len() % LOOKS.len()]);
        let price = PRICE_MIN_WON + n % PRICES * PRICE_STEP_WON;
        let age = BETWEEN_PRODUCTS * u32::try_from(n).unwrap_or(u32::MAX);
        row.push_bind(format!("{} {} {n}", look.0, kind.0))
            .push_bind(format!("{} {} {n}", look.1, kind.1))
            .push_bind(format!("공방 {}", n % 97))
            .push_bind(format!("Workshop {}", n % 97))
            .push_bind("리허설에서 만든 상품이에요.")
            .push_bind("Made for a rehearsal.")
            .push_bind(price as u32)
            .push_bind(PIECES)
            .push_bind(shelves[n % shelves.len()])
            .push_bind(now.minus(age))
            .push_bind(now);
    });
    insert.build().execute(&shop.mysql).await.map(|_| ())
}
