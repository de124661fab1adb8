//! Making a drop another one before it opens.

use super::{ask, two_servers, until_both_see};
use crate::kit::person::Answer;
use crate::kit::{Person, TestShop};
use serde_json::json;
use shop::Moment;
use shop::drops::DropId;
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// A form's time, and the moment it means: whole minutes.
fn minute(moment: Moment) -> (String, Moment) {
    let field = format!("{}:00", &moment.in_korea().to_field()[..16]);
    let meant = Moment::parse_in_korea(&field).unwrap();
    (field, meant)
}

async fn edit(
    admin: &Person,
    drop: DropId,
    version: u32,
    opens_at: &str,
    changes: &[(&str, &str)],
) -> Answer {
    let version = version.to_string();
    let mut form = vec![
        ("version", version.as_str()),
        ("name", "고친 쿠폰"),
        ("quota", "7"),
        ("opens_at", opens_at),
        ("closes_at", "2099-12-01T21:00"),
        ("discount_kind", "fixed"),
        ("discount_won", "3000"),
    ];
    for (field, value) in changes {
        form.retain(|(name, _)| name != field);
        form.push((field, value));
    }
    ask(admin, "edit", drop, &form).await
}

/// A drop that opens so soon that its line is built already.
async fn soon(shop: &TestShop) -> DropId {
    let opens_at = shop.now().plus(5 * MINUTE);
    let drop = shop
        .drop_with(3, |new| {
            new.opens_at = opens_at;
            new.closes_at = opens_at.plus(60 * MINUTE);
        })
        .await;
    until_both_see(shop, drop, "the line is built", |view| view.version == 1).await;
    drop
}

#[tokio::test]
async fn a_later_opening_is_the_opening_at_both_servers() {
    let (shop, admin) = two_servers().await;
    let drop = soon(&shop).await;
    let person = shop.member("a@b.kr").await;
    let (field, opens_at) = minute(shop.now().plus(20 * MINUTE));
    let edited = edit(&admin, drop, 1, &field, &[]).await;
    assert_eq!(edited.status, 200, "{edited:?}");
    let moved = |view: shop::drops::LineView| (view.opens_at, view.quota) == (opens_at, 7);
    until_both_see(&shop, drop, "the line was moved", moved).await;

    shop.clock.advance(6 * MINUTE);
    for server in 0..2 {
        let early = person.at(shop.url(server)).join(drop).await.json();
        assert_eq!(early["state"], "not_open", "by the old time it would be open");
        assert_eq!(early["opens_at"].as_i64(), Some(opens_at.ms()));
    }
    assert!(shop.coupons(drop).await.is_empty());

    shop.clock.advance(16 * MINUTE);
    assert_ne!(person.at(shop.url(1)).join(drop).await.state(), "not_open");
    person.until_place_is(drop, "issued").await;
    let shown = admin.call("drops/show", &[("drop_id", &drop.0.to_string())]).await.json();
    assert_eq!(shown["drop"]["name"], "고친 쿠폰");
    assert_eq!(shown["drop"]["terms"]["discount"], json!({"fixed": 3_000}));
}

#[tokio::test]
async fn an_earlier_opening_is_the_opening_at_both_servers() {
    let (shop, admin) = two_servers().await;
    let drop = soon(&shop).await;
    let (field, opens_at) = minute(shop.now().minus(MINUTE));
    assert_eq!(edit(&admin, drop, 1, &field, &[]).await.status, 200);
    until_both_see(&shop, drop, "the line was moved", |view| view.opens_at == opens_at).await;
    for server in 0..2 {
        let person = shop.member(&format!("{server}@b.kr")).await.at(shop.url(server));
        assert_ne!(person.join(drop).await.state(), "not_open");
        person.until_place_is(drop, "issued").await;
    }
}

#[tokio::test]
async fn a_drop_that_is_far_away_is_moved_where_somebody_has_seen_it() {
    let (shop, admin) = two_servers().await;
    let opens_at = shop.now().plus(60 * MINUTE);
    let drop = shop
        .drop_with(3, |new| {
            new.opens_at = opens_at;
            new.closes_at = opens_at.plus(60 * MINUTE);
        })
        .await;
    let person = shop.member("a@b.kr").await.at(shop.url(1));
    assert_eq!(person.join(drop).await.json()["opens_at"].as_i64(), Some(opens_at.ms()));
    let (field, later) = minute(shop.now().plus(300 * MINUTE));
    assert_eq!(edit(&admin, drop, 1, &field, &[]).await.status, 200);
    shop.clock.advance(61 * MINUTE);
    crate::kit::until("the other server has heard of it", async || {
        let place = person.join(drop).await.json();
        assert_eq!(place["state"], "not_open", "by the old time it would be open");
        (place["opens_at"].as_i64() == Some(later.ms())).then_some(())
    })
    .await;
}

#[tokio::test]
async fn an_older_version_overwrites_nothing() {
    let (shop, admin) = two_servers().await;
    let drop = soon(&shop).await;
    let (field, _) = minute(shop.now().plus(20 * MINUTE));
    assert_eq!(edit(&admin, drop, 1, &field, &[("name", "첫째")]).await.status, 200);
    let second = edit(&admin, drop, 1, &field, &[("name", "둘째")]).await;
    assert_eq!((second.status, &second.json()["refusal"]), (409, &json!("edited_meanwhile")));
    let shown = ask(&admin, "owner_show", drop, &[]).await.json();
    assert_eq!((&shown["drop"]["name"], &shown["drop"]["version"]), (&json!("첫째"), &json!(2)));
}

#[tokio::test]
async fn a_drop_that_has_opened_is_not_edited() {
    let (shop, admin) = two_servers().await;
    let drop = shop.drop_of(3).await;
    let (field, _) = minute(shop.now().plus(20 * MINUTE));
    let late = edit(&admin, drop, 1, &field, &[]).await;
    assert_eq!((late.status, &late.json()["refusal"]), (409, &json!("drop_moved_on")));
}

#[tokio::test]
async fn a_wrong_edit_is_refused_field_by_field() {
    let (shop, admin) = two_servers().await;
    let drop = soon(&shop).await;
    let (field, _) = minute(shop.now().plus(20 * MINUTE));
    let wrong = edit(&admin, drop, 1, &field, &[("quota", "0"), ("name", "")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.problem("quota").is_some() && wrong.problem("name").is_some());
    let unknown = edit(&admin, DropId(999_999), 1, &field, &[]).await;
    assert_eq!((unknown.status, &unknown.json()["refusal"]), (404, &json!("no_such_drop")));
}
