//! Wishes: a member's list of what to come back to.

use crate::cart::{change, product};
use crate::kit::{Person, TestShop};
use serde_json::{Value, json};
use shop::wishes::WISHES_PER_PAGE;
use std::time::Duration;

async fn wish(person: &Person, verb: &str, product: &str) -> u16 {
    person.call(&format!("wishes/{verb}"), &[("product_id", product)]).await.status
}

async fn listed(person: &Person, page: &str) -> Value {
    let answer = person.call("wishes/list", &[("page", page)]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

fn ids(page: &Value) -> Vec<String> {
    let wishes = page["wishes"].as_array().unwrap();
    wishes.iter().map(|wish| wish["card"]["id"].to_string()).collect()
}

#[tokio::test]
async fn a_product_is_on_the_list_once_and_off_it_at_once() {
    let shop = TestShop::open().await;
    let (cup, pot) = (product(&shop, 12_900, 3).await, product(&shop, 9_900, 0).await);
    let member = shop.member("a@b.kr").await;
    assert_eq!(wish(&member, "add", &cup).await, 200);
    shop.clock.advance(Duration::from_secs(60));
    assert_eq!(wish(&member, "add", &pot).await, 200);
    assert_eq!(wish(&member, "add", &cup).await, 200, "twice is once");
    let page = listed(&member, "1").await;
    assert_eq!((ids(&page), &page["total"]), (vec![pot.clone(), cup.clone()], &json!(2)));
    assert_eq!(page["wishes"][1]["card"]["stock"], json!({ "few_left": 3 }));

    let has = member.call("wishes/has", &[("product_id", &cup)]).await;
    assert_eq!(has.json(), true);
    for _ in 0..2 {
        assert_eq!(wish(&member, "remove", &cup).await, 200);
    }
    assert_eq!(ids(&listed(&member, "1").await), [pot]);
    let has = member.call("wishes/has", &[("product_id", &cup)]).await;
    assert_eq!(has.json(), false);
}

#[tokio::test]
async fn wishes_are_for_members_and_each_has_their_own() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 3).await;
    let (member, other) = (shop.member("a@b.kr").await, shop.member("c@d.kr").await);
    for verb in ["add", "remove", "has", "list"] {
        assert_eq!(wish(&shop.visitor(), verb, &cup).await, 401, "{verb}");
    }
    wish(&member, "add", &cup).await;
    assert_eq!(wish(&other, "remove", &cup).await, 200);
    assert_eq!(ids(&listed(&other, "1").await), Vec::<String>::new());
    assert_eq!(ids(&listed(&member, "1").await), [cup]);

    let page = shop.visitor().get("/wishes").await;
    assert_eq!(page.status, 401);
    assert!(page.text.contains("/log-in?next=%2Fwishes"), "{}", page.text);
}

#[tokio::test]
async fn what_is_not_sold_cannot_be_wished_for_but_stays_and_can_be_removed() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 3).await;
    let member = shop.member("a@b.kr").await;
    wish(&member, "add", &cup).await;
    change(&shop, &cup, "withdrawn_at = created_at").await;
    assert_eq!(listed(&member, "1").await["wishes"][0]["is_gone"], true);
    let page = member.get("/wishes").await;
    assert!(page.text.contains("판매 종료") && !page.text.contains("wish-to-cart"));
    assert_eq!(wish(&member, "remove", &cup).await, 200);
    assert_eq!(listed(&member, "1").await["total"], 0);

    for product in [cup.as_str(), "77"] {
        assert_eq!(wish(&member, "add", product).await, 404);
    }
}

#[tokio::test]
async fn pages_hold_all_wishes_once_the_newest_first() {
    let shop = TestShop::open().await;
    let member = shop.member("a@b.kr").await;
    let mut wished = vec![];
    for _ in 0..WISHES_PER_PAGE + 2 {
        let cup = product(&shop, 12_900, 3).await;
        shop.clock.advance(Duration::from_secs(1));
        wish(&member, "add", &cup).await;
        wished.insert(0, cup);
    }
    let (first, second) = (listed(&member, "1").await, listed(&member, "2").await);
    assert_eq!([ids(&first), ids(&second)].concat(), wished);
    assert_eq!((&first["last_page"], ids(&first).len()), (&json!(2), 24));
    assert_eq!(listed(&member, "99").await, second, "past the end is the last page");
    assert_eq!(listed(&member, "0").await, first);
    let page = member.get("/wishes?page=2").await;
    assert!(page.text.contains("2 / 2"), "{}", page.text);
}

#[tokio::test]
async fn a_products_page_has_a_heart_that_leads_a_visitor_to_log_in_and_back() {
    let shop = TestShop::open().await;
    let cup = product(&shop, 12_900, 3).await;
    let path = format!("/products/{cup}");
    let page = shop.visitor().get(&path).await;
    assert!(page.text.contains(&format!("/log-in?next=%2Fproducts%2F{cup}")), "{}", page.text);

    let member = shop.member("a@b.kr").await;
    let send = async |verb: &str| {
        let sent = member
            .post(verb)
            .header("accept", "text/html")
            .header("referer", format!("{}{path}", shop.url(0)))
            .form(&[("product_id", &cup)]);
        let answer = member.send(sent).await;
        assert_eq!(answer.status, 302);
        let back = answer.header("location").unwrap().trim_end_matches('?');
        assert!(back.ends_with(&path), "{back}");
        member.get(&path).await.text
    };
    let page = member.get(&path).await.text;
    assert!(page.contains("action=\"/api/wishes/add\""), "{page}");
    assert!(page.contains("aria-pressed=\"false\" data-testid=\"wish\""), "{page}");
    let page = send("wishes/add").await;
    assert!(page.contains("action=\"/api/wishes/remove\""), "{page}");
    assert!(page.contains("aria-pressed=\"true\" data-testid=\"wish\""), "{page}");
    assert!(send("wishes/remove").await.contains("action=\"/api/wishes/add\""));
}
