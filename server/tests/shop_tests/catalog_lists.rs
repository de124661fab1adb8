//! Narrowing, sorting and turning the pages of the catalogue.

use crate::kit::TestShop;
use crate::kit::goods::Goods;
use serde_json::Value;

/// Tea and lamps of four prices, some sold out.
async fn shop_of_six() -> TestShop {
    let shop = TestShop::open().await;
    let tea = shop.add_category("tea", "다기", "Tea").await;
    let light = shop.add_category("light", "조명", "Lamps").await;
    for (ko, category, price, stock, sold) in [
        ("찻잔", tea, 10_000, 5, 1),
        ("찻주전자", tea, 30_000, 0, 9),
        ("다과 접시", tea, 20_000, 9, 4),
        ("책상 램프", light, 30_000, 2, 2),
        ("촛대", light, 5_000, 0, 0),
        ("차 거름망", tea, 5_000, 3, 7),
    ] {
        let age = u64::from(price + sold);
        shop.add(Goods {
            ko,
            price,
            stock,
            sold,
            category: Some(category),
            age,
            ..Goods::default()
        })
        .await;
    }
    shop.see_products().await;
    shop
}

async fn search(shop: &TestShop, form: &[(&str, &str)]) -> Value {
    let answer = shop.visitor().call("catalog/search", form).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

/// The number behind each category's slug.
fn counts(page: &Value) -> Vec<(&str, u64)> {
    let categories = page["categories"].as_array().unwrap().iter();
    categories.map(|c| (c["slug"].as_str().unwrap(), c["count"].as_u64().unwrap())).collect()
}

#[tokio::test]
async fn every_choice_says_how_many_it_would_find_under_the_others() {
    let shop = shop_of_six().await;
    let all = search(&shop, &[]).await;
    assert_eq!(counts(&all), [("tea", 4), ("light", 2)]);
    assert_eq!((&all["total"], &all["in_stock"]), (&6.into(), &4.into()));
    let tea = search(&shop, &[("category", "tea")]).await;
    assert_eq!(counts(&tea), [("tea", 4), ("light", 2)], "another category is a click away");
    assert_eq!((&tea["total"], &tea["in_stock"]), (&4.into(), &3.into()));
    let cheap = search(&shop, &[("max", "10000"), ("in_stock", "true")]).await;
    assert_eq!(counts(&cheap), [("tea", 2), ("light", 0)]);
    assert_eq!((&cheap["total"], &cheap["in_all_categories"]), (&2.into(), &2.into()));
    let words = search(&shop, &[("words", "차"), ("category", "light")]).await;
    assert_eq!((counts(&words), &words["total"]), (vec![("tea", 3), ("light", 0)], &0.into()));
}

#[tokio::test]
async fn prices_narrow_with_both_ends_included() {
    let shop = shop_of_six().await;
    let between = [("min", "10,000"), ("max", "20000"), ("sort", "price_low")];
    assert_eq!(shop.names(&between).await, ["찻잔", "다과 접시"]);
    assert_eq!(shop.names(&[("min", "30000"), ("in_stock", "true")]).await, ["책상 램프"]);
}

#[tokio::test]
async fn each_order_is_the_one_it_says() {
    let shop = shop_of_six().await;
    let order = async |sort: &str| shop.names(&[("sort", sort)]).await;
    let newest = ["찻주전자", "책상 램프", "다과 접시", "찻잔", "차 거름망", "촛대"];
    assert_eq!(order("newest").await, newest);
    let cheapest = ["차 거름망", "촛대", "찻잔", "다과 접시", "찻주전자", "책상 램프"];
    assert_eq!(order("price_low").await, cheapest);
    let dearest = ["찻주전자", "책상 램프", "다과 접시", "찻잔", "차 거름망", "촛대"];
    assert_eq!(order("price_high").await, dearest);
    let popular = ["찻주전자", "차 거름망", "다과 접시", "책상 램프", "찻잔", "촛대"];
    assert_eq!(order("popular").await, popular);
    assert_eq!(order("no such order").await, newest);
    shop.change(1, "sold = 100").await;
    shop.see_products().await;
    assert_eq!(order("popular").await[0], "찻잔");
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_beside_its_field() {
    let shop = shop_of_six().await;
    let answer = shop.visitor().call("catalog/search", &[("category", "boats")]).await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (404, &"no_such_category".into()));
    for (form, problem) in [
        ([("min", "2000"), ("max", "1000")], "out_of_range"),
        ([("min", "cheap"), ("max", "")], "not_a_number"),
        ([("min", ""), ("max", "-5")], "out_of_range"),
    ] {
        let answer = shop.visitor().call("catalog/search", &form).await;
        assert_eq!(answer.status, 422, "{form:?}");
        let told = answer.problem("price").unwrap();
        assert!(told == problem || told.get(problem).is_some(), "{told}");
    }
    let page = shop.visitor().get("/?min=cheap&category=tea").await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("id=\"price-problem\"") && page.text.contains("value=\"cheap\""));
}

#[tokio::test]
async fn a_page_without_javascript_narrows_sorts_and_turns_by_its_address() {
    let shop = TestShop::open().await;
    let tea = shop.add_category("tea", "다기", "Tea").await;
    for number in 0..60 {
        let ko = format!("찻잔 {number}");
        shop.add(Goods { ko: &ko, price: 1_000 + number, category: Some(tea), ..Goods::default() })
            .await;
    }
    shop.see_products().await;
    let query = "/?q=%EC%B0%BB%EC%9E%94&category=tea&min=1000&in_stock=true&sort=price_low";
    let page = shop.visitor().get(query).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text.matches("data-testid=\"product-card\"").count(), 24);
    let href = |address: &str| format!("href=\"{}\"", address.replace('&', "&amp;"));
    assert!(page.text.contains(&href(&format!("{query}&page=2"))), "{}", page.text);
    for field in [
        "name=\"q\" value=\"찻잔\"",
        "name=\"category\" value=\"tea\"",
        "value=\"1000\"",
        "form=\"filters\"",
        "<option value=\"price_low\" selected",
    ] {
        assert!(page.text.contains(field), "{field}");
    }
    let without_price = query.replace("&min=1000", "");
    assert!(page.text.contains(&href(&without_price)), "a chip takes the price away");
    let last = shop.visitor().get(&format!("{query}&page=3")).await;
    assert_eq!(last.text.matches("data-testid=\"product-card\"").count(), 12);
    let nothing = shop.visitor().get("/?category=tea&max=5").await;
    assert_eq!(nothing.status, 200);
    assert!(!nothing.text.contains("product-card\""));
    assert!(nothing.text.contains("class=\"empty\"") && nothing.text.contains("href=\"/\""));
}
