//! The owner's list, and how MySQL answers it.

use crate::kit::shop::insert_member;
use crate::kit::{Person, TestShop};
use sqlx::Row;
use sqlx::mysql::MySqlRow;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const LIST_SQL: [(&str, &str); 4] = [
    ("newest", include_str!("../../../../shop/src/catalog/owner/list/newest.sql")),
    ("in_standing", include_str!("../../../../shop/src/catalog/owner/list/in_standing.sql")),
    ("by_name", include_str!("../../../../shop/src/catalog/owner/list/by_name.sql")),
    ("by_creator", include_str!("../../../../shop/src/catalog/owner/list/by_creator.sql")),
];

/// A product so many days old.
async fn add(shop: &TestShop, name: &str, days: u32, stock: u32, by: u64) -> u64 {
    let row = sqlx::query(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, created_at, created_by)
         values (?, concat('EN ', ?), '하루결', 'Harugyeol', '설명', 'Details', 12900, ?, ?, ?)",
    )
    .bind(name)
    .bind(name)
    .bind(stock)
    .bind(shop.now().minus(DAY * days).minus(Duration::from_secs(60)))
    .bind(by)
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    row.last_insert_id()
}

async fn names(admin: &Person, form: &[(&str, &str)]) -> Vec<String> {
    let page = admin.call("catalog/owner_list", form).await.json();
    let products = page["products"].as_array().unwrap().clone();
    products.iter().map(|product| product["name"]["ko"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_list_is_looked_through_by_time_standing_and_name() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    let other = insert_member(&shop.direct, "other@test.kr").await;
    sqlx::query("update members set name = '박지우' where id = ?")
        .bind(other.0)
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
    let me = admin.id().0;
    add(&shop, "오늘 비누", 0, 5, me).await;
    add(&shop, "사흘 비누", 3, 0, me).await;
    add(&shop, "보름 비누", 15, 5, other.0).await;
    let old = add(&shop, "석달 접시", 90, 5, other.0).await;
    add(&shop, "한해 접시", 365, 5, me).await;
    admin.call("catalog/withdraw", &[("product_id", &old.to_string())]).await;

    let all = ["오늘 비누", "사흘 비누", "보름 비누", "석달 접시", "한해 접시"];
    assert_eq!(names(&admin, &[]).await, all);
    for (since, count) in [("day", 1), ("week", 2), ("month", 3), ("half_year", 4), ("lately", 5)] {
        assert_eq!(names(&admin, &[("since", since)]).await, all[..count], "{since}");
    }
    assert_eq!(names(&admin, &[("standing", "sold_out")]).await, ["사흘 비누"]);
    assert_eq!(names(&admin, &[("standing", "withdrawn")]).await, ["석달 접시"]);
    let on_sale = names(&admin, &[("standing", "on_sale"), ("since", "month")]).await;
    assert_eq!(on_sale, ["오늘 비누", "보름 비누"]);
    assert_eq!(names(&admin, &[("words", "오늘")]).await, ["오늘 비누"]);
    assert_eq!(names(&admin, &[("words", "en 한해")]).await, ["한해 접시"]);
    assert!(names(&admin, &[("words", "%")]).await.is_empty());
    let creator = [("by", "creator"), ("words", "박지")];
    assert_eq!(names(&admin, &creator).await, ["보름 비누", "석달 접시"]);
    let both = [("by", "creator"), ("words", "박지"), ("standing", "on_sale")];
    assert_eq!(names(&admin, &both).await, ["보름 비누"]);

    let page = admin.get("/admin/products?standing=sold_out&since=week").await;
    assert!(page.text.contains("사흘 비누") && !page.text.contains("오늘 비누"));
    let page = admin.get("/admin/products?words=%EC%97%86%EC%9D%8C").await;
    assert!(page.text.contains("조건에 맞는 상품이 없어요"));
}

#[tokio::test]
async fn pages_hold_every_product_once() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@test.kr").await;
    for number in 0..43 {
        add(&shop, &format!("상품 {number}"), number, 5, admin.id().0).await;
    }
    let mut found = vec![];
    for page in ["1", "2", "3"] {
        found.extend(names(&admin, &[("page", page)]).await);
    }
    let expected: Vec<String> = (0..43).map(|number| format!("상품 {number}")).collect();
    assert_eq!(found, expected);
    assert!(names(&admin, &[("page", "4")]).await.is_empty());
    let page = admin.get("/admin/products?standing=on_sale&page=2").await;
    assert!(page.text.contains("standing=on_sale&amp;page=3"), "the look is kept in the links");
}

/// The rows of `explain` for a statement, as the server runs it.
async fn explain(shop: &TestShop, name: &str, sql: &str) -> Vec<MySqlRow> {
    let since = shop.now().minus(DAY * 7);
    let query = sqlx::query(sqlx::AssertSqlSafe(format!("explain {sql}")));
    let query = match name {
        "newest" => query.bind(since),
        "in_standing" => query.bind(1_u8).bind(since),
        "by_name" => {
            query.bind("상품 77%").bind("상품 77%").bind(since).bind(None::<u8>).bind(None::<u8>)
        }
        _ => query.bind("박지%").bind(since).bind(Some(0_u8)).bind(Some(0_u8)),
    };
    query.bind(21_u32).bind(0_u32).fetch_all(&shop.direct.mysql).await.unwrap()
}

#[tokio::test]
async fn no_question_reads_every_product() {
    let shop = TestShop::open().await;
    let by = insert_member(&shop.direct, "other@test.kr").await;
    // Five thousand products over as many hours.
    sqlx::query(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, created_at, created_by)
         select concat('상품 ', n), concat('Product ', n), '하루결', 'H', '설명', 'D', 1000, n % 50,
                date_sub(?, interval n hour), ?
         from (select a.d + b.d * 10 + c.d * 100 + e.d * 1000 n from
               (select 0 d union select 1 union select 2 union select 3 union select 4
                union select 5 union select 6 union select 7 union select 8 union select 9) a,
               (select 0 d union select 1 union select 2 union select 3 union select 4
                union select 5 union select 6 union select 7 union select 8 union select 9) b,
               (select 0 d union select 1 union select 2 union select 3 union select 4
                union select 5 union select 6 union select 7 union select 8 union select 9) c,
               (select 0 d union select 1 union select 2 union select 3 union select 4) e) numbers",
    )
    .bind(shop.now())
    .bind(by.0)
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    sqlx::query("analyze table products").fetch_all(&shop.direct.mysql).await.unwrap();
    for (name, sql) in LIST_SQL {
        for row in explain(&shop, name, sql).await {
            let table: Option<String> = row.get("table");
            let (kind, key): (Option<String>, Option<String>) = (row.get("type"), row.get("key"));
            // What the statement itself gathers is as small as what it found.
            let Some(table) = table.filter(|table| !table.starts_with('<')) else { continue };
            assert!(key.is_some(), "{name}: {table} is read without an index");
            assert_ne!(kind.as_deref(), Some("ALL"), "{name}: {table}");
            assert_ne!(kind.as_deref(), Some("index"), "{name}: the whole index of {table}");
        }
    }
}
