//! Wrong passwords and new accounts: so many from one place, and no more.

use crate::kit::{Answer, Mode, Person, TestShop};
use server::config::ClickLimits;
use shop::members::tries::{COUNTED_FOR, TRIES_PER_ACCOUNT, TRIES_PER_NETWORK, sweep};
use std::num::NonZeroU32;
use std::time::Duration;

const PASSWORD: &str = "one fine password";

/// A shop behind a trusted proxy, with a member of this address.
async fn with_member(email: &str) -> TestShop {
    let mut shop = TestShop::open_with(0).await;
    shop.clicks = behind_proxy(None);
    shop.add_server().await;
    shop.add_server().await;
    assert_eq!(sign_up(&shop.visitor(), email, "192.0.2.1").await.status, 200);
    shop
}

fn behind_proxy(sign_ups_per_hour: Option<NonZeroU32>) -> ClickLimits {
    let trusted_proxies = "127.0.0.1/32".parse().unwrap();
    ClickLimits { sign_ups_per_hour, trusted_proxies, ..ClickLimits::default() }
}

async fn sign_up(person: &Person, email: &str, from: &str) -> Answer {
    let form = [("name", "김지우"), ("email", email), ("password", PASSWORD), ("address", "서울")];
    person.send(person.post("members/sign_up").header("x-forwarded-for", from).form(&form)).await
}

async fn log_in(person: &Person, email: &str, password: &str, from: &str) -> Answer {
    let form = [("email", email), ("password", password)];
    person.send(person.post("members/log_in").header("x-forwarded-for", from).form(&form)).await
}

/// Guesses as often as is let through.
async fn guess(shop: &TestShop, email: &str, from: &str) {
    for n in 0..TRIES_PER_ACCOUNT {
        // Of both servers, and however the address is written.
        let person = shop.visitor().at(shop.url(n as usize % 2));
        let email = if n % 3 == 0 { email.to_uppercase() } else { email.to_owned() };
        assert_eq!(log_in(&person, &email, "wrong password", from).await.status, 401, "{n}");
    }
}

#[tokio::test]
async fn the_eleventh_guess_is_refused_on_every_server_even_if_it_is_right() {
    let shop = with_member("a@b.kr").await;
    guess(&shop, "a@b.kr", "203.0.113.7").await;
    for server in [0, 1] {
        let person = shop.visitor().at(shop.url(server));
        let refused = log_in(&person, "a@b.kr", PASSWORD, "203.0.113.7").await;
        assert_eq!(refused.status, 429, "{refused:?}");
        let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=COUNTED_FOR.as_secs() + 1).contains(&wait), "{wait}");
        assert!(refused.header("set-cookie").is_none());
        assert!(refused.json()["message"].as_str().unwrap().contains("분 뒤에"), "{refused:?}");
    }
    // What the proxy was told before it looked is nobody's address.
    for forged in 0..3 {
        let from = format!("198.51.100.{forged}, 203.0.113.7");
        assert_eq!(log_in(&shop.visitor(), "a@b.kr", PASSWORD, &from).await.status, 429);
    }
    shop.clock.advance(COUNTED_FOR + Duration::from_secs(1));
    assert_eq!(log_in(&shop.visitor(), "a@b.kr", PASSWORD, "203.0.113.7").await.status, 200);
}

#[tokio::test]
async fn a_stranger_who_guesses_locks_nobody_out_who_is_elsewhere() {
    let shop = with_member("a@b.kr").await;
    guess(&shop, "a@b.kr", "203.0.113.7").await;
    assert_eq!(log_in(&shop.visitor(), "a@b.kr", PASSWORD, "192.0.2.1").await.status, 200);
    let other = log_in(&shop.visitor(), "other@b.kr", "wrong password", "203.0.113.7").await;
    assert_eq!(other.status, 401, "another account from there");
}

#[tokio::test]
async fn an_address_that_nobody_has_is_closed_as_well() {
    let shop = with_member("a@b.kr").await;
    guess(&shop, "nobody@b.kr", "203.0.113.7").await;
    let refused = log_in(&shop.visitor(), "nobody@b.kr", PASSWORD, "203.0.113.7").await;
    assert_eq!(refused.status, 429, "or one could tell");
}

#[tokio::test]
async fn a_network_that_tries_many_accounts_is_closed() {
    let shop = with_member("a@b.kr").await;
    // Of one IPv6 network, whichever of its addresses.
    let from = |n| format!("2001:db8:1:2::{n:x}");
    for n in 0..TRIES_PER_NETWORK {
        let email = format!("{n}@b.kr");
        let answer = log_in(&shop.visitor(), &email, PASSWORD, &from(n + 1)).await;
        assert_eq!(answer.status, 401, "{n}");
    }
    assert_eq!(log_in(&shop.visitor(), "a@b.kr", PASSWORD, &from(7)).await.status, 429);
    assert_eq!(log_in(&shop.visitor(), "a@b.kr", PASSWORD, "2001:db8:1:3::7").await.status, 200);
}

#[tokio::test]
async fn who_knows_the_password_is_never_counted() {
    let shop = with_member("a@b.kr").await;
    for _ in 0..TRIES_PER_ACCOUNT + 2 {
        assert_eq!(log_in(&shop.visitor(), "a@b.kr", PASSWORD, "203.0.113.7").await.status, 200);
    }
}

#[tokio::test]
async fn guesses_that_come_together_are_all_counted() {
    let shop = with_member("a@b.kr").await;
    let person = shop.visitor();
    let guesses = (0..30).map(|_| log_in(&person, "a@b.kr", "wrong password", "203.0.113.7"));
    let answers = futures::future::join_all(guesses).await;
    let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
    assert_eq!(looked_at, TRIES_PER_ACCOUNT as usize);
    assert_eq!(answers.iter().filter(|answer| answer.status == 429).count(), 30 - looked_at);
}

#[tokio::test]
async fn a_count_that_cannot_be_read_lets_nobody_in() {
    let shop = with_member("a@b.kr").await;
    shop.mysql.set(Mode::Cut);
    let answer = log_in(&shop.visitor(), "a@b.kr", PASSWORD, "203.0.113.7").await;
    assert_eq!((answer.status, answer.header("set-cookie")), (503, None));
    assert!(answer.header("retry-after").is_some());
    assert_eq!(shop.visitor().get("/?q=tea").await.status, 200, "reading goes on");
}

#[tokio::test]
async fn counts_whose_time_is_over_are_swept() {
    let shop = with_member("a@b.kr").await;
    log_in(&shop.visitor(), "a@b.kr", "wrong password", "203.0.113.7").await;
    assert_eq!(sweep(&shop.direct).await.unwrap(), 0);
    shop.clock.advance(COUNTED_FOR + Duration::from_secs(1));
    assert_eq!(sweep(&shop.direct).await.unwrap(), 2, "the account's and the network's");
}

#[tokio::test]
async fn so_many_accounts_an_hour_are_made_from_one_address() {
    let mut shop = TestShop::open_with(0).await;
    shop.clicks = behind_proxy(NonZeroU32::new(2));
    shop.add_server().await;
    let mut statuses = vec![];
    for (email, from) in [
        ("a@b.kr", "203.0.113.7"),
        ("a@b.kr", "203.0.113.7"),
        ("c@b.kr", "198.51.100.9, 203.0.113.7"),
        ("c@b.kr", "203.0.113.8"),
    ] {
        statuses.push(sign_up(&shop.visitor(), email, from).await.status);
    }
    assert_eq!(statuses, [200, 409, 429, 200], "a question who is a member counts as well");
    shop.clock.advance(Duration::from_secs(60 * 60));
    assert_eq!(sign_up(&shop.visitor(), "d@b.kr", "203.0.113.7").await.status, 200);
}
