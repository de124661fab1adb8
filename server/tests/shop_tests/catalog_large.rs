//! A hundred thousand products.

use crate::kit::TestShop;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Row};
use std::fmt::Write;
use std::time::Instant;

const PRODUCTS: u32 = 100_000;
const ROWS_A_STATEMENT: u32 = 2_000;
/// A query of a page looks at no more rows than this.
const ROWS_MAX: u64 = 1_000;

const KINDS: [(&str, &str); 8] = [
    ("세럼", "Serum"),
    ("크림", "Cream"),
    ("찻잔", "Teacup"),
    ("램프", "Lamp"),
    ("수건", "Towel"),
    ("비누", "Soap"),
    ("주전자", "Kettle"),
    ("베개", "Pillow"),
];
const LOOKS: [(&str, &str); 7] = [
    ("윤광", "Glowing"),
    ("손빚은", "Handmade"),
    ("고요한", "Quiet"),
    ("하얀", "White"),
    ("깊은", "Deep"),
    ("겨울", "Winter"),
    ("아침", "Morning"),
];

/// A product by its number, the same for MySQL and for the slow look.
struct Made {
    number: u32,
    ko: String,
    en: String,
    price: u32,
    stock: u32,
    sold: u32,
    category: u16,
}

fn made(number: u32) -> Made {
    let of = |list: &[(&'static str, &'static str)], n: u32| list[n as usize % list.len()];
    let (kind, look) = (of(&KINDS, number), of(&LOOKS, number / 8));
    // A walk that no list is sorted by.
    let odd = number.wrapping_mul(2_654_435_761) >> 8;
    Made {
        number,
        ko: format!("{} {} {number}호", look.0, kind.0),
        en: format!("{} {} No.{number}", look.1, kind.1),
        price: 1_000 + odd % 90_000,
        stock: odd % 5,
        sold: odd % 3_000,
        category: 1 + (number % 13) as u16,
    }
}

async fn fill(shop: &TestShop) {
    for category in 1..=13 {
        shop.add_category(&format!("shelf-{category}"), &format!("진열대{category}"), "Shelf")
            .await;
    }
    for first in (0..PRODUCTS).step_by(ROWS_A_STATEMENT as usize) {
        let mut statement = String::from(
            "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                price_won, stock, sold, category_id, created_at, changed_at) values ",
        );
        for number in first..first + ROWS_A_STATEMENT {
            let Made { ko, en, price, stock, sold, category, .. } = made(number);
            let comma = if number == first { "" } else { "," };
            write!(
                statement,
                "{comma}('{ko}','{en}','하루결','Harugyeol','-','-',{price},{stock},{sold},{category},
                 '2026-01-01' + interval {number} second,'2026-01-01' + interval {number} second)"
            )
            .unwrap();
        }
        sqlx::query(AssertSqlSafe(statement)).execute(&shop.direct.mysql).await.unwrap();
    }
    sqlx::query("analyze table products").execute(&shop.direct.mysql).await.unwrap();
}

/// The texts of the queries in a source file.
fn queries(source: &str) -> Vec<&str> {
    let calls = source.split("sqlx::query").skip(1);
    calls
        .map(|call| {
            let (_, text) = call.split_once('"').unwrap();
            let end = if call.find("r#\"").is_some_and(|at| at < 60) { "\"#" } else { "\"" };
            text.split(end).next().unwrap()
        })
        .collect()
}

/// The same query with likely values in it.
fn filled_in(query: &str) -> String {
    let (mut filled, mut quoted) = (String::new(), false);
    for character in query.chars() {
        quoted ^= character == '"';
        if character != '?' || quoted {
            filled.push(character);
            continue;
        }
        let before = filled.trim_end();
        if before.ends_with("limit") {
            filled.push_str("5000");
        } else if before.contains("changed_at") && !before.ends_with("id >") {
            filled.push_str("'2026-01-02 03:40:00'");
        } else {
            filled.push_str("50000");
        }
    }
    filled
}

async fn explain_all(shop: &TestShop) {
    let show = queries(include_str!("../../../shop/src/catalog/show.rs"));
    let follow = queries(include_str!("../../../shop/src/catalog/follow.rs"));
    assert_eq!((show.len(), follow.len()), (2, 3), "{show:?} {follow:?}");
    for query in show.into_iter().chain(follow) {
        let explain = format!("explain {}", filled_in(query));
        let plan = sqlx::query(AssertSqlSafe(explain)).fetch_all(&shop.direct.mysql).await.unwrap();
        // Reading everything, once at the start, goes along the primary key.
        let reads_all = query.contains("p.id > ? and p.withdrawn_at is null");
        for step in plan {
            let how: Option<String> = step.get("type");
            // A number to MySQL, a text to MariaDB.
            let rows: Option<String> = step.try_get("rows").ok();
            let rows: Option<u64> = rows.map_or_else(|| step.get("rows"), |rows| rows.parse().ok());
            let rows = rows.unwrap_or(0);
            // A menu is read as a whole.
            let is_menu = query.contains("from categories") && rows < 100;
            assert!(is_menu || how.as_deref() != Some("ALL"), "{how:?} {rows}: {query}");
            assert!(reads_all || rows <= ROWS_MAX, "{how:?} {rows}: {query}");
        }
    }
}

async fn search(shop: &TestShop, form: &[(&str, &str)]) -> Value {
    let answer = shop.visitor().call("catalog/search", form).await;
    assert_eq!(answer.status, 200, "{form:?}: {answer:?}");
    answer.json()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_thousand_products_are_found_as_by_a_slow_look() {
    let mut shop = TestShop::open_with(0).await;
    let begun = Instant::now();
    fill(&shop).await;
    let filled = begun.elapsed();
    let begun = Instant::now();
    shop.add_server().await;
    let read = begun.elapsed();
    // The first answer of a server that has just started is a whole one.
    assert_eq!(search(&shop, &[]).await["total"], PRODUCTS);
    eprintln!("filled in {filled:?}, a server started over it in {read:?}");
    explain_all(&shop).await;
    let goods: Vec<Made> = (0..PRODUCTS).map(made).collect();
    let number = |name: &str| name.rsplit(' ').next().unwrap().trim_end_matches('호').to_owned();
    for (words, category, min, max, in_stock, sort, page) in [
        ("", "", "", "", "", "newest", 1),
        ("", "", "", "", "", "price_low", 4_000),
        ("", "shelf-4", "", "", "", "popular", 2),
        ("", "", "20000", "20100", "true", "price_high", 1),
        ("세럼", "", "", "", "", "newest", 3),
        ("윤광 크림", "", "", "50000", "", "price_low", 1),
        ("teacup", "shelf-2", "", "", "true", "popular", 1),
        ("99999호", "", "", "", "", "match", 1),
        ("없는상품이름", "", "", "", "", "match", 1),
    ] {
        let page_text = page.to_string();
        let form = [
            ("words", words),
            ("category", category),
            ("min", min),
            ("max", max),
            ("in_stock", in_stock),
            ("sort", sort),
            ("page", &page_text),
        ];
        let begun = Instant::now();
        let found = search(&shop, &form).await;
        eprintln!("{:?} for {form:?}", begun.elapsed());
        let bound = |text: &str, none: u32| text.parse().unwrap_or(none);
        let mut slow: Vec<&Made> = goods
            .iter()
            .filter(|made| words.split(' ').all(|word| has(made, word)))
            .filter(|made| category.is_empty() || category == format!("shelf-{}", made.category))
            .filter(|made| (bound(min, 0)..=bound(max, u32::MAX)).contains(&made.price))
            .filter(|made| in_stock.is_empty() || made.stock > 0)
            .collect();
        slow.sort_by_key(|made| {
            let by = match sort {
                "price_low" => i64::from(made.price),
                "price_high" => -i64::from(made.price),
                "popular" => -i64::from(made.sold),
                _ => 0,
            };
            (by, std::cmp::Reverse(made.number))
        });
        assert_eq!(found["total"], slow.len(), "{form:?}");
        let expected: Vec<String> = slow
            .iter()
            .skip((page - 1) * 24)
            .take(24)
            .map(|made| made.number.to_string())
            .collect();
        let products = found["products"].as_array().unwrap();
        let there: Vec<String> =
            products.iter().map(|card| number(card["name"]["ko"].as_str().unwrap())).collect();
        assert_eq!(there, expected, "{form:?}");
    }
}

fn has(made: &Made, word: &str) -> bool {
    made.ko.contains(word) || made.en.to_lowercase().contains(word)
}
