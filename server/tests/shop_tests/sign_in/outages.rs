//! A provider, or a part, that is not there.

use super::bed::{Bed, has_session, led_to, name_of};
use crate::kit::Mode;
use crate::kit::provider::Twist;
use shop::members::identities::Provider;
use std::time::{Duration, Instant};

#[tokio::test]
async fn a_provider_that_is_down_is_said_to_be_and_comes_back() {
    let bed = Bed::open(Provider::Google).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    let person = bed.shop.visitor();
    bed.provider.proxy.set(Mode::Cut);
    let answer = person.get("/sign-in/google?next=/drops").await;
    assert_eq!(led_to(&answer), "/log-in?sign_in=provider&next=%2Fdrops");
    let page = person.get(led_to(&answer)).await;
    assert!(page.text.contains("지금은 이 방법으로 로그인할 수 없어요."), "{}", page.text);

    bed.provider.proxy.set(Mode::Pass);
    let back = bed.say_yes(&bed.begin(&person, "").await).await;
    bed.provider.proxy.set(Mode::Cut);
    let answer = person.get(&back).await;
    assert_eq!(led_to(&answer), "/log-in?sign_in=provider&next=%2F");
    assert!(!has_session(&answer));
    assert_eq!(bed.rows().await.sessions, 0);

    bed.provider.proxy.set(Mode::Pass);
    assert_eq!(led_to(&bed.sign_in(&person, "").await), "/");
    assert!(name_of(&person).await.is_some());
}

#[tokio::test]
async fn a_provider_that_does_not_answer_keeps_nobody_waiting() {
    let bed = Bed::open(Provider::Google).await;
    let person = bed.shop.visitor();
    bed.provider.proxy.set(Mode::Stall);
    let begun = Instant::now();
    let answer = person.get("/sign-in/google").await;
    assert_eq!(led_to(&answer), "/log-in?sign_in=provider&next=%2F");
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
    assert!(begun.elapsed() > Duration::from_secs(2), "the fault has hit: {:?}", begun.elapsed());
}

#[tokio::test]
async fn without_mysql_nobody_comes_in_and_is_told_to_come_again() {
    let bed = Bed::open(Provider::Google).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    let person = bed.shop.visitor();
    let way = bed.begin(&person, "").await;
    let back = bed.say_yes(&way).await;
    bed.shop.mysql.set(Mode::Cut);
    let answer = person.get(&back).await;
    assert_eq!((answer.status, answer.header("retry-after")), (503, Some("2")));
    assert!(!has_session(&answer));
    bed.shop.mysql.set(Mode::Pass);
    assert_eq!(bed.rows().await.sessions, 0);
}

#[tokio::test]
async fn without_redis_somebody_comes_in() {
    let bed = Bed::open(Provider::Google).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    bed.shop.redis.set(Mode::Cut);
    assert_eq!(led_to(&bed.sign_in(&bed.shop.visitor(), "").await), "/");
}

#[tokio::test]
async fn new_keys_of_a_provider_are_found_when_the_old_ones_are_a_minute_old() {
    let bed = Bed::open(Provider::Google).await;
    bed.linked("jiwoo@example.kr", "1001").await;
    assert_eq!(led_to(&bed.sign_in(&bed.shop.visitor(), "").await), "/");
    bed.provider.twist(Twist::NewKeys);
    let answer = bed.sign_in(&bed.shop.visitor(), "").await;
    assert_eq!(led_to(&answer), "/log-in?sign_in=provider&next=%2F", "asked a moment ago");
    bed.shop.clock.advance(Duration::from_secs(60));
    assert_eq!(led_to(&bed.sign_in(&bed.shop.visitor(), "").await), "/");
}
