//! Where a member is signed in, as they see it, and signing out there.

use crate::kit::person::Answer;
use crate::kit::socket::Socket;
use crate::kit::{Person, TestShop, until};
use serde_json::{Value, json};
use std::time::Duration;

const PHONE: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) \
                     Chrome/140.0.0.0 Mobile Safari/537.36";
const GOOD: [(&str, &str); 4] = [
    ("name", "김지우"),
    ("email", "jiwoo@example.kr"),
    ("password", "one fine password"),
    ("address", "서울특별시 중구 세종대로 110"),
];

async fn list(person: &Person) -> Vec<Value> {
    person.call("members/sessions", &[]).await.json().as_array().unwrap().clone()
}

/// The number of the session that asks.
async fn own_number(person: &Person) -> String {
    let list = list(person).await;
    list.iter().find(|session| session["is_this"] == true).unwrap()["id"].to_string()
}

async fn end(person: &Person, session: &str) -> Answer {
    person.call("members/end_session", &[("session_id", session)]).await
}

async fn is_signed_in(person: &Person) -> bool {
    !person.call("members/me", &[]).await.json().is_null()
}

#[tokio::test]
async fn i_see_where_i_am_signed_in_and_on_what() {
    let shop = TestShop::open().await;
    let desk = shop.visitor();
    assert_eq!(desk.call("members/sign_up", &GOOD).await.status, 200);
    let phone = shop.visitor();
    let form = [GOOD[1], GOOD[2]];
    let request = phone.post("members/log_in").header("user-agent", PHONE).form(&form);
    assert_eq!(phone.send(request).await.status, 200);
    shop.member("somebody@else.kr").await;

    let seen = list(&desk).await;
    let facts = |session: &Value| (session["device"].clone(), session["is_this"].clone());
    assert_eq!(
        seen.iter().map(facts).collect::<Vec<_>>(),
        [(Value::Null, json!(true)), (json!("Chrome · Android"), json!(false))],
        "this one first, and nobody else's"
    );
    let page = desk.get("/account").await.text;
    for text in
        ["로그인한 기기", "Chrome · Android", "알 수 없는 기기", "지금 이 기기", "end-others"]
    {
        assert!(page.contains(text), "{text}: {page}");
    }
    for _ in 0..3 {
        // Often enough to stay signed in.
        assert_eq!(list(&desk).await.len(), 2);
        shop.clock.advance(Duration::from_secs(232 * 60 * 60));
    }
    assert_eq!(list(&desk).await.len(), 2);
    let fresh = shop.visitor();
    assert_eq!(fresh.call("members/log_in", &form).await.status, 200);
    shop.clock.advance(Duration::from_secs(2 * 24 * 60 * 60));
    assert_eq!(list(&fresh).await.len(), 1, "what is too old is no session any more");
}

#[tokio::test]
async fn a_session_ends_on_every_server_and_its_socket_with_it() {
    let shop = TestShop::open_with(2).await;
    let person = shop.member("a@b.kr").await;
    let (lost, kept) = (shop.again(&person).await, shop.again(&person).await);
    let lost_there = lost.at(shop.url(1));
    let mut here = Socket::open(&shop, 0, Some(&lost)).await;
    let mut there = Socket::open(&shop, 1, Some(&lost)).await;
    assert!(is_signed_in(&lost_there).await);
    let number = own_number(&lost).await;

    assert_eq!(end(&person, &number).await.status, 200);
    assert!(!is_signed_in(&lost).await, "at once where it was said");
    assert_eq!((here.closed().await, there.closed().await), (Some(4401), Some(4401)));
    until("the other server knows", async || (!is_signed_in(&lost_there).await).then_some(()))
        .await;
    assert!(is_signed_in(&person).await && is_signed_in(&kept).await, "only that one");
    assert_eq!(list(&person).await.len(), 2);
    assert_eq!(end(&person, &number).await.status, 404, "it has ended");
}

#[tokio::test]
async fn anothers_session_is_no_session_of_mine() {
    let shop = TestShop::open().await;
    let (person, other) = (shop.member("a@b.kr").await, shop.member("c@d.kr").await);
    let number = own_number(&other).await;
    for wrong in [number.as_str(), "99999999", "0"] {
        let answer = end(&person, wrong).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (404, &json!("no_such_session")));
    }
    assert_eq!(end(&person, "-1").await.status, 400);
    assert_eq!(end(&shop.visitor(), &number).await.status, 401);
    assert!(is_signed_in(&other).await);
    let ended: i64 = sqlx::query_scalar("select count(*) from sessions where ended_at is not null")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(ended, 0);
}

#[tokio::test]
async fn all_others_end_at_once_and_this_one_stays() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let stranger = shop.member("c@d.kr").await;
    let others = [shop.again(&person).await, shop.again(&person).await];
    let mut socket = Socket::open(&shop, 0, Some(&others[0])).await;
    let form = person.post("members/end_other_sessions").header("accept", "text/html");
    let answer = person.send(form).await;
    let led_to = (answer.status, answer.header("location"));
    assert_eq!(led_to, (302, Some("/account?saved=sessions")));
    for other in &others {
        assert!(!is_signed_in(other).await);
    }
    assert_eq!(socket.closed().await, Some(4401));
    assert!(is_signed_in(&person).await && is_signed_in(&stranger).await);
    let page = person.get("/account?saved=sessions").await.text;
    assert!(page.contains("이 기기만 빼고 모두 로그아웃했어요."), "{page}");
    assert!(!page.contains("end-others"), "there are no others left");
}
