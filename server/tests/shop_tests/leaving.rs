//! Leaving the line: the place is given back, and the line moves past it. Steps are the test's own,
//! so that it is known when the issuer looks.

use crate::kit::shop::insert_member;
use crate::kit::{Mode, TestShop, until};
use shop::Shop;
use shop::drops::issuer::{Issuer, Step};
use shop::drops::{self, DropId, Place, reconcile};
use shop::members::MemberId;
use std::sync::Arc;
use std::time::Duration;

const BLOCK: Duration = Duration::from_millis(10);

/// A shop without servers, with a drop of ten that is open.
async fn alone() -> (TestShop, DropId) {
    let shop = TestShop::open_with(0).await;
    let drop = shop.drop_of(10).await;
    reconcile::step(&shop.direct).await.unwrap();
    (shop, drop)
}

/// So many members who have taken tickets in turn.
async fn in_line(shop: &TestShop, drop: DropId, count: usize) -> Vec<MemberId> {
    let mut members = vec![];
    for n in 0..count {
        let member = insert_member(&shop.direct, &format!("{n}@line.kr")).await;
        assert_eq!(ticket(&shop.direct, member, drop).await, n as u64 + 1);
        members.push(member);
    }
    members
}

/// Joins, and gives the ticket.
async fn ticket(shop: &Shop, member: MemberId, drop: DropId) -> u64 {
    match drops::join(shop, member, drop, None).await.unwrap() {
        Place::Waiting { ticket, .. } => ticket,
        other => panic!("{other:?}"),
    }
}

async fn leave(shop: &Shop, member: MemberId, drop: DropId) -> Place {
    drops::leave(shop, member, drop).await.unwrap()
}

async fn serve(shop: &Arc<Shop>, drop: DropId) -> Step {
    Issuer::new(shop, drop).unwrap().step(BLOCK).await.unwrap()
}

fn serving(shop: &Shop, drop: DropId) -> u64 {
    shop.lines.view(drop, shop.now()).unwrap().0.serving
}

#[tokio::test]
async fn who_has_left_gets_no_coupon_and_the_others_do() {
    let (shop, drop) = alone().await;
    let members = in_line(&shop, drop, 3).await;
    assert_eq!(leave(&shop.direct, members[1], drop).await, Place::NotJoined);
    assert_eq!(serve(&shop.direct, drop).await, Step::Decided(2));
    assert_eq!(shop.coupons(drop).await, [(members[0], Some(1)), (members[2], Some(3))]);
    assert_eq!(serving(&shop.direct, drop), 3);
    assert_eq!(drops::mine(&shop.direct, members[1], drop).await.unwrap(), Place::NotJoined);
}

#[tokio::test]
async fn who_comes_again_stands_at_the_end() {
    let (shop, drop) = alone().await;
    let members = in_line(&shop, drop, 2).await;
    leave(&shop.direct, members[0], drop).await;
    assert_eq!(ticket(&shop.direct, members[0], drop).await, 3);
    assert_eq!(ticket(&shop.direct, members[0], drop).await, 3, "one place each, as always");
    assert_eq!(serve(&shop.direct, drop).await, Step::Decided(2));
    assert_eq!(shop.coupons(drop).await, [(members[1], Some(2)), (members[0], Some(3))]);
}

#[tokio::test]
async fn a_batch_in_which_all_have_left_moves_the_line_and_takes_no_coupon() {
    let (shop, drop) = alone().await;
    for member in in_line(&shop, drop, 3).await {
        leave(&shop.direct, member, drop).await;
    }
    let mut issuer = Issuer::new(&shop.direct, drop).unwrap();
    assert_eq!(issuer.step(BLOCK).await.unwrap(), Step::Decided(0));
    assert_eq!(serving(&shop.direct, drop), 3);
    assert_eq!(issuer.step(BLOCK).await.unwrap(), Step::Empty);
    assert!(shop.coupons(drop).await.is_empty());
    let next = insert_member(&shop.direct, "next@line.kr").await;
    assert_eq!(ticket(&shop.direct, next, drop).await, 4);
    assert_eq!(issuer.step(BLOCK).await.unwrap(), Step::Decided(1));
    assert_eq!(shop.coupons(drop).await, [(next, Some(4))]);
}

#[tokio::test]
async fn who_left_costs_a_slow_drop_no_time() {
    let shop = TestShop::open_with(0).await;
    let drop = shop.drop_with(10, |new| new.rate_per_s = Some(1)).await;
    reconcile::step(&shop.direct).await.unwrap();
    let members = in_line(&shop, drop, 40).await;
    for member in &members[..39] {
        leave(&shop.direct, *member, drop).await;
    }
    // One may be decided: the first who is still there.
    assert_eq!(serve(&shop.direct, drop).await, Step::Decided(1));
    assert_eq!(shop.coupons(drop).await, [(members[39], Some(40))]);
}

#[tokio::test]
async fn a_ticket_that_is_being_decided_upon_is_not_given_back() {
    let (shop, drop) = alone().await;
    let member = in_line(&shop, drop, 1).await[0];
    // An issuer that was given the ticket to decide upon, and stands still before MySQL.
    let mut settings = shop.settings.clone();
    settings.redis_url = crate::kit::parts::address("REDIS_URL");
    let entropy = Arc::new(shop::parts::SystemEntropy);
    let slow = Shop::new(&settings, shop.clock.clone(), entropy).unwrap();
    reconcile::step(&slow).await.unwrap();
    shop.mysql.set(Mode::Stall);
    let deciding = tokio::spawn(async move { serve(&slow, drop).await });
    let gate = format!("{}{{drop:{}}}:gate", shop.settings.redis_prefix, drop.0);
    until("the ticket is called", async || {
        let mut redis = shop.direct.redis.shared();
        let called: Option<u64> =
            redis::cmd("HGET").arg(&gate).arg("called").query_async(&mut redis).await.unwrap();
        called.filter(|called| *called == 1)
    })
    .await;
    let place = leave(&shop.direct, member, drop).await;
    assert!(matches!(place, Place::Waiting { ticket: 1, .. }), "{place:?}");
    shop.mysql.set(Mode::Pass);
    assert_eq!(deciding.await.unwrap(), Step::Decided(1));
    assert_eq!(shop.coupons(drop).await, [(member, Some(1))]);
    assert!(matches!(leave(&shop.direct, member, drop).await, Place::Issued(_)));
}

#[tokio::test]
async fn leaving_a_line_that_one_is_not_in_changes_nothing() {
    let (shop, drop) = alone().await;
    let member = insert_member(&shop.direct, "a@b.kr").await;
    assert_eq!(leave(&shop.direct, member, drop).await, Place::NotJoined);
    assert_eq!(ticket(&shop.direct, member, drop).await, 1);
    leave(&shop.direct, member, drop).await;
    assert_eq!(leave(&shop.direct, member, drop).await, Place::NotJoined);
}

#[tokio::test]
async fn a_page_without_javascript_leaves_by_a_form_and_is_at_the_door_again() {
    let shop = TestShop::open().await;
    let (first, person) = (shop.member("a@b.kr").await, shop.member("b@b.kr").await);
    // One is served, and nobody after them.
    shop.clock.stop();
    let drop = shop.drop_with(10, |new| new.rate_per_s = Some(1)).await;
    first.join(drop).await;
    first.until_place_is(drop, "issued").await;
    person.join(drop).await;
    let page = person.get(&format!("/drops/{}", drop.0)).await;
    assert!(page.text.contains("leave-button"), "{}", page.text);
    let form = [("drop_id", drop.0.to_string())];
    let sent = person.post("drops/leave").header("accept", "text/html").form(&form);
    assert_eq!(person.send(sent).await.status, 302);
    let page = person.get(&format!("/drops/{}", drop.0)).await;
    assert!(page.text.contains("join-button"), "{}", page.text);
    assert_eq!(shop.coupons(drop).await.len(), 1);
}

#[tokio::test]
async fn without_redis_nobody_can_leave_and_nobody_is_told_that_they_have() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let drop = shop.drop_of(10).await;
    until("the line is open", async || {
        person.mine(drop).await;
        shop.servers[0].shop.lines.view(drop, shop.now())
    })
    .await;
    shop.redis.set(Mode::Cut);
    let answer = person.call("drops/leave", &[("drop_id", &drop.0.to_string())]).await;
    assert_eq!(answer.status, 503);
    assert!(answer.header("retry-after").is_some());
}
