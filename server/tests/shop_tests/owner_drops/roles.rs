//! Who may steer, and the record of who did.

use super::{ask, steer, two_servers};
use serde_json::{Value, json};
use shop::drops::DropId;
use std::time::Duration;

const VERBS: [&str; 9] = [
    "owner_list",
    "owner_show",
    "edit",
    "pause",
    "resume",
    "set_rate",
    "add_quota",
    "close",
    "board",
];

#[tokio::test]
async fn only_admins_steer() {
    let (shop, _admin) = two_servers().await;
    let drop = shop.drop_of(5).await;
    let (member, visitor) = (shop.member("a@b.kr").await, shop.visitor());
    let counsellor = shop.member("c@d.kr").await;
    shop::members::grant(&shop.direct, "c@d.kr", shop::members::Role::Counsellor, "test")
        .await
        .unwrap();
    for verb in VERBS {
        assert_eq!(ask(&visitor, verb, drop, &[]).await.status, 401, "{verb}");
        assert_eq!(ask(&member, verb, drop, &[]).await.status, 403, "{verb}");
        assert_eq!(ask(&counsellor, verb, drop, &[]).await.status, 403, "{verb}");
    }
    assert!(records(&shop).await.is_empty());
}

#[tokio::test]
async fn an_unknown_drop_is_404() {
    let (_shop, admin) = two_servers().await;
    for (verb, more) in [
        ("owner_show", &[][..]),
        ("pause", &[]),
        ("resume", &[]),
        ("set_rate", &[]),
        ("add_quota", &[("count", "1")]),
        ("close", &[]),
        ("board", &[]),
    ] {
        let answer = ask(&admin, verb, DropId(999_999), more).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (404, &json!("no_such_drop")));
    }
}

/// Action, drop and detail of every record, oldest first.
async fn records(shop: &crate::kit::TestShop) -> Vec<(String, u64, Value)> {
    let rows: Vec<(String, String, u64, String)> =
        sqlx::query_as("select action, subject, subject_id, detail from audit_entries order by id")
            .fetch_all(&shop.direct.mysql)
            .await
            .unwrap();
    rows.into_iter()
        .map(|(action, subject, id, detail)| {
            assert_eq!(subject, "drop");
            (action, id, serde_json::from_str(&detail).unwrap())
        })
        .collect()
}

#[tokio::test]
async fn every_change_is_on_record_and_no_refusal() {
    let (shop, admin) = two_servers().await;
    let form = [
        ("name", "겨울 쿠폰"),
        ("quota", "100"),
        ("opens_at", "2098-12-01T20:00"),
        ("closes_at", "2098-12-01T21:00"),
        ("discount_kind", "fixed"),
        ("discount_won", "1000"),
    ];
    let made = DropId(admin.call("drops/create", &form).await.json().as_u64().unwrap());
    let mut edited: Vec<(&str, &str)> = form.to_vec();
    edited[1] = ("quota", "200");
    edited.push(("version", "1"));
    steer(&admin, "edit", made, &edited).await;
    let drop = shop.drop_of(5).await;
    steer(&admin, "pause", drop, &[]).await;
    assert_eq!(ask(&admin, "pause", drop, &[]).await.status, 409);
    steer(&admin, "resume", drop, &[]).await;
    steer(&admin, "set_rate", drop, &[("rate_per_s", "7")]).await;
    steer(&admin, "add_quota", drop, &[("count", "10")]).await;
    steer(&admin, "close", drop, &[]).await;
    let records = records(&shop).await;
    let told: Vec<(&str, u64)> = records.iter().map(|(a, id, _)| (a.as_str(), *id)).collect();
    let expected = [
        ("drops.create", made.0),
        ("drops.edit", made.0),
        ("drops.pause", drop.0),
        ("drops.resume", drop.0),
        ("drops.set_rate", drop.0),
        ("drops.add_quota", drop.0),
        ("drops.close", drop.0),
    ];
    assert_eq!(told, expected);
    assert_eq!(records[1].2["before"]["quota"], "100");
    assert_eq!(records[1].2["after"]["quota"], "200");
    assert_eq!(records[4].2, json!({"before": null, "after": 7}));
    assert_eq!(records[5].2, json!({"added": 10, "before": 5, "after": 15}));
    let by: Vec<u64> = sqlx::query_scalar("select distinct actor_id from audit_entries")
        .fetch_all(&shop.direct.mysql)
        .await
        .unwrap();
    assert_eq!(by, [admin.id().0]);
}

#[tokio::test]
async fn all_drops_are_listed_newest_first_page_by_page() {
    let (shop, admin) = two_servers().await;
    let mut made = vec![];
    for _ in 0..22 {
        // Long over ones as well, which shoppers do not see.
        let drop = shop
            .drop_with(5, |new| {
                let long_ago = Duration::from_secs(30 * 24 * 60 * 60);
                new.opens_at = new.opens_at.minus(long_ago);
                new.closes_at = new.closes_at.minus(long_ago);
            })
            .await;
        made.push(drop.0);
    }
    made.reverse();
    let page = |n: &'static str| {
        let admin = admin.clone();
        async move {
            let list = admin.call("drops/owner_list", &[("page", n)]).await.json();
            let drops = list["drops"].as_array().unwrap().iter();
            let ids: Vec<u64> = drops.map(|drop| drop["id"].as_u64().unwrap()).collect();
            (ids, list["page"].clone(), list["last_page"].clone(), list["total"].clone())
        }
    };
    assert_eq!(page("1").await, (made[..20].to_vec(), json!(1), json!(2), json!(22)));
    assert_eq!(page("99").await, (made[20..].to_vec(), json!(2), json!(2), json!(22)));
}
