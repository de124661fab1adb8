//! A part that is down: 503 with Retry-After on what needs it, and the rest goes on.

use crate::kit::{Mode, TestShop, until};
use futures::future::join_all;
use std::time::Duration;

/// More than are decided upon at once, and fewer than pass in half a second on any machine.
const TOGETHER: usize = 12;

#[tokio::test]
async fn without_mysql_pages_say_so_and_come_back_by_themselves() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    assert_eq!(shop.visitor().get("/drops").await.status, 200);
    shop.mysql.set(Mode::Cut);
    let answer = person.call("drops/list", &[]).await;
    assert_eq!(answer.status, 503);
    assert!(answer.header("retry-after").is_some());
    let said = answer.text.to_lowercase();
    for secret in ["mysql", "sqlx", "127.0.0.1", "connection refused", "/src/"] {
        assert!(!said.contains(secret), "{said}");
    }
    assert_eq!(shop.visitor().get("/drops").await.status, 503);
    assert_eq!(shop.visitor().get("/?q=tea").await.status, 200, "the shelves are in memory");
    shop.mysql.set(Mode::Pass);
    until("the shop is back", async || {
        (shop.visitor().get("/drops").await.status == 200).then_some(())
    })
    .await;
}

#[tokio::test]
async fn without_redis_a_few_still_get_their_coupon() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(2).await;
    let (a, b, c) =
        (shop.member("a@b.kr").await, shop.member("c@d.kr").await, shop.member("e@f.kr").await);
    shop.redis.set(Mode::Cut);
    for person in [&a, &b] {
        until("the narrow door opens", async || {
            let answer = person.join(drop).await;
            match answer.status {
                200 => {
                    assert_eq!(answer.state(), "issued");
                    Some(())
                }
                503 => {
                    assert!(answer.header("retry-after").is_some());
                    None
                }
                _ => panic!("{answer:?}"),
            }
        })
        .await;
    }
    assert_eq!(a.mine(drop).await.state(), "issued", "MySQL alone knows that");
    assert_eq!(shop.visitor().call("catalog/search", &[]).await.status, 200);
    shop.redis.set(Mode::Pass);
    until("the line is back, and knows that nothing is left", async || {
        let answer = c.join(drop).await;
        (answer.status == 200 && answer.state() == "sold_out").then_some(())
    })
    .await;
    let members: Vec<_> = shop.coupons(drop).await;
    assert_eq!(members, [(a.id(), None), (b.id(), None)]);
}

/// So many are decided upon in one moment at the door; more have to wait.
const AT_ONCE: usize = 2;

#[tokio::test]
async fn without_redis_those_who_come_together_wait_for_their_turn_at_the_door() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(100).await;
    let first = shop.member("first@b.kr").await;
    let mut people = vec![];
    for n in 0..TOGETHER {
        people.push(shop.member(&format!("{n}@b.kr")).await);
    }
    shop.redis.set(Mode::Cut);
    until("the narrow door is open", async || (first.join(drop).await.status == 200).then_some(()))
        .await;
    // So many a second pass: what nobody used in this one is saved for them.
    shop.clock.advance(Duration::from_secs(1));
    let answers = join_all(people.iter().map(|person| person.join(drop))).await;
    let (served, late): (Vec<_>, Vec<_>) =
        answers.iter().partition(|answer| answer.status == 200 && answer.state() == "issued");
    assert!(served.len() > AT_ONCE, "nobody has waited: {answers:?}");
    // Nobody waits for long: where the disk is slow, some come again.
    assert!(late.iter().all(|answer| answer.status == 503), "{late:?}");
    for person in &people {
        until("it is their turn", async || (person.join(drop).await.status == 200).then_some(()))
            .await;
    }
    assert_eq!(shop.coupons(drop).await.len(), TOGETHER + 1);
}

#[tokio::test]
async fn a_place_outlives_mysqls_absence() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(5).await;
    let person = shop.member("a@b.kr").await;
    // Known to the server before MySQL goes.
    until("the line is open", async || {
        let other = shop.visitor().call("drops/show", &[("drop_id", &drop.0.to_string())]).await;
        let line = shop.servers[0].shop.lines.view(drop, shop.now());
        (other.status == 200 && line.is_some()).then_some(())
    })
    .await;
    shop.mysql.set(Mode::Cut);
    let joined = person.join(drop).await;
    assert_eq!((joined.status, joined.state().as_str()), (200, "waiting"), "{joined:?}");
    assert!(shop.coupons(drop).await.is_empty());
    shop.mysql.set(Mode::Pass);
    person.until_place_is(drop, "issued").await;
}

#[tokio::test]
async fn a_slow_redis_is_waited_for() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(5).await;
    let person = shop.member("a@b.kr").await;
    until("the line is open", async || {
        person.mine(drop).await;
        shop.servers[0].shop.lines.view(drop, shop.now())
    })
    .await;
    shop.redis.set(Mode::Slow(Duration::from_millis(100)));
    assert_eq!(person.join(drop).await.status, 200);
    person.until_place_is(drop, "issued").await;
    assert_eq!(shop.coupons(drop).await, [(person.id(), Some(1))]);
}

#[tokio::test]
async fn a_line_that_redis_forgot_is_built_again() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(3).await;
    let (a, b) = (shop.member("a@b.kr").await, shop.member("c@d.kr").await);
    a.join(drop).await;
    a.until_place_is(drop, "issued").await;
    let pattern = format!("{}*", shop.settings.redis_prefix);
    let mut redis = shop.direct.redis.shared();
    let keys: Vec<String> = redis::cmd("KEYS").arg(pattern).query_async(&mut redis).await.unwrap();
    assert!(keys.iter().any(|key| key.ends_with(":gate")), "{keys:?}");
    redis::cmd("DEL").arg(&keys).query_async::<()>(&mut redis).await.unwrap();

    b.join(drop).await;
    b.until_place_is(drop, "issued").await;
    assert_eq!(a.join(drop).await.state(), "issued");
    assert_eq!(shop.coupons(drop).await, [(a.id(), Some(1)), (b.id(), Some(2))]);
}

#[tokio::test]
async fn a_gate_that_closed_too_early_is_opened_again() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(2).await;
    let person = shop.member("a@b.kr").await;
    until("the line is open", async || shop.servers[0].shop.lines.view(drop, shop.now())).await;
    let gate = format!("{}{{drop:{}}}:gate", shop.settings.redis_prefix, drop.0);
    let mut redis = shop.direct.redis.shared();
    redis::cmd("HSET")
        .arg(&gate)
        .arg(&["state", "sold_out", "remaining", "0"])
        .query_async::<()>(&mut redis)
        .await
        .unwrap();
    until("the reconciler opens it, and a coupon is issued", async || {
        let answer = person.join(drop).await;
        assert_ne!(answer.state(), "sold_out", "that would be a lie");
        (answer.state() == "issued").then_some(())
    })
    .await;
}
