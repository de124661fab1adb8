//! Steering while Redis is away: MySQL knows, and the gate follows when it is back.

use super::{steer, two_servers, until_both_are, until_gate_is};
use crate::kit::{Mode, Person, until};
use shop::drops::{DropId, LineState};

/// Clicks until the narrow door has opened, and gives the place it answered with.
async fn at_the_door(person: &Person, drop: DropId) -> serde_json::Value {
    until("the narrow door opens", async || {
        let answer = person.join(drop).await;
        (answer.status == 200).then(|| answer.json())
    })
    .await
}

#[tokio::test]
async fn a_pause_without_redis_holds_at_the_door_and_reaches_the_gate() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(5).await;
    let person = shop.member("a@b.kr").await.at(shop.url(1));
    until_both_are(&shop, drop, LineState::Open).await;
    shop.redis.set(Mode::Cut);
    steer(&admin, "pause", drop, &[]).await;
    let place = at_the_door(&person, drop).await;
    assert_eq!((place["state"].as_str(), place["ticket"].as_u64()), (Some("paused"), None));
    assert!(shop.coupons(drop).await.is_empty());

    shop.redis.set(Mode::Pass);
    until_gate_is(&shop, drop, &[("state", "paused"), ("version", "2")]).await;
    until_both_are(&shop, drop, LineState::Paused).await;
    until("the click has a ticket", async || {
        (person.join(drop).await.json()["ticket"] == 1).then_some(())
    })
    .await;

    shop.redis.set(Mode::Cut);
    steer(&admin, "resume", drop, &[]).await;
    shop.redis.set(Mode::Pass);
    until_gate_is(&shop, drop, &[("version", "3")]).await;
    person.until_place_is(drop, "issued").await;
}

#[tokio::test]
async fn a_closing_without_redis_holds_at_the_door_and_reaches_the_gate() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(5).await;
    let person = shop.member("a@b.kr").await.at(shop.url(1));
    until_both_are(&shop, drop, LineState::Open).await;
    shop.redis.set(Mode::Cut);
    steer(&admin, "close", drop, &[]).await;
    until("the other server knows that it is closed", async || {
        let answer = person.join(drop).await;
        match answer.status {
            200 => assert_eq!(answer.state(), "closed"),
            status => assert_eq!(status, 503, "{answer:?}"),
        }
        let line = shop::drops::show(&shop.direct, drop).await.unwrap().drop;
        (line.closes_at <= shop.now()).then_some(())
    })
    .await;
    shop.redis.set(Mode::Pass);
    let closes_at = shop::drops::show(&shop.direct, drop).await.unwrap().drop.closes_at.ms();
    until_gate_is(&shop, drop, &[("closes_at", &closes_at.to_string())]).await;
    person.until_place_is(drop, "closed").await;
    assert!(shop.coupons(drop).await.is_empty());
}

#[tokio::test]
async fn coupons_and_a_rate_given_without_redis_reach_the_gate() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(1).await;
    let (winner, late) = (shop.member("a@b.kr").await, shop.member("c@d.kr").await);
    winner.join(drop).await;
    winner.until_place_is(drop, "issued").await;
    until_both_are(&shop, drop, LineState::SoldOut).await;
    shop.redis.set(Mode::Cut);
    steer(&admin, "add_quota", drop, &[("count", "1")]).await;
    steer(&admin, "set_rate", drop, &[("rate_per_s", "9")]).await;
    shop.redis.set(Mode::Pass);
    until_gate_is(&shop, drop, &[("state", "open"), ("quota", "2"), ("version", "3")]).await;
    until_both_are(&shop, drop, LineState::Open).await;
    // News comes over a connection of its own: the one for clicks may still be on its way back.
    until("the click is answered", async || {
        (late.at(shop.url(1)).join(drop).await.status == 200).then_some(())
    })
    .await;
    late.until_place_is(drop, "issued").await;
    assert_eq!(shop.coupons(drop).await.len(), 2);
}
