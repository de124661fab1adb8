//! Servers whose clocks do not agree.

use crate::kit::clock::TestClock;
use crate::kit::log::caught;
use crate::kit::shop::insert_member;
use crate::kit::{TestShop, until};
use shop::Shop;
use shop::drops::issuer::{Issuer, Step};
use shop::drops::{self, DropId, reconcile};
use shop::members::MemberId;
use shop::parts::{SKEW_MAX, SystemEntropy, note_skew};
use std::sync::Arc;
use std::time::Duration;

const BLOCK: Duration = Duration::from_millis(10);
/// So late that the drop is not open by that clock, and is known there all the same.
const BEHIND: Duration = Duration::from_secs(60);

/// An issuer whose clock is behind has the lease of an open drop's line, and then somebody comes,
/// at another server.
async fn late() -> (TestShop, DropId, MemberId, Issuer) {
    let shop = TestShop::open_with(0).await;
    let drop = shop.drop_of(5).await;
    let clock = Arc::new(TestClock::behind(BEHIND));
    let late = Shop::new(&shop.settings, clock, Arc::new(SystemEntropy)).unwrap();
    for server in [&shop.direct, &late] {
        reconcile::step(server).await.unwrap();
    }
    let mut issuer = Issuer::new(&late, drop).unwrap();
    assert_eq!(issuer.step(BLOCK).await.unwrap(), Step::Empty);
    let member = insert_member(&shop.direct, "a@b.kr").await;
    drops::join(&shop.direct, member, drop, None).await.unwrap();
    (shop, drop, member, issuer)
}

#[tokio::test]
async fn an_issuer_whose_clock_is_behind_gives_the_line_up_to_another() {
    let (shop, drop, member, mut late) = late().await;
    let mut right = Issuer::new(&shop.direct, drop).unwrap();
    assert_eq!(right.step(BLOCK).await.unwrap(), Step::NotMine);
    let step = late.step(BLOCK).await.unwrap();
    assert!(matches!(step, Step::TooEarly(opens_in) if opens_in <= BEHIND), "{step:?}");
    assert_eq!(right.step(BLOCK).await.unwrap(), Step::Decided(1));
    assert_eq!(late.step(BLOCK).await.unwrap(), Step::NotMine);
    assert_eq!(shop.coupons(drop).await, [(member, Some(1))]);
}

#[tokio::test]
async fn an_issuer_that_gave_the_line_up_does_not_take_it_right_back() {
    let (shop, drop, member, late) = late().await;
    let late = tokio::spawn(late.run());
    let right = tokio::spawn(Issuer::new(&shop.direct, drop).unwrap().run());
    until("the other issuer serves", async || {
        (shop.coupons(drop).await == [(member, Some(1))]).then_some(())
    })
    .await;
    late.abort();
    right.abort();
}

#[tokio::test]
async fn a_clock_that_is_not_mysqls_is_noticed() {
    let shop = TestShop::open().await;
    let (ahead, log) = caught(note_skew(&shop.direct)).await;
    let ahead = Duration::from_millis(ahead.unwrap().unsigned_abs());
    let is_told = log.contains("do not agree");
    assert!(ahead < SKEW_MAX && !is_told, "two processes of one machine: {ahead:?} {log}");
    shop.clock.advance(BEHIND);
    let (ahead, log) = caught(note_skew(&shop.direct)).await;
    let (ahead, by) = (ahead.unwrap(), BEHIND.as_millis() as i64);
    assert!((by - 5_000..=by).contains(&ahead), "{ahead}");
    assert!(log.contains("do not agree") && log.contains(&ahead.to_string()), "{log}");
    until("the server shows its own", async || {
        let metrics = shop.visitor().get("/metrics").await.text;
        metrics.contains("seonchak_clock_ahead_seconds").then_some(())
    })
    .await;
}
