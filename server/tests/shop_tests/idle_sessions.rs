//! Who stays away is signed out, and who comes again stays in: until the session's own end.

use crate::kit::socket::Socket;
use crate::kit::{Answer, Person, TestShop};
use shop::members::sessions::{SESSION_DAYS_MAX, SESSION_IDLE_DAYS_MAX, SESSION_RENEWED_AFTER};
use std::time::Duration;

const A_MINUTE: Duration = Duration::from_secs(60);
const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);
const IDLE: Duration = Duration::from_secs(SESSION_IDLE_DAYS_MAX as u64 * A_DAY.as_secs());

/// The session's token in an answer, and how many seconds a browser is to keep it.
fn renewed(answer: &Answer) -> Option<(String, u64)> {
    let cookie = answer.header("set-cookie")?.strip_prefix("session=")?;
    let (token, rest) = cookie.split_once("; Path=/; Max-Age=").unwrap();
    let age = rest.strip_suffix("; HttpOnly; SameSite=Lax").unwrap();
    Some((token.to_owned(), age.parse().unwrap()))
}

async fn me(person: &Person) -> Answer {
    person.call("members/me", &[]).await
}

async fn is_signed_in(person: &Person) -> bool {
    !me(person).await.json().is_null()
}

/// Comes by, and goes on with the token that was given.
async fn come_by(person: &Person) -> (Person, u64) {
    let answer = me(person).await;
    let (token, age) = renewed(&answer).unwrap_or_else(|| panic!("{answer:?}"));
    (person.with_token(&token), age)
}

#[tokio::test]
async fn who_stays_away_for_a_fortnight_is_nobody() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    shop.clock.advance(IDLE - A_MINUTE);
    assert!(is_signed_in(&person).await);
    shop.clock.advance(A_MINUTE);
    let answer = me(&person).await;
    assert!(answer.json().is_null() && renewed(&answer).is_none(), "{answer:?}");
    assert_eq!(person.get("/account").await.status, 401);
}

#[tokio::test]
async fn a_token_is_renewed_after_an_hour_and_not_before() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    shop.clock.advance(SESSION_RENEWED_AFTER - A_MINUTE);
    assert!(renewed(&me(&person).await).is_none() && renewed(&person.get("/").await).is_none());
    shop.clock.advance(2 * A_MINUTE);
    let page = person.get("/").await;
    let (token, age) = renewed(&page).expect("a page renews");
    assert_eq!(page.headers.get_all("set-cookie").iter().count(), 1);
    assert_eq!((age, page.header("cache-control")), (IDLE.as_secs(), Some("no-store")));
    let again = person.with_token(&token);
    assert!(renewed(&me(&again).await).is_none(), "it is fresh");
    shop.clock.advance(IDLE - A_MINUTE);
    assert!(is_signed_in(&again).await && !is_signed_in(&person).await, "the old one stays old");
}

#[tokio::test]
async fn who_comes_often_stays_until_the_session_is_over_and_no_longer() {
    let shop = TestShop::open().await;
    let mut person = shop.member("a@b.kr").await;
    let mut age = 0;
    for _ in 1..SESSION_DAYS_MAX {
        shop.clock.advance(A_DAY);
        (person, age) = come_by(&person).await;
    }
    assert!((A_DAY - A_MINUTE..=A_DAY).contains(&Duration::from_secs(age)), "{age}");
    shop.clock.advance(A_DAY - A_MINUTE);
    (person, age) = come_by(&person).await;
    assert!(age <= A_MINUTE.as_secs(), "{age}");
    shop.clock.advance(A_MINUTE);
    assert!(!is_signed_in(&person).await);
}

#[tokio::test]
async fn a_renewed_token_ends_with_its_session_and_ending_one_renews_none() {
    let shop = TestShop::open().await;
    let old = shop.member("a@b.kr").await;
    shop.clock.advance(2 * SESSION_RENEWED_AFTER);
    let (person, _) = come_by(&old).await;
    shop.clock.advance(2 * SESSION_RENEWED_AFTER);
    let answer = person.call("members/log_out", &[]).await;
    assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 1, "{answer:?}");
    assert_eq!(renewed(&answer), Some((String::new(), 0)));
    assert!(!is_signed_in(&person).await && !is_signed_in(&old).await);
}

#[tokio::test]
async fn what_may_be_kept_carries_no_token() {
    let shop = TestShop::open().await;
    let admin = shop.admin("a@b.kr").await;
    shop.clock.advance(2 * SESSION_RENEWED_AFTER);
    shop.direct.media.put("0a1b.svg", "<svg/>".into()).await.unwrap();
    assert_eq!(admin.get("/media/0a1b.svg").await.status, 200);
    for path in ["/media/0a1b.svg", "/pkg/nothing.js", "/admin/orders.csv"] {
        let answer = admin.get(path).await;
        assert!(renewed(&answer).is_none(), "{path}: {answer:?}");
    }
    let drop = shop.drop_of(1).await;
    assert!(renewed(&admin.join(drop).await).is_none(), "nor does the click's lane");
    assert!(renewed(&admin.get("/products/999").await).is_some(), "a page does, whatever it says");
}

#[tokio::test]
async fn a_visitors_kept_page_is_given_to_nobody_with_a_token() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    shop.clock.advance(2 * SESSION_RENEWED_AFTER);
    let (own, kept) = (person.get("/").await, shop.visitor().get("/").await);
    assert!(renewed(&own).is_some() && kept.header("set-cookie").is_none());
    assert_eq!(kept.header("cache-control"), Some("private, no-cache"));
    // Whose token is too old is a visitor.
    shop.clock.advance(IDLE);
    let answer = person.get("/").await;
    assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
    assert!(answer.header("set-cookie").is_none());
}

#[tokio::test]
async fn an_open_socket_keeps_its_session() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let mut socket = Socket::open(&shop, 0, Some(&person)).await;
    shop.clock.advance(2 * SESSION_RENEWED_AFTER);
    let (again, _) = come_by(&person).await;
    shop.visitor().with_token(again.token()).call("members/log_out", &[]).await;
    assert_eq!(socket.closed().await, Some(4401), "it is the same session");
}
