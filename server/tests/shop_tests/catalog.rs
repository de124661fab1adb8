//! The catalogue, and what of it a page shows without JavaScript.

use crate::kit::TestShop;
use shop::catalog::PRODUCTS_PER_PAGE;
use std::time::Duration;

async fn add_product(shop: &TestShop, number: u32, name: &str, stock: u32) -> u64 {
    let row = sqlx::query(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, created_at)
         values (?, ?, '하루결', 'Harugyeol', '설명이에요.', 'Details.', 12900, ?, ?)",
    )
    .bind(name)
    .bind(format!("Product {number}"))
    .bind(stock)
    .bind(shop.now().plus(Duration::from_secs(number.into())))
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    row.last_insert_id()
}

async fn names(shop: &TestShop, form: &[(&str, &str)]) -> Vec<String> {
    let page = shop.visitor().call("catalog/search", form).await.json();
    let products = page["products"].as_array().unwrap().clone();
    products.iter().map(|p| p["name"]["ko"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_newest_come_first_and_pages_hold_them_all_once() {
    let shop = TestShop::open().await;
    let many = PRODUCTS_PER_PAGE + 3;
    for number in 0..many {
        add_product(&shop, number, &format!("상품 {number}"), 10).await;
    }
    let first = names(&shop, &[]).await;
    let second = names(&shop, &[("page", "2")]).await;
    let expected: Vec<String> = (0..many).rev().map(|number| format!("상품 {number}")).collect();
    assert_eq!([first, second.clone()].concat(), expected);
    assert_eq!(names(&shop, &[("page", "99")]).await, second, "past the end is the last page");
}

#[tokio::test]
async fn a_search_takes_its_words_literally() {
    let shop = TestShop::open().await;
    add_product(&shop, 1, "쌀겨 클렌징 오일", 10).await;
    add_product(&shop, 2, "100% 비타민 세럼", 10).await;
    assert_eq!(names(&shop, &[("words", "클렌징")]).await, ["쌀겨 클렌징 오일"]);
    assert_eq!(names(&shop, &[("words", "product 2")]).await, ["100% 비타민 세럼"]);
    assert_eq!(names(&shop, &[("words", "%")]).await, ["100% 비타민 세럼"]);
    assert!(names(&shop, &[("words", "_")]).await.is_empty());
    assert!(names(&shop, &[("words", "' or 1=1 -- ")]).await.is_empty());
    let page = shop.visitor().get("/?q=%ED%81%B4%EB%A0%8C%EC%A7%95").await;
    assert!(page.text.contains("쌀겨 클렌징 오일") && !page.text.contains("비타민 세럼"));
}

#[tokio::test]
async fn a_product_has_a_page_in_both_languages() {
    let shop = TestShop::open().await;
    let few = add_product(&shop, 1, "쌀겨 클렌징 오일", 3).await;
    let page = shop.visitor().get(&format!("/products/{few}")).await;
    assert_eq!(page.status, 200);
    for text in ["쌀겨 클렌징 오일", "12,900", "og:title", "lang=\"ko\""] {
        assert!(page.text.contains(text), "{text}");
    }
    let page = shop.visitor().reading("en").get(&format!("/products/{few}")).await;
    assert!(page.text.contains("Product 1") && page.text.contains("lang=\"en\""));
    let card = shop.visitor().call("catalog/show", &[("product_id", &few.to_string())]).await;
    assert_eq!(card.json()["card"]["stock"]["few_left"], 3);
}

#[tokio::test]
async fn what_is_not_there_is_404() {
    let shop = TestShop::open().await;
    let answer = shop.visitor().call("catalog/show", &[("product_id", "77")]).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.json()["refusal"], "no_such_product");
    for path in ["/products/77", "/products/x", "/drops/77", "/nothing/here"] {
        let page = shop.visitor().get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.text.contains("<html"), "{path}");
    }
}
