//! Pausing, resuming, speeding up, adding and closing, at two servers.

use super::{
    ask, gate, members, steer, tickets, two_servers, until_both_are, until_both_see, until_gate_is,
};
use crate::kit::{Mode, TestShop, until};
use serde_json::json;
use shop::drops::issuer::{Issuer, Step};
use shop::drops::{DropId, LineState, reconcile};
use std::time::{Duration, Instant};

const BLOCK: Duration = Duration::from_millis(10);

#[tokio::test]
async fn a_pause_stops_the_issuing_and_keeps_the_order() {
    let (shop, admin) = two_servers().await;
    // Time goes by only where it is looked how many are issued.
    shop.clock.stop();
    let drop = shop.drop_with(100, |new| new.rate_per_s = Some(10)).await;
    let people = members(&shop, 24).await;
    for person in &people[..16] {
        person.join(drop).await;
    }
    until("some are issued", async || {
        shop.clock.advance(Duration::from_millis(50));
        (shop.coupons(drop).await.len() >= 3).then_some(())
    })
    .await;
    steer(&admin, "pause", drop, &[]).await;
    let issued = shop.coupons(drop).await.len();
    assert!(issued < 16, "somebody is left to wait: {issued}");
    shop.clock.advance(Duration::from_secs(10));
    until_both_are(&shop, drop, LineState::Paused).await;

    // Who comes gets a ticket all the same, and everybody is told.
    for (n, person) in people.iter().enumerate().skip(issued) {
        let place = person.join(drop).await.json();
        assert_eq!(place, json!({"state": "paused", "ticket": n + 1}));
        assert_eq!(person.mine(drop).await.state(), "paused");
    }
    assert_eq!(people[0].join(drop).await.state(), "issued");
    assert_eq!(shop.coupons(drop).await.len(), issued, "nothing is issued in a pause");

    steer(&admin, "resume", drop, &[]).await;
    steer(&admin, "set_rate", drop, &[("rate_per_s", "")]).await;
    for person in &people {
        person.until_place_is(drop, "issued").await;
    }
    assert_eq!(tickets(&shop, drop).await, (1..=24).collect::<Vec<_>>());
}

/// A shop without servers, whose steps a test takes itself, with a drop and one who waits.
async fn alone() -> (TestShop, DropId) {
    let shop = TestShop::open_with(0).await;
    let drop = shop.drop_of(5).await;
    let member = crate::kit::shop::insert_member(&shop.direct, "a@b.kr").await;
    reconcile::step(&shop.direct).await.unwrap();
    shop::drops::join(&shop.direct, member, drop, None).await.unwrap();
    (shop, drop)
}

async fn admin_of(shop: &TestShop) -> shop::members::MemberId {
    let email = "admin@b.kr";
    let admin = crate::kit::shop::insert_member(&shop.direct, email).await;
    shop::members::grant(&shop.direct, email, shop::members::Role::Admin, "test").await.unwrap();
    admin
}

#[tokio::test]
async fn mysql_alone_keeps_the_pause_when_the_gate_has_not_heard_of_it() {
    let (shop, drop) = alone().await;
    let admin = admin_of(&shop).await;
    shop::drops::owner::pause(&shop.direct, admin, drop).await.unwrap();
    let key = format!("{}{{drop:{}}}:gate", shop.settings.redis_prefix, drop.0);
    let mut redis = shop.direct.redis.shared();
    redis::cmd("HSET")
        .arg(key)
        .arg(&["state", "open", "version", "1"])
        .query_async::<()>(&mut redis)
        .await
        .unwrap();
    let mut issuer = Issuer::new(&shop.direct, drop).unwrap();
    assert_eq!(issuer.step(BLOCK).await.unwrap(), Step::Idle);
    assert!(shop.coupons(drop).await.is_empty());

    // The reconciler brings the gate in line, and who waited still waits.
    reconcile::step(&shop.direct).await.unwrap();
    let paused = gate(&shop, drop).await;
    assert_eq!((paused["state"].as_str(), paused["version"].as_str()), ("paused", "2"));
    shop::drops::owner::resume(&shop.direct, admin, drop).await.unwrap();
    assert_eq!(issuer.step(BLOCK).await.unwrap(), Step::Decided(1));
    assert_eq!(tickets(&shop, drop).await, [1]);
}

#[tokio::test]
async fn news_that_come_late_do_not_undo_what_was_added() {
    let (shop, drop) = alone().await;
    let admin = admin_of(&shop).await;
    let member = crate::kit::shop::insert_member(&shop.direct, "b@b.kr").await;
    shop::drops::owner::add_quota(&shop.direct, admin, drop, "10").await.unwrap();
    // Somebody who read the row before that writes on the gate after it.
    let key = format!("{}{{drop:{}}}", shop.settings.redis_prefix, drop.0);
    let epoch = gate(&shop, drop).await["epoch"].clone();
    let now = shop.now().ms();
    let prelude = include_str!("../../../../shop/src/drops/line/gate.lua");
    let settle = include_str!("../../../../shop/src/drops/line/settle.lua");
    redis::Script::new(&format!("{prelude}{settle}"))
        .key(format!("{key}:gate"))
        .key(format!("{key}:line"))
        .arg(epoch)
        .arg(0)
        .arg(1) // the version
        .arg(5) // the quota
        .arg(5) // issued: all of it
        .arg(1) // paused
        .arg(now)
        .arg(now)
        .invoke_async::<()>(&mut shop.direct.redis.shared())
        .await
        .unwrap();
    let after = gate(&shop, drop).await;
    assert_eq!((after["state"].as_str(), after["quota"].as_str()), ("open", "15"));
    assert_ne!(after["closes_at"], now.to_string());
    shop::drops::join(&shop.direct, member, drop, None).await.unwrap();
    assert_eq!(gate(&shop, drop).await["last"], "2", "people still join");
}

#[tokio::test]
async fn a_rate_holds_from_then_on() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_with(1_000, |new| new.rate_per_s = Some(1)).await;
    let people = members(&shop, 60).await;
    for person in &people {
        person.join(drop).await;
    }
    steer(&admin, "set_rate", drop, &[("rate_per_s", "20")]).await;
    let begun = Instant::now();
    until("forty are issued", async || (shop.coupons(drop).await.len() >= 40).then_some(())).await;
    let (first, last): (time::PrimitiveDateTime, time::PrimitiveDateTime) =
        sqlx::query_as("select min(issued_at), max(issued_at) from coupons where drop_id = ?")
            .bind(drop.0)
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
    assert!(begun.elapsed() < Duration::from_secs(20), "one a second would take 40 s");
    // Forty at 20 a second, less a second's worth that may have been saved.
    assert!((last - first).whole_milliseconds() >= 900, "{}", last - first);

    steer(&admin, "set_rate", drop, &[("rate_per_s", "")]).await;
    for person in &people {
        person.until_place_is(drop, "issued").await;
    }
    assert!(tickets(&shop, drop).await.is_sorted());
}

#[tokio::test]
async fn coupons_added_to_a_drop_that_is_sold_out_open_it_again_everywhere() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(3).await;
    let people = members(&shop, 8).await;
    for person in &people {
        person.join(drop).await;
    }
    for person in &people[..3] {
        person.until_place_is(drop, "issued").await;
    }
    for person in &people[3..] {
        person.until_place_is(drop, "sold_out").await;
        // The pages' way: they ask at either server.
        person.at(shop.url(0)).until_place_is(drop, "sold_out").await;
        person.at(shop.url(1)).until_place_is(drop, "sold_out").await;
    }
    steer(&admin, "add_quota", drop, &[("count", "2")]).await;
    until_both_see(&shop, drop, "both are open", |view| {
        view.state == LineState::Open && (view.quota, view.remaining) == (5, 2)
    })
    .await;
    // Nobody who was told "sold out" is told so now, at either server.
    for person in &people[3..] {
        assert_eq!(person.mine(drop).await.state(), "not_joined");
    }
    // Pressing again is enough, and the order is that of pressing again.
    for person in [&people[7], &people[4], &people[3]] {
        person.join(drop).await;
    }
    people[7].until_place_is(drop, "issued").await;
    people[4].until_place_is(drop, "issued").await;
    people[3].until_place_is(drop, "sold_out").await;
    assert_eq!(people[0].join(drop).await.state(), "issued", "a winner keeps theirs");
    let coupons = shop.coupons(drop).await;
    assert_eq!(coupons.len(), 5);
    assert!(tickets(&shop, drop).await.is_sorted());

    // Both know all five by heart: neither needs Redis to say so.
    until_both_are(&shop, drop, LineState::SoldOut).await;
    until("the winners are known at both", async || {
        shop.redis.set(Mode::Cut);
        for server in 0..2 {
            let late = people[5].at(shop.url(server)).join(drop).await;
            if late.status != 200 {
                shop.redis.set(Mode::Pass);
                return None;
            }
            assert_eq!(late.state(), "sold_out");
        }
        Some(())
    })
    .await;
    for server in 0..2 {
        assert_eq!(people[7].at(shop.url(server)).join(drop).await.state(), "issued");
    }
}

#[tokio::test]
async fn a_drop_closed_early_lets_nobody_in_and_serves_who_waits() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_with(100, |new| new.rate_per_s = Some(1)).await;
    let people = members(&shop, 6).await;
    for person in &people {
        person.join(drop).await;
    }
    let before = shop.now();
    steer(&admin, "close", drop, &[]).await;
    until_both_see(&shop, drop, "both are closed", |view| view.closes_at <= shop.now()).await;
    for server in 0..2 {
        let late = shop.member(&format!("{server}@late.kr")).await.at(shop.url(server));
        assert_eq!(late.join(drop).await.state(), "closed");
        assert_eq!(late.mine(drop).await.state(), "closed");
    }
    assert_ne!(people[5].mine(drop).await.state(), "closed", "a ticket is a promise");
    steer(&admin, "set_rate", drop, &[("rate_per_s", "")]).await;
    for person in &people {
        person.until_place_is(drop, "issued").await;
    }
    assert_eq!(tickets(&shop, drop).await, (1..=6).collect::<Vec<_>>());
    let shown = ask(&admin, "owner_show", drop, &[]).await.json();
    assert!(shown["drop"]["closes_at"].as_i64().unwrap() >= before.ms());
}

#[tokio::test]
async fn who_waits_through_a_pause_and_a_closing_is_served_hours_later() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(5).await;
    until_both_are(&shop, drop, LineState::Open).await;
    steer(&admin, "pause", drop, &[]).await;
    let people = members(&shop, 2).await;
    for person in &people {
        assert_eq!(person.join(drop).await.state(), "paused");
    }
    steer(&admin, "close", drop, &[]).await;
    shop.clock.advance(Duration::from_secs(3 * 60 * 60));
    until_both_see(&shop, drop, "the line is still known", |view| view.last == 2).await;
    steer(&admin, "resume", drop, &[]).await;
    for person in &people {
        person.until_place_is(drop, "issued").await;
    }
    assert_eq!(tickets(&shop, drop).await, [1, 2]);
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_changes_nothing() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(5).await;
    let moved_on = async |verb: &str, more: &[(&str, &str)]| {
        let answer = ask(&admin, verb, drop, more).await;
        let told = (answer.status, answer.json()["refusal"].clone());
        assert_eq!(told, (409, json!("drop_moved_on")), "{verb}");
    };
    moved_on("resume", &[]).await;
    steer(&admin, "pause", drop, &[]).await;
    moved_on("pause", &[]).await;
    steer(&admin, "resume", drop, &[]).await;
    for (verb, field, value) in [
        ("set_rate", "rate_per_s", "0"),
        ("set_rate", "rate_per_s", "1000001"),
        ("set_rate", "rate_per_s", "fast"),
        ("add_quota", "count", "0"),
        ("add_quota", "count", "-5"),
        ("add_quota", "count", "9999996"),
        ("add_quota", "count", ""),
    ] {
        let answer = ask(&admin, verb, drop, &[(field, value)]).await;
        assert_eq!(answer.status, 422, "{verb} {value}: {answer:?}");
        let named = if verb == "set_rate" { "rate" } else { "count" };
        assert!(answer.problem(named).is_some(), "{answer:?}");
    }
    steer(&admin, "close", drop, &[]).await;
    for verb in ["close", "pause"] {
        moved_on(verb, &[]).await;
    }
    moved_on("add_quota", &[("count", "1")]).await;
    let shown = ask(&admin, "owner_show", drop, &[]).await.json();
    assert_eq!(shown["drop"]["quota"], 5);
    until_gate_is(&shop, drop, &[("version", "4"), ("quota", "5"), ("state", "open")]).await;
}
