//! Products and categories, straight into MySQL.

use super::TestShop;
use std::time::Duration;

/// A product with what a test cares about; the rest is as good as any other.
#[derive(Clone, Copy)]
pub struct Goods<'a> {
    pub ko: &'a str,
    pub en: &'a str,
    pub maker: (&'a str, &'a str),
    pub price: u32,
    pub stock: u32,
    pub sold: u32,
    pub category: Option<u16>,
    /// Seconds after now: the higher, the newer.
    pub age: u64,
}

impl Default for Goods<'_> {
    fn default() -> Self {
        Self {
            ko: "상품",
            en: "Product",
            maker: ("하루결", "Harugyeol"),
            price: 12_900,
            stock: 10,
            sold: 0,
            category: None,
            age: 0,
        }
    }
}

impl TestShop {
    /// Adds a product, unseen until [`TestShop::see_products`].
    pub async fn add(&self, goods: Goods<'_>) -> u64 {
        let row = sqlx::query(
            "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                                   price_won, stock, sold, category_id, created_at, changed_at)
             values (?, ?, ?, ?, '설명이에요.', 'Details.', ?, ?, ?, ?, ?, ?)",
        )
        .bind(goods.ko)
        .bind(goods.en)
        .bind(goods.maker.0)
        .bind(goods.maker.1)
        .bind(goods.price)
        .bind(goods.stock)
        .bind(goods.sold)
        .bind(goods.category)
        .bind(self.now().plus(Duration::from_secs(goods.age)))
        .bind(self.now())
        .execute(&self.direct.mysql)
        .await
        .unwrap();
        row.last_insert_id()
    }

    /// Adds a category.
    pub async fn add_category(&self, slug: &str, ko: &str, en: &str) -> u16 {
        let row = sqlx::query(
            "insert into categories (slug, name_ko, name_en, position) values (?, ?, ?, 1)",
        )
        .bind(slug)
        .bind(ko)
        .bind(en)
        .execute(&self.direct.mysql)
        .await
        .unwrap();
        u16::try_from(row.last_insert_id()).unwrap()
    }

    /// Changes a product by a piece of SQL, as another server would.
    pub async fn change(&self, id: u64, set: &'static str) {
        let statement = format!("update products set {set}, changed_at = ? where id = ?");
        sqlx::query(sqlx::AssertSqlSafe(statement))
            .bind(self.now())
            .bind(id)
            .execute(&self.direct.mysql)
            .await
            .unwrap();
    }

    /// The Korean names that a search finds, in its order.
    pub async fn names(&self, form: &[(&str, &str)]) -> Vec<String> {
        let page = self.visitor().call("catalog/search", form).await.json();
        let products = page["products"].as_array().unwrap().clone();
        products.iter().map(|p| p["name"]["ko"].as_str().unwrap().to_owned()).collect()
    }
}
