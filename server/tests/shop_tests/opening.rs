//! The opening of a drop that everybody waits for, and the time that a place in its line takes.

use crate::kit::shop::insert_member;
use crate::kit::{Mode, Person, TestShop, until};
use shop::drops::issuer::Issuer;
use shop::drops::{self, DropId, Place, reconcile};
use shop::{Moment, Shop};
use std::time::Duration;

/// Nothing that a test makes ready for an opening takes so long.
const OPENS_IN: Duration = Duration::from_secs(60);
/// From here on it is clicked without end until the drop is open.
const CLICKED_BEFORE: Duration = Duration::from_millis(300);
/// No test of a rate waits for somebody to come.
const BLOCK: Duration = Duration::from_millis(1);
/// What is told of a wait may be off by so much, in hundredths …
const ETA_PERCENT: u64 = 20;
/// … or by so many seconds, whichever is more.
const ETA_S: u64 = 2;

/// A click: when it was made and when it was answered, on the servers' clock, and how.
struct Click {
    asked_at: Moment,
    answered_at: Moment,
    state: String,
}

async fn click(shop: &TestShop, person: &Person, drop: DropId) -> Click {
    let asked_at = shop.now();
    let state = person.join(drop).await.state();
    Click { asked_at, answered_at: shop.now(), state }
}

#[tokio::test]
async fn two_servers_open_a_drop_at_its_time_and_not_before() {
    let shop = TestShop::open_with(2).await;
    let opens_at = shop.now().plus(OPENS_IN);
    let drop = shop.drop_with(10, |new| new.opens_at = opens_at).await;
    let (here, there) = (shop.member("a@b.kr").await, shop.member("b@b.kr").await);
    let there = there.at(shop.url(1));
    let both = async || {
        let (a, b) = tokio::join!(click(&shop, &here, drop), click(&shop, &there, drop));
        [a, b]
    };
    let mut clicks = Vec::from(both().await);
    assert!(clicks.iter().all(|click| click.state == "not_open"));
    shop.clock.advance(opens_at.until_from(shop.now()) - CLICKED_BEFORE);
    until("both servers give tickets", async || {
        let new = both().await;
        let is_open = new.iter().all(|click| click.state != "not_open");
        clicks.extend(new);
        is_open.then_some(())
    })
    .await;
    for Click { asked_at, answered_at, state } in clicks {
        if answered_at < opens_at {
            assert_eq!(state, "not_open", "it opened too early");
        }
        if asked_at >= opens_at {
            assert_ne!(state, "not_open", "it opened too late");
        }
    }
    for person in [&here, &there] {
        person.until_place_is(drop, "issued").await;
    }
    let issued_at: time::PrimitiveDateTime =
        sqlx::query_scalar("select min(issued_at) from coupons where drop_id = ?")
            .bind(drop.0)
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
    let issued_ms = issued_at.assume_utc().unix_timestamp_nanos() / 1_000_000;
    assert!(issued_ms >= i128::from(opens_at.ms()), "issued before the opening");
}

#[tokio::test]
async fn early_clicks_are_told_how_long_it_takes_without_redis() {
    let shop = TestShop::open_with(2).await;
    let opens_at = shop.now().plus(OPENS_IN);
    let drop = shop.drop_with(10, |new| new.opens_at = opens_at).await;
    let person = shop.member("a@b.kr").await;
    for server in 0..2 {
        // The first who asks of a drop has it read from MySQL.
        person.at(shop.url(server)).join(drop).await;
    }
    shop.redis.set(Mode::Stall);
    shop.mysql.set(Mode::Stall);
    for server in 0..2 {
        let answer = person.at(shop.url(server)).join(drop).await;
        assert_eq!((answer.status, answer.state().as_str()), (200, "not_open"));
        assert_eq!(answer.json()["opens_at"].as_i64(), Some(opens_at.ms()));
        let now = answer.json()["now"].as_i64().unwrap();
        assert!((now - shop.now().ms()).abs() < 10_000, "the server's clock, for the countdown");
    }
    shop.redis.set(Mode::Pass);
    shop.mysql.set(Mode::Pass);
}

/// Seconds that somebody is told to wait.
async fn told_to_wait(shop: &Shop, person: shop::members::MemberId, drop: DropId) -> Option<u64> {
    match drops::mine(shop, person, drop).await.unwrap() {
        Place::Waiting { eta_s, .. } => Some(eta_s.expect("a rate is known").into()),
        Place::Issued(_) => None,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_wait_that_is_told_is_the_wait_that_comes() {
    const RATE_PER_S: u32 = 10;
    const WAITING: u32 = 250;
    let shop = TestShop::open_with(0).await;
    // Only the line's own pace counts here, not this machine's.
    shop.clock.stop();
    let drop = shop.drop_with(1_000, |new| new.rate_per_s = Some(RATE_PER_S)).await;
    reconcile::step(&shop.direct).await.unwrap();
    let mut last = None;
    for n in 0..WAITING {
        let member = insert_member(&shop.direct, &format!("{n}@line.kr")).await;
        drops::join(&shop.direct, member, drop, None).await.unwrap();
        last = Some(member);
    }
    let last = last.unwrap();
    let mut issuer = Issuer::new(&shop.direct, drop).unwrap();
    let mut told: Vec<(Moment, u64)> = vec![];
    let issued_at = loop {
        shop.clock.advance(Duration::from_millis(40));
        issuer.step(BLOCK).await.unwrap();
        match told_to_wait(&shop.direct, last, drop).await {
            Some(eta_s) => told.push((shop.now(), eta_s)),
            None => break shop.now(),
        }
    };
    assert!(told.len() >= 50 && told[0].1 >= 10, "too short a wait to prove anything: {told:?}");
    for (at, eta_s) in told {
        let came_s = issued_at.until_from(at).as_secs();
        let off = (came_s * ETA_PERCENT / 100).max(ETA_S);
        assert!(came_s.abs_diff(eta_s) <= off, "told {eta_s} s, and it took {came_s} s");
    }
}
