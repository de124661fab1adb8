//! The record of what owners did, read by admins.

use crate::kit::explain::{frugal, no_full_scan, rows_read};
use crate::kit::{Person, TestShop};
use serde_json::{Value, json};
use shop::audit::{self, ENTRIES_PER_PAGE};
use shop::members::MemberId;
use sqlx::AssertSqlSafe;

async fn write(shop: &TestShop, by: &Person, action: &str, subject: (&str, u64), detail: &str) {
    sqlx::query(
        "insert into audit_entries (at, actor_id, action, subject, subject_id, detail)
         values (?, ?, ?, ?, ?, ?)",
    )
    .bind(shop.now())
    .bind(by.id().0)
    .bind(action)
    .bind(subject.0)
    .bind(subject.1)
    .bind(detail)
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
}

async fn read(person: &Person, form: &[(&str, &str)]) -> Value {
    let answer = person.call("audit/list", form).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

fn actions(page: &Value) -> Vec<&str> {
    let entries = page["entries"].as_array().unwrap();
    entries.iter().map(|entry| entry["action"].as_str().unwrap()).collect()
}

/// A shop in which two admins did three things.
async fn small_record() -> (TestShop, Person, Person) {
    let shop = TestShop::open().await;
    let (first, second) = (shop.admin("a@b.kr").await, shop.admin("c@d.kr").await);
    write(&shop, &first, "drops.pause", ("drop", 7), r#"{"reason":"점검"}"#).await;
    write(&shop, &first, "members.block", ("member", 9), r#"{"reason":"<b>"}"#).await;
    write(&shop, &second, "drops.set_rate", ("drop", 7), r#"{"rate":{"from":null,"to":30}}"#).await;
    (shop, first, second)
}

#[tokio::test]
async fn the_newest_comes_first_with_its_actor_and_its_detail() {
    let (_shop, first, second) = small_record().await;
    let page = read(&first, &[]).await;
    assert_eq!(actions(&page), ["drops.set_rate", "members.block", "drops.pause"]);
    let newest = &page["entries"][0];
    assert_eq!(newest["actor"], json!({ "id": second.id().0, "name": "시험" }));
    assert_eq!(newest["subject"], json!({ "drop": 7 }));
    assert_eq!(newest["detail"], json!([["rate", "from –, to 30"]]));
    assert_eq!((&page["has_next"], page["actors"].as_array().unwrap().len()), (&json!(false), 2));
}

#[tokio::test]
async fn a_filter_leaves_out_other_kinds_and_other_people() {
    let (_shop, first, second) = small_record().await;
    let (one, two) = (first.id().0.to_string(), second.id().0.to_string());
    let kind = read(&first, &[("subject", "drop")]).await;
    assert_eq!(actions(&kind), ["drops.set_rate", "drops.pause"]);
    let person = read(&first, &[("actor", &one)]).await;
    assert_eq!(actions(&person), ["members.block", "drops.pause"]);
    let both = read(&first, &[("subject", "drop"), ("actor", &one)]).await;
    assert_eq!(actions(&both), ["drops.pause"]);
    let neither = read(&first, &[("subject", "member"), ("actor", &two)]).await;
    assert!(actions(&neither).is_empty());
    let odd = read(&first, &[("subject", "moon' or 1=1 -- "), ("actor", "x")]).await;
    assert_eq!(actions(&odd).len(), 3, "what is no filter lets everything through");
}

#[tokio::test]
async fn the_pages_hold_every_entry_once() {
    let shop = TestShop::open().await;
    let admin = shop.admin("a@b.kr").await;
    let many = ENTRIES_PER_PAGE + 5;
    for n in 0..many {
        write(&shop, &admin, &format!("drops.v{n}"), ("drop", 1), "{}").await;
    }
    let first = read(&admin, &[]).await;
    let second = read(&admin, &[("page", "2")]).await;
    let expected: Vec<String> = (0..many).rev().map(|n| format!("drops.v{n}")).collect();
    assert_eq!([actions(&first), actions(&second)].concat(), expected);
    assert_eq!((&first["has_next"], &second["has_next"]), (&json!(true), &json!(false)));
    assert!(actions(&read(&admin, &[("page", "4000000000")]).await).is_empty());
}

#[tokio::test]
async fn the_page_shows_names_words_and_no_markup_of_others() {
    let (shop, first, _) = small_record().await;
    let page = first.get("/admin/audit").await;
    assert_eq!(page.status, 200);
    for text in ["변경 기록", "일시 정지", "선착순 쿠폰 #7", "점검", "&lt;b&gt;", "<select"]
    {
        assert!(page.text.contains(text), "{text}");
    }
    let page = first.get("/admin/audit?subject=member").await;
    assert!(page.text.contains("이용 제한") && !page.text.contains("일시 정지"));
    let page = first.reading("en").get("/admin/audit?subject=order").await;
    assert!(page.text.contains("No change fits"), "{}", page.text);
    let member = shop.member("m@b.kr").await;
    let statuses = [shop.visitor(), member].map(async |person| {
        let page = person.get("/admin/audit").await.status;
        [page, person.call("audit/list", &[]).await.status]
    });
    let statuses = futures::future::join_all(statuses).await;
    assert_eq!(statuses, [[401, 401], [403, 403]]);
}

/// A long record by one admin, most of it about products.
async fn long_record(shop: &TestShop, admin: MemberId) {
    let rows: Vec<String> = (0..4_000)
        .map(|n| {
            let kind = if n % 100 == 0 { "drop" } else { "product" };
            format!("(utc_timestamp(3), {}, 'x.edit', '{kind}', {n}, '{{}}')", admin.0)
        })
        .collect();
    let sql = format!(
        "insert into audit_entries (at, actor_id, action, subject, subject_id, detail) values {}",
        rows.join(",")
    );
    sqlx::query(AssertSqlSafe(sql)).execute(&shop.direct.mysql).await.unwrap();
}

#[tokio::test]
async fn a_long_record_is_read_a_page_at_a_time() {
    let shop = TestShop::open().await;
    let (admin, idle) = (shop.admin("a@b.kr").await.id(), shop.admin("c@d.kr").await.id());
    long_record(&shop, admin).await;
    let frugal = frugal(&shop).await;
    let filters = [
        (None, None),
        (Some("drop"), None),
        (None, Some(admin)),
        (None, Some(idle)),
        (Some("order"), None),
    ];
    for (kind, actor) in filters {
        let before = rows_read(&frugal).await;
        audit::list(&frugal, admin, kind, actor, 1).await.unwrap();
        let read = rows_read(&frugal).await - before;
        assert!(read < 500, "{read} rows for {kind:?} by {actor:?}");
    }
    no_full_scan(
        &frugal.mysql,
        "select id from audit_entries where subject = 'drop' order by id desc limit 31",
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "a full scan in")]
async fn a_query_that_no_index_serves_would_be_noticed() {
    let shop = TestShop::open().await;
    let admin = shop.admin("a@b.kr").await.id();
    long_record(&shop, admin).await;
    no_full_scan(&shop.direct.mysql, "select id from audit_entries where detail like 'a%'").await;
}
