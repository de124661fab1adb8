//! A member's own page, their name and their password.

use crate::kit::person::Answer;
use crate::kit::socket::Socket;
use crate::kit::{Person, TestShop, until};
use serde_json::json;
use std::time::Duration;

const PASSWORD: &str = "one fine password";
const NEW_PASSWORD: &str = "another fine one";

/// Somebody who signed up with [`PASSWORD`], in a browser of their own.
async fn signed_up(shop: &TestShop, email: &str) -> Person {
    let form =
        [("name", "김지우"), ("email", email), ("password", PASSWORD), ("address", "서울시 중구")];
    let person = shop.visitor();
    assert_eq!(person.call("members/sign_up", &form).await.status, 200);
    person
}

async fn log_in(shop: &TestShop, email: &str, password: &str) -> (Person, Answer) {
    let person = shop.visitor();
    let answer = person.call("members/log_in", &[("email", email), ("password", password)]).await;
    (person, answer)
}

/// What the browser keeps, for a socket that has no cookie jar.
fn token_of(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").unwrap();
    cookie.trim_start_matches("session=").split(';').next().unwrap().to_owned()
}

async fn name_of(person: &Person) -> Option<String> {
    person.call("members/me", &[]).await.json()["name"].as_str().map(str::to_owned)
}

async fn change(person: &Person, current: &str, new: &str) -> Answer {
    let form = [("current_password", current), ("new_password", new)];
    person.call("members/change_password", &form).await
}

#[tokio::test]
async fn my_page_greets_me_and_counts_what_is_mine() {
    let shop = TestShop::open().await;
    let person = signed_up(&shop, "a@b.kr").await;
    let profile = person.call("members/profile", &[]).await.json();
    assert_eq!((&profile["name"], &profile["email"]), (&json!("김지우"), &json!("a@b.kr")));
    let counts = ["addresses", "coupons", "orders", "wishes"].map(|of| profile[of].clone());
    assert_eq!(counts, [json!(1), json!(0), json!(0), json!(0)]);

    let page = person.get("/account").await;
    assert_eq!(page.status, 200);
    for text in ["김지우 님, 반가워요", "a@b.kr", "href=\"/account/addresses\"", "href=\"/orders\""]
    {
        assert!(page.text.contains(text), "{text}");
    }
    let page = person.reading("en").get("/account").await;
    assert!(page.text.contains("Good to see you, 김지우"), "{}", page.text);
    let home = person.get("/").await;
    assert!(home.text.contains("href=\"/account\" data-testid=\"member-name\""), "{}", home.text);
}

#[tokio::test]
async fn a_coupon_counts_until_it_expires() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let drop = shop.drop_of(1).await;
    person.join(drop).await;
    until("the coupon is there", async || (person.place(drop).await? == "issued").then_some(()))
        .await;
    let coupons =
        async |person: &Person| person.call("members/profile", &[]).await.json()["coupons"].clone();
    assert_eq!(coupons(&person).await, 1);
    shop.clock.advance(Duration::from_secs(15 * 24 * 60 * 60));
    assert_eq!(coupons(&shop.again(&person).await).await, 0);
}

#[tokio::test]
async fn a_visitor_has_no_page_of_their_own() {
    let shop = TestShop::open().await;
    let visitor = shop.visitor();
    for function in ["profile", "change_profile", "change_password"] {
        let answer = visitor.call(&format!("members/{function}"), &[("name", "김")]).await;
        assert_eq!(answer.status, 401, "{function}");
    }
    for page in ["/account", "/account/profile", "/account/password", "/account/addresses"] {
        assert_eq!(visitor.get(page).await.status, 401, "{page}");
    }
}

#[tokio::test]
async fn a_name_is_changed_only_to_a_name() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let long = "가".repeat(51);
    let wrong = [
        ("", json!("missing")),
        (long.as_str(), json!({ "too_long": { "max": 50 } })),
        ("김\u{0}", json!("not_printable")),
    ];
    for (name, problem) in wrong {
        let answer = person.call("members/change_profile", &[("name", name)]).await;
        assert_eq!((answer.status, answer.problem("name")), (422, Some(problem)), "{name:?}");
    }
    assert_eq!(name_of(&person).await.as_deref(), Some("시험"));
    assert_eq!(person.call("members/change_profile", &[("name", " 이민서 ")]).await.status, 200);
    assert_eq!(name_of(&person).await.as_deref(), Some("이민서"));
}

#[tokio::test]
async fn without_javascript_a_saved_name_leads_to_my_page_which_says_so() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let form = person.post("members/change_profile").header("accept", "text/html");
    let answer = person.send(form.form(&[("name", "이민서")])).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("/account?saved=name")));
    let page = person.get("/account?saved=name").await;
    assert!(page.text.contains("이름을 바꿨어요."), "{}", page.text);
    assert!(page.text.contains("이민서 님, 반가워요"));
    let page = person.get("/account/profile").await;
    assert!(page.text.contains("value=\"이민서\"") && page.text.contains("a@b.kr"));
}

#[tokio::test]
async fn a_wrong_form_changes_no_password_and_ends_nothing() {
    let shop = TestShop::open().await;
    let person = signed_up(&shop, "a@b.kr").await;
    let (other, _) = log_in(&shop, "a@b.kr", PASSWORD).await;
    let megabyte = "x".repeat(1_000_000);
    let wrong = [
        ("", NEW_PASSWORD, "current_password", json!("missing")),
        ("not the password", NEW_PASSWORD, "current_password", json!("wrong_password")),
        (&megabyte, NEW_PASSWORD, "current_password", json!("wrong_password")),
        (PASSWORD, "", "password", json!("missing")),
        (PASSWORD, "short", "password", json!({ "too_short": { "min": 8 } })),
        (PASSWORD, "password1", "password", json!("too_common")),
        (PASSWORD, &megabyte, "password", json!({ "too_long": { "max": 128 } })),
    ];
    for (current, new, field, problem) in wrong {
        let answer = change(&person, current, new).await;
        assert_eq!((answer.status, answer.problem(field)), (422, Some(problem)), "{field}");
    }
    let both = change(&person, "not the password", "short").await;
    assert!(both.problem("current_password").is_some() && both.problem("password").is_some());
    assert!(name_of(&person).await.is_some() && name_of(&other).await.is_some());
    assert_eq!(log_in(&shop, "a@b.kr", PASSWORD).await.1.status, 200);
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_on_every_server_and_keeps_this_one() {
    let shop = TestShop::open_with(2).await;
    let person = signed_up(&shop, "a@b.kr").await;
    let stranger = shop.member("c@d.kr").await;
    let (other, answer) = log_in(&shop, "a@b.kr", PASSWORD).await;
    let token = token_of(&answer);
    let (other_here, other_there) = (other.at(shop.url(0)), other.at(shop.url(1)));
    let mut here = Socket::open(&shop, 0, Some(&other.with_token(&token))).await;
    let mut there = Socket::open(&shop, 1, Some(&other.with_token(&token))).await;
    assert!(name_of(&other_there).await.is_some());

    assert_eq!(change(&person, PASSWORD, NEW_PASSWORD).await.status, 200);
    assert_eq!(name_of(&other_here).await, None, "at once where it was changed");
    assert_eq!((here.closed().await, there.closed().await), (Some(4401), Some(4401)));
    until("the other server knows", async || name_of(&other_there).await.is_none().then_some(()))
        .await;

    assert!(name_of(&person).await.is_some(), "this session stays");
    assert!(name_of(&person.at(shop.url(1))).await.is_some(), "everywhere");
    assert!(name_of(&stranger).await.is_some(), "and nobody else's ends");
    assert_eq!(log_in(&shop, "a@b.kr", PASSWORD).await.1.status, 401);
    assert_eq!(log_in(&shop, "a@b.kr", NEW_PASSWORD).await.1.status, 200);
}

#[tokio::test]
async fn of_two_new_passwords_at_once_one_is_taken() {
    let shop = TestShop::open().await;
    let person = signed_up(&shop, "a@b.kr").await;
    let (first, second) = futures::join!(
        change(&person, PASSWORD, NEW_PASSWORD),
        change(&person, PASSWORD, "third one")
    );
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422]);
    let taken = if first.status == 200 { NEW_PASSWORD } else { "third one" };
    assert_eq!(log_in(&shop, "a@b.kr", taken).await.1.status, 200);
}
