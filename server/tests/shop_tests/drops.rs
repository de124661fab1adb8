//! Drops on one server: who gets what, and what everybody is told.

use crate::kit::{Person, TestShop, until};
use serde_json::json;
use shop::drops::DropId;
use std::time::Duration;

async fn settled(person: &Person, drop: DropId) -> String {
    until("the line has decided", async || {
        person.place(drop).await.filter(|state| state != "waiting")
    })
    .await
}

#[tokio::test]
async fn a_click_gets_a_ticket_and_then_a_coupon_that_mysql_knows() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let drop = shop.drop_of(5).await;
    let joined = person.join(drop).await;
    assert_eq!(joined.status, 200, "{joined:?}");
    assert_eq!(settled(&person, drop).await, "issued");
    let mine = person.mine(drop).await.json();
    assert_eq!(shop.coupons(drop).await, [(person.id(), Some(1))]);

    let list = person.call("coupons/mine", &[]).await.json();
    assert_eq!(list[0][0]["code"], mine["code"]);
    assert_eq!(list[0][0]["terms"]["valid_days"], 14);
    let life =
        list[0][0]["expires_at"].as_i64().unwrap() - list[0][0]["issued_at"].as_i64().unwrap();
    assert_eq!(life, 14 * 24 * 60 * 60 * 1_000);
}

#[tokio::test]
async fn clicking_again_changes_nothing() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    // Somebody else is served, and nobody after them: the ticket stays to be looked at.
    shop.clock.stop();
    let drop = shop.drop_with(5, |new| new.rate_per_s = Some(1)).await;
    let other = shop.member("c@d.kr").await;
    other.join(drop).await;
    assert_eq!(settled(&other, drop).await, "issued");
    let first = person.join(drop).await.json();
    let second = person.join(drop).await.json();
    assert_eq!((&first["ticket"], &second["ticket"]), (&json!(2), &json!(2)));
    shop.clock.advance(Duration::from_secs(1));
    assert_eq!(settled(&person, drop).await, "issued");
    assert_eq!(person.join(drop).await.state(), "issued");
    let of_person = shop.coupons(drop).await.iter().filter(|c| c.0 == person.id()).count();
    assert_eq!(of_person, 1);
}

#[tokio::test]
async fn the_last_coupon_goes_to_the_earlier_ticket() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(2).await;
    let mut people = vec![];
    for name in ["a", "b", "c"] {
        let person = shop.member(&format!("{name}@b.kr")).await;
        person.join(drop).await;
        people.push(person);
    }
    assert_eq!(settled(&people[0], drop).await, "issued");
    assert_eq!(settled(&people[1], drop).await, "issued");
    assert_eq!(settled(&people[2], drop).await, "sold_out");
    let tickets: Vec<_> = shop.coupons(drop).await;
    assert_eq!(tickets, [(people[0].id(), Some(1)), (people[1].id(), Some(2))]);
}

#[tokio::test]
async fn once_sold_out_a_click_needs_no_redis_and_winners_keep_theirs() {
    let shop = TestShop::open().await;
    let (winner, late) = (shop.member("a@b.kr").await, shop.member("c@d.kr").await);
    let drop = shop.drop_of(1).await;
    winner.join(drop).await;
    assert_eq!(settled(&winner, drop).await, "issued");
    until("the gate is closed in memory", async || {
        (late.join(drop).await.state() == "sold_out").then_some(())
    })
    .await;
    until("the winners are known in memory", async || {
        shop.redis.set(crate::kit::Mode::Cut);
        let answer = late.join(drop).await;
        (answer.status == 200 && answer.state() == "sold_out").then_some(())
    })
    .await;
    assert_eq!(winner.join(drop).await.state(), "issued");
    assert_eq!(shop.coupons(drop).await.len(), 1);
}

#[tokio::test]
async fn before_the_opening_and_after_the_closing_there_is_no_ticket() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let hour = Duration::from_secs(3_600);
    let now = shop.now();
    let drop = shop
        .drop_with(5, |new| {
            new.opens_at = now.plus(hour);
            new.closes_at = now.plus(2 * hour);
        })
        .await;
    let early = person.join(drop).await.json();
    assert_eq!(early["state"], "not_open");
    assert_eq!(early["opens_at"].as_i64(), Some(now.plus(hour).ms()));

    shop.clock.advance(hour);
    assert_ne!(person.join(drop).await.state(), "not_open");
    assert_eq!(settled(&person, drop).await, "issued");

    shop.clock.advance(hour);
    let late = shop.member("c@d.kr").await;
    assert_eq!(late.join(drop).await.state(), "closed");
    assert_eq!(person.join(drop).await.state(), "issued");
    assert_eq!(shop.coupons(drop).await.len(), 1);
}

#[tokio::test]
async fn a_drop_keeps_its_rate() {
    let shop = TestShop::open().await;
    let drop = shop.drop_with(100, |new| new.rate_per_s = Some(20)).await;
    let mut last = None;
    for n in 0..30 {
        let person = shop.member(&format!("{n}@b.kr")).await;
        person.join(drop).await;
        last = Some(person);
    }
    assert_eq!(settled(&last.unwrap(), drop).await, "issued");
    let (first, last): (time::PrimitiveDateTime, time::PrimitiveDateTime) =
        sqlx::query_as("select min(issued_at), max(issued_at) from coupons where drop_id = ?")
            .bind(drop.0)
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
    // 30 at 20 a second, less the second's worth that may have been saved before the first click.
    assert!((last - first).whole_milliseconds() >= 450, "{}", last - first);
}

#[tokio::test]
async fn who_is_not_signed_in_is_told_to() {
    let shop = TestShop::open().await;
    let drop = shop.drop_of(1).await;
    for function in ["drops/join", "drops/mine"] {
        let answer = shop.visitor().call(function, &[("drop_id", &drop.0.to_string())]).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (401, &json!("not_signed_in")));
    }
    assert_eq!(shop.visitor().call("coupons/mine", &[]).await.status, 401);
}

#[tokio::test]
async fn an_unknown_drop_is_404_and_no_number_is_400() {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let unknown = person.join(DropId(999_999)).await;
    assert_eq!((unknown.status, &unknown.json()["refusal"]), (404, &json!("no_such_drop")));
    for number in ["x", "-1", "", "99999999999999999999999"] {
        let answer = person.call("drops/join", &[("drop_id", number)]).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (400, &json!("not_understood")));
    }
}

fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let good = [
        ("name", "겨울 쿠폰"),
        ("quota", "100"),
        ("opens_at", "2036-12-01T20:00"),
        ("closes_at", "2036-12-01T21:00"),
        ("discount_kind", "percent"),
        ("discount_percent", "30"),
        ("discount_cap_won", "20000"),
        ("minimum_spend_won", "30000"),
    ];
    good.into_iter()
        .map(|(field, value)| {
            let change = changes.iter().find(|(changed, _)| *changed == field);
            change.copied().unwrap_or((field, value))
        })
        .collect()
}

#[tokio::test]
async fn an_admin_makes_a_drop_and_every_server_knows_it() {
    let shop = TestShop::open_with(2).await;
    let admin = shop.admin("admin@b.kr").await;
    let made = admin.call("drops/create", &form(&[])).await;
    assert_eq!(made.status, 200, "{made:?}");
    let id = made.json().as_u64().unwrap();
    let other = shop.visitor().at(shop.url(1));
    let shown = other.call("drops/show", &[("drop_id", &id.to_string())]).await.json();
    assert_eq!(shown["drop"]["name"], "겨울 쿠폰");
    assert_eq!(
        shown["drop"]["terms"]["discount"],
        json!({"percent": {"percent": 30, "cap": 20_000}})
    );
    assert_eq!(shown["drop"]["terms"]["valid_days"], 14);
    // 20:00 in Korea is 11:00 in UTC.
    assert_eq!(shown["drop"]["opens_at"].as_i64().unwrap() / 3_600_000 % 24, 11);
    let list = other.call("drops/list", &[]).await.json();
    assert_eq!(list["drops"][0]["id"].as_u64(), Some(id));
}

#[tokio::test]
async fn only_admins_make_drops() {
    let shop = TestShop::open().await;
    assert_eq!(shop.visitor().call("drops/create", &form(&[])).await.status, 401);
    let member = shop.member("a@b.kr").await;
    assert_eq!(member.call("drops/create", &form(&[])).await.status, 403);
    let drops: i64 = sqlx::query_scalar("select count(*) from drops")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(drops, 0);
}

#[tokio::test]
async fn a_wrong_drop_is_refused_field_by_field() {
    let shop = TestShop::open().await;
    let admin = shop.admin("admin@b.kr").await;
    let wrong = [
        ("quota", "0", "quota", "out_of_range"),
        ("quota", "-3", "quota", "out_of_range"),
        ("discount_percent", "101", "discount_percent", "out_of_range"),
        ("closes_at", "2036-12-01T19:00", "closes_at", "not_after_opening"),
        ("opens_at", "soon", "opens_at", "not_a_time"),
        ("name", "", "name", "missing"),
    ];
    for (field, value, named, problem) in wrong {
        let answer = admin.call("drops/create", &form(&[(field, value)])).await;
        assert_eq!(answer.status, 422, "{field}={value}");
        let said = answer.problem(named).unwrap().to_string();
        assert!(said.contains(problem), "{field}={value}: {said}");
    }
    let drops: i64 = sqlx::query_scalar("select count(*) from drops")
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(drops, 0);
}
