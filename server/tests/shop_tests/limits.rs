//! Clicks of a member and of an address: so many a second, and no more.

use crate::kit::{Answer, Person, TestShop, until};
use server::config::ClickLimits;
use shop::drops::DropId;
use std::num::NonZeroU32;
use std::time::Duration;

/// A shop with these limits, and a drop that is open.
async fn limited(clicks: ClickLimits) -> (TestShop, DropId) {
    let mut shop = TestShop::open_with(0).await;
    shop.clicks = clicks;
    shop.add_server().await;
    let drop = shop.drop_of(10).await;
    (shop, drop)
}

fn one_per_member() -> ClickLimits {
    ClickLimits { per_member: Some(NonZeroU32::MIN), ..ClickLimits::default() }
}

fn one_per_address(trusted_proxies: &str) -> ClickLimits {
    let trusted_proxies = trusted_proxies.parse().unwrap();
    ClickLimits { per_address: Some(NonZeroU32::MIN), trusted_proxies, ..ClickLimits::default() }
}

/// Clicks as a page does, forwarded for this address.
async fn join_for(person: &Person, drop: DropId, forwarded_for: &str) -> Answer {
    let form = [("drop_id", drop.0.to_string())];
    let request = person.post("drops/join").header("x-forwarded-for", forwarded_for);
    person.send(request.form(&form)).await
}

/// Clicks until it is too often.
async fn until_refused(mut click: impl AsyncFnMut() -> Answer) -> Answer {
    until("a click is one too many", async || {
        let answer = click().await;
        (answer.status == 429).then_some(answer)
    })
    .await
}

#[tokio::test]
async fn who_clicks_too_fast_is_told_when_to_come_again_and_nobody_else_is() {
    let (shop, drop) = limited(one_per_member()).await;
    let (hasty, calm) = (shop.member("hasty@b.kr").await, shop.member("calm@b.kr").await);
    for (language, said) in [("ko", "1초 뒤에"), ("en", "in 1 s")] {
        let hasty = hasty.reading(language);
        let refused = until_refused(async || hasty.join(drop).await).await;
        assert_eq!(refused.header("retry-after"), Some("1"));
        assert_eq!(refused.json()["refusal"]["too_many_clicks"]["retry_after_s"], 1);
        assert!(refused.json()["message"].as_str().unwrap().contains(said), "{refused:?}");
    }
    assert_eq!(calm.join(drop).await.status, 200);
    shop.clock.advance(Duration::from_secs(2));
    assert_eq!(hasty.join(drop).await.status, 200, "by the shop's clock");
    for person in [&calm, &hasty] {
        person.until_place_is(drop, "issued").await;
    }
    assert_eq!(shop.coupons(drop).await.len(), 2);
}

#[tokio::test]
async fn the_long_way_is_no_way_around() {
    let (shop, drop) = limited(one_per_member()).await;
    let person = shop.member("a@b.kr").await;
    let form = [("drop_id", drop.0.to_string())];
    let long = until_refused(async || {
        person.send(person.post("drops/join").header("origin", shop.url(0)).form(&form)).await
    });
    let long = long.await;
    assert!(long.header("x-request-id").is_some(), "{long:?}");
    let short = until_refused(async || person.join(drop).await).await;
    assert_eq!((&long.text, long.header("retry-after")), (&short.text, Some("1")));
    // What is plain, but for the form.
    let odd = format!("drop_id={}&", drop.0);
    until_refused(async || person.call_raw("drops/join", odd.clone().into()).await).await;
    // Without JavaScript the page says it.
    let plain = until("a form is one too many", async || {
        let sent = person.post("drops/join").header("accept", "text/html").form(&form);
        let sent = sent.header("referer", format!("{}/drops/{}", shop.url(0), drop.0));
        let answer = person.send(sent).await;
        answer.header("location").filter(|to| to.contains("__err=")).map(str::to_owned)
    })
    .await;
    let page = person.get(plain.trim_start_matches(&shop.url(0))).await;
    assert!(page.text.contains("너무 빠르게"), "{}", page.text);
    person.until_place_is(drop, "issued").await;
}

#[tokio::test]
async fn refused_clicks_are_on_the_owners_board() {
    let (shop, drop) = limited(one_per_member()).await;
    let admin = shop.admin("admin@b.kr").await;
    let person = shop.member("a@b.kr").await;
    until_refused(async || person.join(drop).await).await;
    until("the board tells of it", async || {
        let board = admin.call("drops/board", &[("drop_id", &drop.0.to_string())]).await;
        let board: shop::drops::Board = serde_json::from_str(&board.text).unwrap();
        let (refused, failed) = board.troubles();
        assert_eq!(failed, 0);
        (refused >= 1).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_forged_header_is_no_new_address() {
    let (shop, drop) = limited(one_per_address("")).await;
    let person = shop.member("a@b.kr").await;
    let mut forged = 0;
    until_refused(async || {
        forged += 1;
        join_for(&person, drop, &format!("198.51.100.{}", forged % 250)).await
    })
    .await;
    person.until_place_is(drop, "issued").await;
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_address_has_clicks_of_its_own() {
    let (shop, drop) = limited(one_per_address("127.0.0.1/32")).await;
    let (one, other) = (shop.member("a@b.kr").await, shop.member("b@b.kr").await);
    let mut forged = 0;
    until_refused(async || {
        forged += 1;
        // What the proxy was sent stands before what it has seen.
        join_for(&one, drop, &format!("198.51.100.{}, 203.0.113.7", forged % 250)).await
    })
    .await;
    assert_eq!(join_for(&other, drop, "203.0.113.8").await.status, 200);
    for person in [&one, &other] {
        person.until_place_is(drop, "issued").await;
    }
}
