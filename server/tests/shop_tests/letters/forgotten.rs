//! A forgotten password, from the form to the new one.

use super::fixtures::{
    NEW_PASSWORD, PASSWORD, forgotten_token, letter, log_in, reset, signed_up, token,
};
use crate::kit::person::Answer;
use crate::kit::socket::Socket;
use crate::kit::{Person, TestShop, until};
use serde_json::json;
use std::time::Duration;

const EMAIL: &str = "jiwoo@example.kr";
const JUST_UNDER_HALF_AN_HOUR: Duration = Duration::from_secs(29 * 60);
const TWO_MINUTES: Duration = Duration::from_secs(2 * 60);
/// How a socket is closed whose session has ended.
const CLOSED_SIGNED_OUT: u16 = 4401;

async fn name_of(person: &Person) -> Option<String> {
    person.call("members/me", &[]).await.json()["name"].as_str().map(str::to_owned)
}

fn is_over(answer: &Answer) -> bool {
    answer.status == 410 && answer.json()["refusal"] == json!("link_over")
}

#[tokio::test]
async fn whoever_forgot_their_password_gets_a_link_to_a_new_one() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let token = forgotten_token(&shop, EMAIL, 1).await;
    let answer = reset(&shop, &token, NEW_PASSWORD).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert!(answer.header("set-cookie").is_none(), "they log in themselves");

    assert_eq!(log_in(&shop, EMAIL, PASSWORD).await.status, 401);
    assert_eq!(log_in(&shop, EMAIL, NEW_PASSWORD).await.status, 200);
    letter(&shop, EMAIL, "계정의 비밀번호가 방금 바뀌었어요", 1).await;
}

#[tokio::test]
async fn a_new_password_by_a_link_ends_every_session_on_every_server_and_its_sockets() {
    let shop = TestShop::open_with(2).await;
    let person = signed_up(&shop, EMAIL).await;
    let log_in = log_in(&shop, EMAIL, PASSWORD).await;
    let cookie = log_in.header("set-cookie").unwrap().split(';').next().unwrap();
    let mut here = Socket::open_by_cookie(&shop, 0, cookie).await;
    let mut elsewhere = Socket::open_by_cookie(&shop, 1, cookie).await;
    let token = forgotten_token(&shop, EMAIL, 1).await;

    assert_eq!(reset(&shop, &token, NEW_PASSWORD).await.status, 200);
    assert_eq!(name_of(&person).await, None, "at once where it was done");
    assert_eq!(here.closed().await, Some(CLOSED_SIGNED_OUT));
    assert_eq!(elsewhere.closed().await, Some(CLOSED_SIGNED_OUT));
    let there = shop.visitor().forging(cookie).at(shop.url(1));
    until("the other server knows", async || name_of(&there).await.is_none().then_some(())).await;
}

#[tokio::test]
async fn a_link_is_good_once_and_takes_older_ones_with_it() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let older = forgotten_token(&shop, EMAIL, 1).await;
    let newer = forgotten_token(&shop, EMAIL, 2).await;
    assert_ne!(older, newer);
    assert_eq!(reset(&shop, &newer, NEW_PASSWORD).await.status, 200);
    for token in [&newer, &older] {
        let answer = reset(&shop, token, "yet another fine one").await;
        assert!(is_over(&answer), "{answer:?}");
    }
    assert_eq!(log_in(&shop, EMAIL, NEW_PASSWORD).await.status, 200);
}

#[tokio::test]
async fn of_two_who_follow_a_link_together_one_gets_there() {
    let shop = TestShop::open_with(2).await;
    signed_up(&shop, EMAIL).await;
    let token = forgotten_token(&shop, EMAIL, 1).await;
    let elsewhere = shop.visitor().at(shop.url(1));
    let form = [("token", token.as_str()), ("new_password", "one of two passwords")];
    let (a, b) = tokio::join!(
        reset(&shop, &token, NEW_PASSWORD),
        elsewhere.call("members/reset_password", &form)
    );
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 410]);
}

#[tokio::test]
async fn a_link_expires_after_half_an_hour() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let token = forgotten_token(&shop, EMAIL, 1).await;
    shop.clock.advance(JUST_UNDER_HALF_AN_HOUR);
    let answer = reset(&shop, &token, "short").await;
    assert_eq!(
        answer.problem("password"),
        Some(json!({ "too_short": { "min": 8 } })),
        "it is good"
    );
    shop.clock.advance(TWO_MINUTES);
    assert!(is_over(&reset(&shop, &token, NEW_PASSWORD).await));
    assert_eq!(log_in(&shop, EMAIL, PASSWORD).await.status, 200);
}

#[tokio::test]
async fn a_forged_token_and_one_for_something_else_are_nobodys() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let confirming = token(&shop, EMAIL, "confirm", 1).await;
    let good = forgotten_token(&shop, EMAIL, 1).await;
    let mut turned = good.clone();
    turned.replace_range(4..5, if &good[4..5] == "A" { "B" } else { "A" });
    for token in
        ["", "x", &"A".repeat(22), &"A".repeat(5_000), "' or 1=1 -- ", &turned, &confirming]
    {
        assert!(is_over(&reset(&shop, token, NEW_PASSWORD).await), "{token}");
    }
    assert_eq!(reset(&shop, &good, NEW_PASSWORD).await.status, 200);
}

#[tokio::test]
async fn a_bad_new_password_leaves_the_link_good() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let token = forgotten_token(&shop, EMAIL, 1).await;
    let bad = [
        ("", json!("missing")),
        ("password1", json!("too_common")),
        (EMAIL, json!("your_own_name")),
        ("seonchak", json!("your_own_name")),
    ];
    for (password, problem) in bad {
        let answer = reset(&shop, &token, password).await;
        assert_eq!((answer.status, answer.problem("password")), (422, Some(problem)), "{password}");
    }
    assert_eq!(reset(&shop, &token, NEW_PASSWORD).await.status, 200);
}

#[tokio::test]
async fn all_of_it_works_without_javascript() {
    let shop = TestShop::open().await;
    signed_up(&shop, EMAIL).await;
    let person = shop.visitor();
    let plain = |function: &str, from: &str, form: &[(&str, &str)]| {
        let referer = format!("{}{from}", shop.url(0));
        person.post(function).header("accept", "text/html").header("referer", referer).form(form)
    };
    let sent = plain("members/forget_password", "/forgotten", &[("email", EMAIL)]);
    let answer = person.send(sent).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("/forgotten?sent=yes")));
    let page = person.get("/forgotten?sent=yes").await.text;
    assert!(page.contains("가입된 주소라면 곧 메일이 도착해요"), "{page}");

    let token = token(&shop, EMAIL, "reset", 1).await;
    let here = format!("/reset?token={token}");
    let page = person.get(&here).await.text;
    assert!(page.contains(&format!("name=\"token\" value=\"{token}\"")), "{page}");
    let form = [("token", token.as_str()), ("new_password", "password1")];
    let back = person.send(plain("members/reset_password", &here, &form)).await;
    let back = back.header("location").unwrap().trim_start_matches(&shop.url(0)).to_owned();
    let page = person.get(&back).await.text;
    assert!(page.contains("너무 흔한 비밀번호예요"), "{page}");
    assert!(page.contains(&format!("name=\"token\" value=\"{token}\"")), "{page}");

    let form = [("token", token.as_str()), ("new_password", NEW_PASSWORD)];
    let answer = person.send(plain("members/reset_password", &here, &form)).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("/log-in?done=reset")));
    let page = person.get("/log-in?done=reset").await.text;
    assert!(page.contains("비밀번호를 새로 정했어요"), "{page}");
    assert_eq!(log_in(&shop, EMAIL, NEW_PASSWORD).await.status, 200);
}
