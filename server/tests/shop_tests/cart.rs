//! The cart: a visitor's and a member's, what becomes of it at the log-in, and what it says of
//! what has changed meanwhile.

use crate::kit::{Mode, Person, TestShop, person::Answer};
use serde_json::{Value, json};
use shop::cart::{self, CartOwner, LINES_MAX, SWEPT_AT_ONCE};
use shop::members::MemberId;
use shop::members::VisitorKey;
use sqlx::AssertSqlSafe;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const ACCOUNT: [(&str, &str); 4] = [
    ("name", "김지우"),
    ("email", "jiwoo@example.kr"),
    ("password", "one fine password"),
    ("address", "서울특별시 중구 세종대로 110"),
];

/// Puts a product on the shelf.
pub async fn product(shop: &TestShop, price: u32, stock: u32) -> String {
    let row = sqlx::query(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, created_at)
         values ('찻잔', 'Cup', '하루결', 'Harugyeol', '설명이에요.', 'Details.', ?, ?, ?)",
    )
    .bind(price)
    .bind(stock)
    .bind(shop.now())
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    row.last_insert_id().to_string()
}

/// Does something to a product behind everybody's back.
pub async fn change(shop: &TestShop, product: &str, set: &str) {
    let sql = format!("update products set {set} where id = {product}");
    sqlx::query(AssertSqlSafe(sql)).execute(&shop.direct.mysql).await.unwrap();
}

async fn rows(shop: &TestShop, of: &'static str) -> i64 {
    sqlx::query_scalar(of).fetch_one(&shop.direct.mysql).await.unwrap()
}

async fn carts(shop: &TestShop) -> i64 {
    rows(shop, "select count(*) from carts").await
}

async fn add(person: &Person, product: &str, count: &str) -> Answer {
    person.call("cart/add", &[("product_id", product), ("count", count)]).await
}

async fn set_count(person: &Person, product: &str, count: &str) -> Answer {
    person.call("cart/set_count", &[("product_id", product), ("count", count)]).await
}

async fn choose(person: &Person, product: &str, chosen: &str) -> Answer {
    person.call("cart/choose", &[("product_id", product), ("chosen", chosen)]).await
}

async fn shown(person: &Person) -> Value {
    let answer = person.call("cart/show", &[]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

/// Product and count of each line, in the order of the products.
async fn held(person: &Person) -> Vec<(u64, u64)> {
    let cart = shown(person).await;
    let mut lines: Vec<_> = cart["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["card"]["id"].as_u64().unwrap(), line["count"].as_u64().unwrap()))
        .collect();
    lines.sort_unstable();
    lines
}

fn id(product: &str) -> u64 {
    product.parse().unwrap()
}

/// The secret that an answer put into the visitor's browser.
fn cookie_of(answer: &Answer) -> Option<String> {
    let cookies = answer.headers.get_all("set-cookie").into_iter();
    let mut texts = cookies.filter_map(|cookie| cookie.to_str().ok()?.strip_prefix("cart="));
    texts.next().and_then(|text| Some(text.split_once(';')?.0.to_owned()))
}

#[tokio::test]
async fn a_visitor_has_a_cart_from_the_first_product_on() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    let visitor = shop.visitor();
    assert_eq!(held(&visitor).await, []);
    assert_eq!(visitor.call("cart/count", &[]).await.json(), 0);
    assert_eq!(carts(&shop).await, 0, "looking makes no cart");

    let answer = add(&visitor, &cup, "2").await;
    assert_eq!((answer.status, answer.json()), (200, json!(2)));
    let cookie = answer.header("set-cookie").unwrap();
    for part in ["cart=", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7776000"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(add(&visitor, &cup, "3").await.json(), 5, "counts add up");
    assert_eq!(held(&visitor).await, [(id(&cup), 5)]);
    assert_eq!(held(&shop.visitor()).await, [], "another visitor has another cart");
    assert_eq!(carts(&shop).await, 1);
}

#[tokio::test]
async fn the_table_has_only_the_hash_of_a_visitors_secret() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    let secret = cookie_of(&add(&shop.visitor(), &cup, "1").await).unwrap();
    let hash: Vec<u8> = sqlx::query_scalar("select visitor_hash from carts")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    use base64::Engine;
    let secret = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(secret).unwrap();
    assert_eq!((secret.len(), hash.len()), (16, 32));
    assert!(!hash.windows(16).any(|window| window == secret));
}

#[tokio::test]
async fn a_forged_cookie_opens_no_cart_and_makes_none() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    add(&shop.visitor(), &cup, "1").await;
    let unknown = VisitorKey::new([7; 16]).to_text();
    for forged in ["", "x", "' or 1=1 -- ", unknown.as_str(), &"A".repeat(5_000)] {
        let cookie = format!("cart={forged}");
        let asked = shop.visitor();
        let answer = asked.send(asked.post("cart/show").header("cookie", &cookie)).await;
        assert_eq!((answer.status, &answer.json()["lines"]), (200, &json!([])), "{forged}");

        let sent = asked.post("cart/add").header("cookie", &cookie);
        let form = [("product_id", cup.as_str()), ("count", "1")];
        let answer = asked.send(sent.form(&form)).await;
        let given = cookie_of(&answer).unwrap();
        assert_ne!(given, forged, "a secret that somebody else may know is not taken");
    }
    assert_eq!(carts(&shop).await, 1 + 5);
}

#[tokio::test]
async fn a_count_is_a_number_that_the_shop_has() {
    let shop = TestShop::open().await;
    let (cup, many) = (product(&shop, 12_900, 5).await, product(&shop, 900, 1_000).await);
    let none = product(&shop, 12_900, 0).await;
    let range = |max: u32| json!({ "out_of_range": { "min": 1, "max": max } });
    let wrong = [
        (&cup, "0", range(99)),
        (&cup, "-1", range(99)),
        (&cup, "1000000000", range(99)),
        (&cup, "99999999999999999999999999999999999999999999", json!("not_a_number")),
        (&cup, "abc", json!("not_a_number")),
        (&cup, "1.5", json!("not_a_number")),
        (&cup, "", json!("missing")),
        (&cup, "6", range(5)),
        (&many, "100", range(99)),
        (&none, "1", json!("sold_out")),
    ];
    let visitor = shop.visitor();
    for (product, count, problem) in &wrong {
        let answer = add(&visitor, product, count).await;
        assert_eq!(
            (answer.status, answer.problem("count")),
            (422, Some(problem.clone())),
            "{count}"
        );
        assert!(answer.header("set-cookie").is_none());
    }
    assert_eq!(carts(&shop).await, 0, "what was refused made no cart");

    add(&visitor, &cup, "3").await;
    add(&visitor, &many, "90").await;
    assert_eq!(add(&visitor, &cup, "3").await.problem("count"), Some(range(5)));
    assert_eq!(add(&visitor, &many, "10").await.problem("count"), Some(range(99)));
    for (product, count, problem) in &wrong[..8] {
        let answer = set_count(&visitor, product, count).await;
        assert_eq!(
            (answer.status, answer.problem("count")),
            (422, Some(problem.clone())),
            "{count}"
        );
    }
    assert_eq!(held(&visitor).await, [(id(&cup), 3), (id(&many), 90)], "nothing changed");
    assert_eq!(set_count(&visitor, &cup, "5").await.status, 200);
}

#[tokio::test]
async fn what_the_shop_does_not_sell_cannot_be_added() {
    let shop = TestShop::open().await;
    let gone = product(&shop, 12_900, 5).await;
    change(&shop, &gone, "withdrawn_at = created_at").await;
    for product in [gone.as_str(), "77", "18446744073709551615"] {
        let answer = add(&shop.visitor(), product, "1").await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (404, &json!("no_such_product")));
    }
    assert_eq!(add(&shop.visitor(), "x", "1").await.status, 400);
    assert_eq!(carts(&shop).await, 0);
}

#[tokio::test]
async fn a_cart_holds_a_hundred_products_and_no_more() {
    let shop = TestShop::open().await;
    let member = shop.member("a@b.kr").await;
    let mut cups = vec![];
    for _ in 0..=LINES_MAX {
        cups.push(product(&shop, 12_900, 5).await);
    }
    for cup in &cups[..LINES_MAX as usize] {
        assert_eq!(add(&member, cup, "1").await.status, 200);
    }
    let answer = add(&member, &cups[LINES_MAX as usize], "1").await;
    assert_eq!(answer.problem("count"), Some(json!({ "too_many": { "max": 100 } })));
    assert_eq!(add(&member, &cups[0], "1").await.json(), 101, "more of what is in it still fits");
}

#[tokio::test]
async fn totals_count_what_is_chosen_and_can_be_ordered() {
    let shop = TestShop::open().await;
    let (cup, pot) = (product(&shop, 9_000, 10).await, product(&shop, 25_000, 10).await);
    let visitor = shop.visitor();
    add(&visitor, &cup, "1").await;
    let sums = |cart: &Value| (cart["goods"].as_u64().unwrap(), cart["delivery"].as_u64().unwrap());
    assert_eq!(sums(&shown(&visitor).await), (9_000, 3_000));
    add(&visitor, &pot, "1").await;
    assert_eq!(sums(&shown(&visitor).await), (34_000, 0), "much is delivered for nothing");
    assert_eq!(sums(&choose(&visitor, &pot, "false").await.json()), (9_000, 3_000));
    assert_eq!(sums(&choose(&visitor, &cup, "false").await.json()), (0, 0), "nothing chosen");
    assert_eq!(sums(&choose(&visitor, &pot, "true").await.json()), (25_000, 3_000));
    assert_eq!(visitor.call("cart/count", &[]).await.json(), 2, "left out is still in the cart");
    add(&visitor, &cup, "1").await;
    assert_eq!(sums(&shown(&visitor).await), (43_000, 0), "what is added again is chosen again");
}

#[tokio::test]
async fn a_line_says_what_changed_until_the_shopper_has_seen_it() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    let visitor = shop.visitor();
    add(&visitor, &cup, "4").await;
    let problems = |cart: &Value| cart["lines"][0]["problems"].clone();
    assert_eq!(problems(&shown(&visitor).await), json!([]));

    change(&shop, &cup, "price_won = 13900").await;
    let dearer = json!([{ "price_changed": { "was": 12_900, "now": 13_900 } }]);
    let cart = shown(&visitor).await;
    assert_eq!((problems(&cart), &cart["goods"]), (dearer.clone(), &json!(55_600)));
    assert_eq!(problems(&shown(&visitor).await), dearer, "looking is no consent");
    assert_eq!(problems(&choose(&visitor, &cup, "true").await.json()), json!([]));
    change(&shop, &cup, "price_won = 9900").await;
    let cheaper = json!([{ "price_changed": { "was": 13_900, "now": 9_900 } }]);
    assert_eq!(problems(&shown(&visitor).await), cheaper);
    assert_eq!(problems(&set_count(&visitor, &cup, "4").await.json()), json!([]));

    change(&shop, &cup, "stock = 3").await;
    let cart = shown(&visitor).await;
    assert_eq!(problems(&cart), json!([{ "few_left": { "pieces": 3 } }]));
    assert_eq!((&cart["goods"], &cart["delivery"]), (&json!(0), &json!(0)));
    assert_eq!(problems(&set_count(&visitor, &cup, "3").await.json()), json!([]));
    change(&shop, &cup, "stock = 0").await;
    assert_eq!(problems(&shown(&visitor).await), json!(["sold_out"]));
    change(&shop, &cup, "withdrawn_at = created_at").await;
    assert_eq!(problems(&shown(&visitor).await), json!(["gone"]));
    assert_eq!(set_count(&visitor, &cup, "1").await.status, 404);

    let left = visitor.call("cart/remove", &[("product_id", &cup)]).await;
    assert_eq!((left.status, &left.json()["lines"]), (200, &json!([])));
}

#[tokio::test]
async fn nobody_touches_anothers_cart() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    let (mine, other) = (shop.member("a@b.kr").await, shop.member("c@d.kr").await);
    let (visitor, stranger) = (shop.visitor(), shop.visitor());
    for person in [&mine, &visitor] {
        add(person, &cup, "2").await;
    }
    for person in [&other, &stranger] {
        assert_eq!(held(person).await, []);
        assert_eq!(set_count(person, &cup, "9").await.status, 404);
        assert_eq!(choose(person, &cup, "false").await.status, 404);
        assert_eq!(person.call("cart/remove", &[("product_id", &cup)]).await.status, 200);
    }
    for person in [&mine, &visitor] {
        let line = shown(person).await["lines"][0].clone();
        assert_eq!((&line["count"], &line["is_chosen"]), (&json!(2), &json!(true)));
    }
}

#[tokio::test]
async fn signing_up_and_logging_in_take_the_visitors_cart_over() {
    let shop = TestShop::open().await;
    let (cup, pot) = (product(&shop, 12_900, 500).await, product(&shop, 12_900, 500).await);
    let person = shop.visitor();
    add(&person, &cup, "60").await;
    let answer = person.call("members/sign_up", &ACCOUNT).await;
    assert_eq!((answer.status, cookie_of(&answer).as_deref()), (200, Some("")), "{answer:?}");
    assert_eq!(held(&person).await, [(id(&cup), 60)]);

    let elsewhere = shop.visitor();
    add(&elsewhere, &cup, "50").await;
    add(&elsewhere, &pot, "1").await;
    assert_eq!(carts(&shop).await, 2);
    for _ in 0..2 {
        assert_eq!(elsewhere.call("members/log_in", &ACCOUNT[1..3]).await.status, 200);
        assert_eq!(held(&elsewhere).await, [(id(&cup), 99), (id(&pot), 1)]);
        assert_eq!(carts(&shop).await, 1, "the visitor's is gone");
    }
    elsewhere.call("members/log_out", &[]).await;
    assert_eq!(held(&elsewhere).await, [], "the cart stays with the member");
}

#[tokio::test]
async fn a_cart_is_taken_over_without_javascript_as_well() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    let person = shop.visitor();
    add(&person, &cup, "2").await;
    let mut form = ACCOUNT.to_vec();
    form.push(("next", "/cart"));
    let sent = person.post("members/sign_up").header("accept", "text/html").form(&form);
    let answer = person.send(sent).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("/cart")));
    let page = person.get("/cart").await;
    assert!(page.text.contains("25,800원"), "{}", page.text);
    assert_eq!(carts(&shop).await, 1);
}

#[tokio::test]
async fn a_wrong_password_takes_nothing_over() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    shop.visitor().call("members/sign_up", &ACCOUNT).await;
    let person = shop.visitor();
    add(&person, &cup, "2").await;
    let wrong = [("email", "jiwoo@example.kr"), ("password", "not the password")];
    let answer = person.call("members/log_in", &wrong).await;
    assert_eq!((answer.status, cookie_of(&answer)), (401, None));
    assert_eq!(held(&person).await, [(id(&cup), 2)]);
}

async fn visitors_cart(shop: &TestShop, byte: u8, products: &[(&str, u32)]) -> VisitorKey {
    let person = shop.visitor();
    let mut secret = None;
    for (product, count) in products {
        let answer = add(&person, product, &count.to_string()).await;
        secret = cookie_of(&answer);
        assert_eq!(answer.status, 200, "{byte}");
    }
    VisitorKey::parse(&secret.unwrap()).unwrap()
}

async fn of_member(shop: &TestShop, member: MemberId) -> Vec<(u64, u16)> {
    let owner = CartOwner::Member(member);
    let cart = cart::show(&shop.direct, Some(&owner)).await.unwrap();
    let mut lines: Vec<_> = cart.lines.iter().map(|l| (l.card.id.0, l.count)).collect();
    lines.sort_unstable();
    lines
}

#[tokio::test]
async fn many_at_once_take_each_cart_over_once() {
    let shop = TestShop::open().await;
    let (cup, pot) = (product(&shop, 12_900, 500).await, product(&shop, 12_900, 500).await);
    let member = shop.member("a@b.kr").await.id();
    let first = visitors_cart(&shop, 1, &[(&cup, 10), (&pot, 1)]).await;
    let second = visitors_cart(&shop, 2, &[(&pot, 2), (&cup, 20)]).await;
    let mut running = vec![];
    for _ in 0..6 {
        for key in [first.clone(), second.clone()] {
            let shop = shop.direct.clone();
            running.push(tokio::spawn(async move { cart::take_over(&shop, &key, member).await }));
        }
    }
    for taken in running {
        taken.await.unwrap().unwrap();
    }
    assert_eq!(of_member(&shop, member).await, [(id(&cup), 30), (id(&pot), 3)]);
    assert_eq!(carts(&shop).await, 1);
}

#[tokio::test]
async fn many_clicks_at_once_are_all_counted() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 500).await;
    let member = shop.member("a@b.kr").await;
    let mut running = vec![];
    for _ in 0..8 {
        let (member, cup) = (member.clone(), cup.clone());
        running.push(tokio::spawn(async move { add(&member, &cup, "2").await.status }));
    }
    for sent in running {
        assert_eq!(sent.await.unwrap(), 200);
    }
    assert_eq!(held(&member).await, [(id(&cup), 16)]);
    assert_eq!(carts(&shop).await, 1);
}

#[tokio::test]
async fn a_full_cart_takes_over_what_fits() {
    let shop = TestShop::open().await;
    let member = shop.member("a@b.kr").await;
    let mut cups = vec![];
    for _ in 0..=LINES_MAX {
        cups.push(product(&shop, 12_900, 500).await);
    }
    for cup in &cups[..LINES_MAX as usize] {
        add(&member, cup, "1").await;
    }
    let key = visitors_cart(&shop, 1, &[(&cups[0], 98), (&cups[LINES_MAX as usize], 1)]).await;
    cart::take_over(&shop.direct, &key, member.id()).await.unwrap();
    let after = of_member(&shop, member.id()).await;
    assert_eq!((after.len(), after[0]), (LINES_MAX as usize, (id(&cups[0]), 99)));
    assert_eq!(carts(&shop).await, 1);
}

#[tokio::test]
async fn a_visitors_cart_is_swept_after_ninety_days_untouched() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    let (old, used, member) = (shop.visitor(), shop.visitor(), shop.member("a@b.kr").await);
    for person in [&old, &used, &member] {
        add(person, &cup, "1").await;
    }
    shop.clock.advance(DAY * 20);
    assert_eq!(set_count(&used, &cup, "2").await.status, 200);
    shop.clock.advance(DAY * 69);
    assert_eq!(cart::sweep(&shop.direct).await.unwrap(), 0);
    shop.clock.advance(DAY * 2);
    assert_eq!(cart::sweep(&shop.direct).await.unwrap(), 1);
    assert_eq!((held(&old).await, held(&used).await), (vec![], vec![(id(&cup), 2)]));
    assert_eq!(of_member(&shop, member.id()).await, [(id(&cup), 1)], "a member's stays");
    assert_eq!(rows(&shop, "select count(*) from cart_lines").await, 2);
    assert_eq!(cart::sweep(&shop.direct).await.unwrap(), 0);
}

#[tokio::test]
async fn a_sweep_takes_only_so_many_at_once() {
    let shop = TestShop::open().await;
    let more = SWEPT_AT_ONCE + 3;
    let sql = format!(
        "insert into carts (visitor_hash, created_at, changed_at)
         select unhex(sha2(concat('x', seq.n), 256)), ?, ? from json_table(
             concat('[', repeat('1,', {}), '1]'), '$[*]' columns (n for ordinality)) seq",
        more - 1
    );
    let at = shop.now();
    sqlx::query(AssertSqlSafe(sql)).bind(at).bind(at).execute(&shop.direct.mysql).await.unwrap();
    shop.clock.advance(DAY * 91);
    assert_eq!(cart::sweep(&shop.direct).await.unwrap(), SWEPT_AT_ONCE);
    assert_eq!(cart::sweep(&shop.direct).await.unwrap(), 3);
}

#[tokio::test]
async fn without_javascript_every_button_of_the_cart_leads_back() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    let person = shop.visitor();
    let send = async |verb: &str, form: &[(&str, &str)], from: &str| {
        let sent = person
            .post(verb)
            .header("accept", "text/html")
            .header("referer", format!("{}{from}", shop.url(0)))
            .form(form);
        let answer = person.send(sent).await;
        assert_eq!(answer.status, 302, "{verb}: {answer:?}");
        let back = answer.header("location").unwrap().trim_start_matches(&shop.url(0));
        back.trim_end_matches('?').to_owned()
    };
    let here = format!("/products/{cup}");
    let one = [("product_id", cup.as_str()), ("count", "1")];
    assert_eq!(send("cart/add", &one, &here).await, "/cart");
    let now = [("product_id", cup.as_str()), ("count", "1"), ("next", "/checkout")];
    assert_eq!(send("cart/add", &now, &here).await, "/checkout");
    let away = [("product_id", cup.as_str()), ("count", "1"), ("next", "//evil.kr")];
    assert_eq!(send("cart/add", &away, &here).await, "/");
    let five = [("product_id", cup.as_str()), ("count", "5")];
    assert_eq!(send("cart/set_count", &five, "/cart").await, "/cart");
    let out = [("product_id", cup.as_str()), ("chosen", "false")];
    assert_eq!(send("cart/choose", &out, "/cart").await, "/cart");
    let page = person.get("/cart").await;
    assert!(page.text.contains("64,500원") && page.text.contains("aria-checked=\"false\""));
    assert!(page.text.contains("주문할 상품을 골라 주세요."), "{}", page.text);

    let many = [("product_id", cup.as_str()), ("count", "11")];
    let back = send("cart/set_count", &many, "/cart").await;
    let page = person.get(&back).await;
    assert!(page.text.contains("10개까지 담을 수 있어요."), "{}", page.text);
    let back = send("cart/add", &many, &here).await;
    assert!(person.get(&back).await.text.contains("10개까지 담을 수 있어요."));

    assert_eq!(send("cart/remove", &one[..1], "/cart").await, "/cart");
    assert!(person.get("/cart").await.text.contains("장바구니가 비어 있어요"));
}

#[tokio::test]
async fn the_cart_page_says_what_changed_in_both_languages() {
    let shop = TestShop::open().await;
    let (cup, pot) = (product(&shop, 12_900, 10).await, product(&shop, 12_900, 10).await);
    let person = shop.visitor();
    add(&person, &cup, "4").await;
    add(&person, &pot, "4").await;
    change(&shop, &cup, "price_won = 13900, stock = 2").await;
    change(&shop, &pot, "withdrawn_at = created_at").await;
    let page = person.get("/cart").await;
    assert_eq!(page.status, 200);
    for text in [
        "가격이 12,900원에서 13,900원으로 올랐어요.",
        "지금은 2개만 남았어요.",
        "판매가 끝난 상품이에요.",
        "고르신 상품은 지금 주문할 수 없어요.",
        "lang=\"ko\"",
    ] {
        assert!(page.text.contains(text), "{text}: {}", page.text);
    }
    set_count(&person, &cup, "2").await;
    let page = person.get("/cart").await;
    assert!(page.text.contains("수량을 바꾸거나 주문에서 빼 주세요."), "{}", page.text);
    choose(&person, &pot, "false").await;
    let page = person.get("/cart").await;
    assert!(page.text.contains("상품 1개 주문하기"), "{}", page.text);

    change(&shop, &cup, "price_won = 14900").await;
    let page = person.reading("en").get("/cart").await;
    assert!(page.text.contains("gone up from ₩13,900 to ₩14,900"), "{}", page.text);
}

/// The count in the header of a page, as it was sent.
fn header_count(page: &Answer) -> String {
    let marked = page.text.split_once("data-testid=\"cart-count\"").unwrap().1;
    let text = marked.split_once('>').unwrap().1;
    text.split_once('<').unwrap().0.to_owned()
}

#[tokio::test]
async fn every_page_says_how_much_is_in_the_cart() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 10).await;
    let (visitor, member) = (shop.visitor(), shop.member("a@b.kr").await);
    assert_eq!(header_count(&visitor.get("/").await), "0");
    for (person, count) in [(&visitor, "3"), (&member, "7")] {
        add(person, &cup, count).await;
        for path in ["/", "/cart", "/drops", "/no/such/page"] {
            assert_eq!(header_count(&person.get(path).await), count, "{path}");
        }
    }
    let page = visitor.reading("en").get("/drops").await;
    assert!(page.text.contains("aria-label=\"Cart, 3 in it\""), "{}", page.text);
}

#[tokio::test]
async fn whoever_has_no_cart_is_counted_without_mysql() {
    let shop = TestShop::open().await;
    let (visitor, member) = (shop.visitor(), shop.member("a@b.kr").await);
    shop.mysql.set(Mode::Cut);
    let answer = visitor.call("cart/count", &[]).await;
    assert_eq!((answer.status, answer.json()), (200, json!(0)));
    assert_eq!(visitor.call("cart/show", &[]).await.status, 200);
    assert_eq!(member.call("cart/count", &[]).await.status, 503);
}
