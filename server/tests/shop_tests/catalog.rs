//! The catalogue, and what of it a page shows without JavaScript.

use crate::kit::TestShop;
use crate::kit::goods::Goods;
use shop::catalog::PRODUCTS_PER_PAGE;

#[tokio::test]
async fn the_newest_come_first_and_pages_hold_them_all_once() {
    let shop = TestShop::open().await;
    let many = PRODUCTS_PER_PAGE + 3;
    for number in 0..many {
        shop.add(Goods { ko: &format!("상품 {number}"), age: number.into(), ..Goods::default() })
            .await;
    }
    shop.see_products().await;
    let first = shop.names(&[]).await;
    let second = shop.names(&[("page", "2")]).await;
    let expected: Vec<String> = (0..many).rev().map(|number| format!("상품 {number}")).collect();
    assert_eq!([first.clone(), second.clone()].concat(), expected);
    assert_eq!(shop.names(&[("page", "99")]).await, second, "past the end is the last page");
    assert_eq!(shop.names(&[("page", "0")]).await, first, "and before the first is the first");
}

#[tokio::test]
async fn a_search_takes_its_words_literally() {
    let shop = TestShop::open().await;
    shop.add(Goods { ko: "쌀겨 클렌징 오일", en: "Product 1", ..Goods::default() }).await;
    shop.add(Goods { ko: "100% 비타민 세럼", en: "Product 2", ..Goods::default() }).await;
    shop.see_products().await;
    let found = async |words: &str| shop.names(&[("words", words)]).await;
    assert_eq!(found("클렌징").await, ["쌀겨 클렌징 오일"]);
    assert_eq!(found("product 2").await, ["100% 비타민 세럼"]);
    assert_eq!(found("%").await, ["100% 비타민 세럼"]);
    for nothing in ["_", "' or 1=1 -- ", ".*", "[가-힣]+", "없는상품이름", "\\", "\"", "*"]
    {
        assert!(found(nothing).await.is_empty(), "{nothing}");
    }
    let page = shop.visitor().get("/?q=%ED%81%B4%EB%A0%8C%EC%A7%95").await;
    assert!(page.text.contains("쌀겨 클렌징 오일") && !page.text.contains("비타민 세럼"));
}

#[tokio::test]
async fn a_typo_is_forgiven_and_half_a_word_is_found_in_both_languages() {
    let shop = TestShop::open().await;
    let tea = shop.add_category("tea", "차와 다기", "Tea things").await;
    let mud = ("흙과불", "Mud and Fire");
    shop.add(Goods { ko: "윤광 세럼", en: "Glow Serum", ..Goods::default() }).await;
    shop.add(Goods { ko: "딥 클렌징 오일", en: "Deep Cleansing Oil", ..Goods::default() }).await;
    let cup = Goods { ko: "분청 컵", en: "Buncheong Cup", maker: mud, ..Goods::default() };
    shop.add(Goods { category: Some(tea), ..cup }).await;
    shop.see_products().await;
    for (words, expected) in [
        ("세럼", "윤광 세럼"),
        ("세러", "윤광 세럼"),
        ("셀", "윤광 세럼"),
        ("새럼", "윤광 세럼"),
        ("윤광세럼", "윤광 세럼"),
        ("SERUM", "윤광 세럼"),
        ("serun", "윤광 세럼"),
        ("클랜징", "딥 클렌징 오일"),
        ("leans", "딥 클렌징 오일"),
        ("clensing", "딥 클렌징 오일"),
        ("흙과불", "분청 컵"),
        ("mud", "분청 컵"),
        ("다기", "분청 컵"),
        ("tea things", "분청 컵"),
    ] {
        assert_eq!(shop.names(&[("words", words)]).await, [expected], "{words}");
    }
    let close = async |words: &str| {
        shop.visitor().call("catalog/search", &[("words", words)]).await.json()["is_close"].clone()
    };
    assert_eq!((close("세럼").await, close("새럼").await), (false.into(), true.into()));
    let page = shop.visitor().get("/?q=%EC%83%88%EB%9F%BC").await;
    assert!(page.text.contains("data-testid=\"is-close\""), "the page says so");
}

#[tokio::test]
async fn suggestions_name_categories_makers_and_products() {
    let shop = TestShop::open().await;
    let skin = shop.add_category("skin-care", "세안과 세럼", "Skin care").await;
    for (ko, sold) in [("밤 세럼", 1), ("아침 세럼", 9), ("크림", 3)] {
        shop.add(Goods { ko, sold, category: Some(skin), ..Goods::default() }).await;
    }
    shop.see_products().await;
    let suggested = async |words: &str| {
        let answer = shop.visitor().call("catalog/suggest", &[("words", words)]).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        let suggested = answer.json();
        let names = suggested.as_array().unwrap().iter();
        names.map(|s| s["name"]["ko"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(suggested("세러").await, ["세안과 세럼", "아침 세럼", "밤 세럼"]);
    assert_eq!(suggested("하루").await[0], "하루결");
    assert_eq!(suggested("새럼").await, ["아침 세럼", "밤 세럼"], "a typo");
    for nothing in ["", "  ", "없는상품이름", "%"] {
        assert!(suggested(nothing).await.is_empty(), "{nothing}");
    }
    for number in 0..12 {
        shop.add(Goods { ko: &format!("찻잔 {number}"), ..Goods::default() }).await;
    }
    shop.see_products().await;
    assert_eq!(suggested("찻").await.len(), 8, "and no more than one can read");
}

#[tokio::test]
async fn a_product_has_a_page_in_both_languages() {
    let shop = TestShop::open().await;
    let goods =
        Goods { ko: "쌀겨 클렌징 오일", en: "Rice Oil", stock: 3, ..Goods::default() };
    let few = shop.add(goods).await;
    let page = shop.visitor().get(&format!("/products/{few}")).await;
    assert_eq!(page.status, 200);
    for text in ["쌀겨 클렌징 오일", "12,900", "og:title", "lang=\"ko\""] {
        assert!(page.text.contains(text), "{text}");
    }
    let page = shop.visitor().reading("en").get(&format!("/products/{few}")).await;
    assert!(page.text.contains("Rice Oil") && page.text.contains("lang=\"en\""));
    let card = shop.visitor().call("catalog/show", &[("product_id", &few.to_string())]).await;
    assert_eq!(card.json()["card"]["stock"]["few_left"], 3);
}

#[tokio::test]
async fn a_product_is_shared_with_whole_addresses_and_no_way_out_of_its_script() {
    let shop = TestShop::open().await;
    let goods = Goods { ko: "잔</script><b>", en: "Cup", price: 7_000, ..Goods::default() };
    let id = shop.add(goods).await;
    sqlx::query(
        "insert into product_pictures (product_id, position, file_name) values (?, 1, 'a.svg')",
    )
    .bind(id)
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    let page = shop.visitor().get(&format!("/products/{id}")).await.text;
    let url = shop.url(0);
    for expected in [
        format!("property=\"og:image\" content=\"{url}/media/a.svg\""),
        format!("property=\"og:url\" content=\"{url}/products/{id}\""),
        "property=\"og:type\" content=\"product\"".to_owned(),
        "property=\"product:price:amount\" content=\"7000\"".to_owned(),
        "property=\"product:price:currency\" content=\"KRW\"".to_owned(),
    ] {
        assert!(page.contains(&expected), "{expected}");
    }
    let canonical = page.split("<link").find(|link| link.contains("rel=\"canonical\"")).unwrap();
    assert!(canonical.contains(&format!("href=\"{url}/products/{id}\"")), "{canonical}");
    let (_, data) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let data: serde_json::Value =
        serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
    assert_eq!(data["name"], "잔</script><b>");
    assert_eq!(data["offers"]["price"], 7_000);
    assert_eq!(data["offers"]["availability"], "https://schema.org/InStock");
    assert_eq!(data["image"][0], format!("{url}/media/a.svg"));
}

#[tokio::test]
async fn related_products_stand_in_the_same_category_the_most_bought_first() {
    let shop = TestShop::open().await;
    let tea = shop.add_category("tea", "다기", "Tea").await;
    let mut ids = vec![];
    for (ko, sold, category) in
        [("잔", 5, Some(tea)), ("주전자", 2, Some(tea)), ("접시", 7, Some(tea)), ("램프", 9, None)]
    {
        ids.push(shop.add(Goods { ko, sold, category, ..Goods::default() }).await);
    }
    shop.see_products().await;
    let related = async |id: u64| {
        let shown = shop.visitor().call("catalog/show", &[("product_id", &id.to_string())]).await;
        let related = shown.json()["related"].as_array().unwrap().clone();
        related.iter().map(|p| p["name"]["ko"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(related(ids[0]).await, ["접시", "주전자"]);
    assert!(related(ids[3]).await.is_empty(), "it stands nowhere");
    shop.change(ids[2], "withdrawn_at = now()").await;
    shop.see_products().await;
    assert_eq!(related(ids[0]).await, ["주전자"]);
    let page = shop.visitor().get(&format!("/products/{}", ids[0])).await.text;
    assert!(page.contains("data-testid=\"related\"") && page.contains("/?category=tea"));
}

#[tokio::test]
async fn what_is_not_there_is_404() {
    let shop = TestShop::open().await;
    let gone = shop.add(Goods::default()).await;
    shop.change(gone, "withdrawn_at = now()").await;
    let gone = gone.to_string();
    for id in ["77", gone.as_str()] {
        let answer = shop.visitor().call("catalog/show", &[("product_id", id)]).await;
        assert_eq!(answer.status, 404);
        assert_eq!(answer.json()["refusal"], "no_such_product");
    }
    let withdrawn = format!("/products/{gone}");
    for path in
        ["/products/77", &withdrawn, "/products/x", "/drops/77", "/nothing/here", "/?category=x"]
    {
        let page = shop.visitor().get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.text.contains("<html"), "{path}");
    }
}

#[tokio::test]
async fn what_another_server_changed_is_seen_and_older_rows_are_there_from_the_start() {
    let mut shop = TestShop::open_with(0).await;
    let old = shop.add(Goods { ko: "오래된 잔", ..Goods::default() }).await;
    let change = "update products set changed_at = null where id = ?";
    sqlx::query(change).bind(old).execute(&shop.direct.mysql).await.unwrap();
    shop.add_server().await;
    shop.add_server().await;
    let seen = async |server: usize, words: &str| {
        let visitor = shop.visitor().at(shop.url(server));
        let page = visitor.call("catalog/search", &[("words", words)]).await.json();
        page["total"].as_u64().unwrap()
    };
    assert_eq!((seen(0, "오래된").await, seen(1, "오래된").await), (1, 1));
    let new = shop.add(Goods { ko: "새 접시", stock: 1, ..Goods::default() }).await;
    shop.see_products().await;
    assert_eq!((seen(0, "접시").await, seen(1, "접시").await), (1, 1));
    shop.change(new, "name_ko = '새 사발', stock = 0, price_won = 500").await;
    shop.see_products().await;
    assert_eq!((seen(1, "접시").await, seen(1, "사발").await), (0, 1));
    let page = shop.visitor().call("catalog/search", &[("words", "사발")]).await.json();
    let card = &page["products"][0];
    assert_eq!((&card["stock"], &card["price"]), (&"sold_out".into(), &500.into()));
    shop.change(new, "withdrawn_at = now()").await;
    shop.see_products().await;
    assert_eq!((seen(0, "사발").await, seen(1, "사발").await), (0, 0));
    shop.change(new, "withdrawn_at = null").await;
    shop.see_products().await;
    assert_eq!(seen(1, "사발").await, 1, "and back again");
}

#[tokio::test]
async fn the_demo_fills_its_shelves_once() {
    let shop = TestShop::open().await;
    shop::demo::load(&shop.direct).await.unwrap();
    shop::demo::load(&shop.direct).await.unwrap();
    shop.see_products().await;
    let categories = shop.visitor().call("catalog/categories", &[]).await.json();
    let categories = categories.as_array().unwrap();
    assert_eq!(categories.len(), 13);
    assert_eq!(categories[0]["slug"], "skin-care");
    let products: u64 = categories.iter().map(|c| c["count"].as_u64().unwrap()).sum();
    assert_eq!(products, 120);
    let serums = shop.names(&[("words", "세럼")]).await;
    assert!(!serums.is_empty() && serums.len() < 24);
    assert!(serums.iter().all(|name| name.contains("세럼")), "{serums:?}");
    assert!(shop.names(&[("words", "없는상품이름")]).await.is_empty());
}
