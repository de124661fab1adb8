//! The address book.

use crate::kit::person::Answer;
use crate::kit::{Person, TestShop};
use serde_json::{Value, json};
use shop::addresses::ADDRESSES_MAX;
use std::time::Duration;

const GOOD: [(&str, &str); 3] =
    [("recipient", "이민서"), ("phone", "010-1234-5678"), ("address", "부산시 해운대구 1")];

/// The good form with one field changed.
fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut form: Vec<_> = GOOD.into_iter().filter(|(name, _)| *name != field).collect();
    form.push((field, value));
    form
}

async fn add(person: &Person, form: &[(&str, &str)]) -> String {
    let answer = person.call("addresses/add", form).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json().as_u64().unwrap().to_string()
}

async fn book(person: &Person) -> Vec<Value> {
    person.call("addresses/list", &[]).await.json().as_array().unwrap().clone()
}

/// The numbers of the book, the default first.
async fn order(person: &Person) -> Vec<String> {
    book(person).await.iter().map(|address| address["id"].to_string()).collect()
}

async fn about(person: &Person, verb: &str, id: &str, form: &[(&str, &str)]) -> Answer {
    let mut form = form.to_vec();
    form.push(("address_id", id));
    person.call(&format!("addresses/{verb}"), &form).await
}

#[tokio::test]
async fn whoever_signs_up_has_a_book_with_their_address() {
    let shop = TestShop::open().await;
    let person = shop.visitor();
    let form = [
        ("name", "김지우"),
        ("email", "a@b.kr"),
        ("password", "one fine password"),
        ("address", "서울시 중구 세종대로 110"),
    ];
    person.call("members/sign_up", &form).await;
    let book = book(&person).await;
    assert_eq!(book.len(), 1);
    let address = &book[0];
    assert_eq!(address["recipient"], "김지우");
    assert_eq!(address["address"], "서울시 중구 세종대로 110");
    assert_eq!((&address["phone"], &address["is_default"]), (&Value::Null, &json!(true)));
}

#[tokio::test]
async fn the_default_comes_first_and_is_the_one_chosen_last() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let first = add(&person, &GOOD).await;
    assert_eq!(book(&person).await[0]["is_default"], true, "one of every book is");
    shop.clock.advance(Duration::from_secs(1));
    let second = add(&person, &with("default", "true")).await;
    assert_eq!(order(&person).await, [second.as_str(), &first]);
    let third = add(&person, &GOOD).await;
    assert_eq!(order(&person).await, [second.as_str(), &third, &first], "then the newest");

    shop.clock.advance(Duration::from_secs(1));
    assert_eq!(about(&person, "make_default", &first, &[]).await.status, 200);
    assert_eq!(order(&person).await, [first.as_str(), &second, &third]);
    let defaults: Vec<Value> =
        book(&person).await.iter().map(|address| address["is_default"].clone()).collect();
    assert_eq!(defaults, [json!(true), json!(false), json!(false)]);

    shop.clock.advance(Duration::from_secs(1));
    assert_eq!(about(&person, "edit", &third, &with("default", "true")).await.status, 200);
    assert_eq!(order(&person).await, [third.as_str(), &first, &second]);
    assert_eq!(about(&person, "remove", &third, &[]).await.status, 200);
    assert_eq!(order(&person).await, [first.as_str(), &second], "the one before follows");
}

#[tokio::test]
async fn an_edit_says_all_anew_and_leaves_the_default_alone() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let id = add(&person, &with("default", "true")).await;
    let other = add(&person, &GOOD).await;
    let form = [("recipient", "박하늘"), ("phone", ""), ("address", "대전시 서구 2")];
    assert_eq!(about(&person, "edit", &id, &form).await.status, 200);
    let book = book(&person).await;
    let edited = json!({
        "id": id.parse::<u64>().unwrap(), "recipient": "박하늘", "phone": null,
        "address": "대전시 서구 2", "is_default": true,
    });
    assert_eq!(book[0], edited);
    assert_eq!(book[1]["id"].to_string(), other);
}

#[tokio::test]
async fn a_wrong_address_is_refused_field_by_field() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let id = add(&person, &GOOD).await;
    let before = book(&person).await;
    let (long_name, long_address) = ("가".repeat(51), "가".repeat(201));
    let wrong = [
        ("recipient", "", json!("missing")),
        ("recipient", &long_name, json!({ "too_long": { "max": 50 } })),
        ("recipient", "김\u{1}", json!("not_printable")),
        ("phone", "119", json!("not_a_phone")),
        ("phone", "010-1234-56789", json!("not_a_phone")),
        ("phone", "+82 10 1234 5678", json!("not_a_phone")),
        ("address", " ", json!("missing")),
        ("address", &long_address, json!({ "too_long": { "max": 200 } })),
    ];
    for (field, value, problem) in wrong {
        let added = person.call("addresses/add", &with(field, value)).await;
        assert_eq!((added.status, added.problem(field)), (422, Some(problem.clone())), "{field}");
        let edited = about(&person, "edit", &id, &with(field, value)).await;
        assert_eq!((edited.status, edited.problem(field)), (422, Some(problem)), "{field}");
    }
    let nothing = person.call("addresses/add", &[]).await;
    assert!(nothing.problem("recipient").is_some() && nothing.problem("address").is_some());
    assert_eq!(book(&person).await, before);
    let unread = about(&person, "remove", "first", &[]).await;
    assert_eq!(unread.status, 400, "no number");
}

#[tokio::test]
async fn another_members_address_is_as_none() {
    let shop = TestShop::open().await;
    let (owner, other) = (shop.member("a@b.kr").await, shop.member("c@d.kr").await);
    let id = add(&owner, &GOOD).await;
    let before = book(&owner).await;
    for id in [id.as_str(), "99999999"] {
        for (verb, form) in [("edit", &GOOD[..]), ("remove", &[]), ("make_default", &[])] {
            let answer = about(&other, verb, id, form).await;
            assert_eq!(answer.status, 404, "{verb} {id}");
            assert_eq!(answer.json()["refusal"], "no_such_address", "{verb} {id}");
        }
    }
    assert_eq!(book(&owner).await, before);
    let visitor = shop.visitor();
    for verb in ["list", "add", "edit", "remove", "make_default"] {
        assert_eq!(about(&visitor, verb, &id, &GOOD).await.status, 401, "{verb}");
    }
}

#[tokio::test]
async fn a_full_book_stays_full_however_many_press_at_once() {
    let shop = TestShop::open_with(2).await;
    let person = shop.member("a@b.kr").await;
    let mut last = String::new();
    for _ in 1..ADDRESSES_MAX {
        last = add(&person, &GOOD).await;
    }
    let there = person.at(shop.url(1));
    let press = |n: usize| {
        let person = if n.is_multiple_of(2) { &person } else { &there };
        person.call("addresses/add", &GOOD)
    };
    let answers = futures::future::join_all((0..6).map(press)).await;
    let added = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(added, 1, "{answers:?}");
    for answer in answers.iter().filter(|answer| answer.status != 200) {
        let full = json!({ "too_many": { "max": ADDRESSES_MAX } });
        assert_eq!((answer.status, answer.problem("address")), (422, Some(full)));
    }
    assert_eq!(book(&person).await.len(), ADDRESSES_MAX as usize);
    let page = person.get("/account/addresses").await;
    assert!(page.text.contains("20곳까지") && !page.text.contains("id=\"new-address\""));
    // What is removed makes room.
    about(&person, "remove", &last, &[]).await;
    add(&person, &GOOD).await;
}

#[tokio::test]
async fn the_book_works_without_javascript() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let page = person.get("/account/addresses").await;
    assert!(page.text.contains("저장한 배송지가 없어요"), "{}", page.text);
    let send = async |verb: &str, referer: &str, form: &[(&str, &str)]| {
        let request = person.post(&format!("addresses/{verb}")).header("accept", "text/html");
        let request = request.header("referer", format!("{}{referer}", shop.url(0)));
        let answer = person.send(request.form(form)).await;
        assert_eq!(answer.status, 302, "{answer:?}");
        answer.header("location").unwrap().trim_start_matches(&shop.url(0)).to_owned()
    };
    assert_eq!(send("add", "/account/addresses", &GOOD).await, "/account/addresses");
    let page = person.get("/account/addresses").await;
    for text in ["이민서", "010-1234-5678", "부산시 해운대구 1", "기본 배송지", "1 / 20"]
    {
        assert!(page.text.contains(text), "{text}");
    }
    let id = order(&person).await.remove(0);
    let edit = format!("/account/addresses?edit={id}");
    assert!(page.text.contains(&edit), "a link to edit it");
    let page = person.get(&edit).await;
    assert!(page.text.contains("value=\"부산시 해운대구 1\""), "{}", page.text);
    let mut wrong = with("phone", "119");
    wrong.push(("address_id", &id));
    let back = send("edit", &edit, &wrong).await;
    let page = person.get(&back).await;
    assert!(page.text.contains("전화번호 형식이 아니에요"), "{}", page.text);
    assert!(page.text.contains("id=\"edit-address\""), "still the form that was sent");
    let page = person.reading("en").get("/account/addresses").await;
    assert!(page.text.contains("Address book") && page.text.contains("Default"));
}
