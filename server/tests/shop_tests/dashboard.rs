//! The shop's day at a glance.

use crate::kit::explain::{frugal, rows_read};
use crate::kit::shop::insert_member;
use crate::kit::{Person, TestShop};
use serde_json::{Value, json};
use shop::Moment;
use shop::dashboard::{self, DAYS};
use shop::members::MemberId;
use sqlx::AssertSqlSafe;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A shop whose clock says noon in Korea, so that no test meets midnight by chance.
async fn shop_at_noon() -> (TestShop, Person, Moment) {
    let shop = TestShop::open().await;
    let today = shop.now().day_start_in_korea().plus(DAY);
    shop.clock.advance(today.plus(DAY / 2).until_from(shop.now()));
    let admin = shop.admin("admin@b.kr").await;
    (shop, admin, today)
}

async fn order(shop: &TestShop, member: MemberId, at: Moment) -> u64 {
    let row = sqlx::query(
        "insert into orders (member_id, press_key, state, placed_at, expires_at, goods_won,
                             discount_won, delivery_won, total_won, recipient, address)
         values (?, unhex(replace(uuid(), '-', '')), 'paid', ?, ?, 10000, 0, 0, 10000, '김지우', '서울')",
    )
    .bind(member.0)
    .bind(at)
    .bind(at)
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    row.last_insert_id()
}

async fn pay(shop: &TestShop, order: u64, won: u32, at: Moment, refunded: Option<Moment>) {
    sqlx::query(
        "insert into payments (order_id, amount_won, paid_at, refunded_at) values (?, ?, ?, ?)",
    )
    .bind(order)
    .bind(won)
    .bind(at)
    .bind(refunded)
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
}

async fn numbers(person: &Person) -> Value {
    let answer = person.call("owner/dashboard", &[]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

fn days(dashboard: &Value, of: &str) -> Vec<u64> {
    let days = dashboard["days"].as_array().unwrap();
    days.iter().map(|day| day[of].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn a_new_shop_shows_thirty_days_of_nothing() {
    let (_shop, admin, today) = shop_at_noon().await;
    let dashboard = numbers(&admin).await;
    assert_eq!(days(&dashboard, "orders"), vec![0; DAYS as usize]);
    assert_eq!(days(&dashboard, "revenue_won"), vec![0; DAYS as usize]);
    let starts = [0, DAYS as usize - 1].map(|n| dashboard["days"][n]["starts_at"].as_i64());
    assert_eq!(starts, [Some(today.minus(DAY * (DAYS - 1)).ms()), Some(today.ms())]);
}

#[tokio::test]
async fn a_day_is_a_day_in_korea() {
    let (shop, admin, today) = shop_at_noon().await;
    let member = insert_member(&shop.direct, "a@b.kr").await;
    let yesterday = today.minus(DAY);
    let first = today.minus(DAY * (DAYS - 1));
    // 23:59:59 yesterday, 00:00 and 00:01 today; the first day's first moment, and one before.
    let moments = [today.minus(SECOND), today, today.plus(60 * SECOND), first, first.minus(SECOND)];
    for (won, at) in (1..).zip(moments) {
        let order = order(&shop, member, at).await;
        pay(&shop, order, won * 1_000, at, None).await;
    }
    let last = order(&shop, member, yesterday).await;
    pay(&shop, last, 50_000, yesterday, Some(today)).await;

    let dashboard = numbers(&admin).await;
    let (orders, revenue) = (days(&dashboard, "orders"), days(&dashboard, "revenue_won"));
    let (today, yesterday) = (DAYS as usize - 1, DAYS as usize - 2);
    assert_eq!((orders[today], orders[yesterday], orders[0]), (2, 2, 1));
    assert_eq!(orders.iter().sum::<u64>(), 5, "the one before is another month's");
    assert_eq!((revenue[today], revenue[yesterday], revenue[0]), (5_000, 1_000, 4_000));
    assert_eq!(revenue.iter().sum::<u64>(), 10_000, "and what went back is no revenue");
}

#[tokio::test]
async fn today_counts_sign_ups_and_coupons_of_today_only() {
    let (shop, admin, today) = shop_at_noon().await;
    let drop = shop.drop_of(10).await;
    let member = insert_member(&shop.direct, "a@b.kr").await;
    let mysql = &shop.direct.mysql;
    sqlx::query("update members set signed_up_at = ?")
        .bind(today.minus(SECOND))
        .execute(mysql)
        .await
        .unwrap();
    for (n, at) in (0_u32..).zip([today.minus(SECOND), today, today.plus(SECOND)]) {
        let holder = insert_member(&shop.direct, &format!("{n}@b.kr")).await;
        let coupon = sqlx::query(
            "insert into coupons (drop_id, member_id, code, issued_at, expires_at)
             values (?, ?, ?, ?, ?)",
        )
        .bind(drop.0)
        .bind(holder.0)
        .bind(format!("0000-0000-000{n}"))
        .bind(at)
        .bind(at)
        .execute(mysql)
        .await
        .unwrap();
        // The first was spent today, the second yesterday, the third is only reserved.
        let used = [Some(today), Some(today.minus(SECOND)), None][n as usize];
        let order = order(&shop, member, today.minus(DAY)).await;
        sqlx::query(
            "insert into coupon_uses (coupon_id, order_id, reserved_at, used_at)
             values (?, ?, ?, ?)",
        )
        .bind(coupon.last_insert_id())
        .bind(order)
        .bind(at)
        .bind(used)
        .execute(mysql)
        .await
        .unwrap();
    }
    let dashboard = numbers(&admin).await;
    let counts = ["sign_ups", "coupons_issued", "coupons_used"].map(|of| dashboard[of].clone());
    assert_eq!(counts, [json!(3), json!(2), json!(1)]);
}

#[tokio::test]
async fn the_page_draws_bars_and_has_a_table_without_javascript() {
    let (shop, admin, today) = shop_at_noon().await;
    let member = insert_member(&shop.direct, "a@b.kr").await;
    let order = order(&shop, member, today).await;
    pay(&shop, order, 1_234_000, today, None).await;
    let page = admin.get("/admin").await;
    assert_eq!(page.status, 200);
    for text in ["대시보드", "1,234,000원", "class=\"chart-bars\"", "role=\"img\"", "표로 보기"]
    {
        assert!(page.text.contains(text), "{text}");
    }
    assert_eq!(page.text.matches("<rect").count(), 2 * DAYS as usize);
    assert_eq!(page.text.matches("<tr>").count(), 2 * (DAYS as usize + 1));
    let page = admin.reading("en").get("/admin").await;
    assert!(page.text.contains("₩1,234,000") && page.text.contains("Dashboard"));
}

#[tokio::test]
async fn only_admins_see_the_numbers() {
    let shop = TestShop::open().await;
    let member = shop.member("a@b.kr").await;
    for (person, status) in [(shop.visitor(), 401), (member, 403)] {
        assert_eq!(person.call("owner/dashboard", &[]).await.status, status);
        assert_eq!(person.get("/admin").await.status, status);
    }
}

#[tokio::test]
async fn years_of_orders_cost_thirty_days_of_reading() {
    let (shop, admin, today) = shop_at_noon().await;
    let member = insert_member(&shop.direct, "a@b.kr").await.0;
    let rows = |row: &dyn Fn(u32) -> String| (1..=4_000).map(row).collect::<Vec<_>>().join(",");
    // Ten a day, one before the other; the last thirty days hold three hundred of them.
    let at = |n: u32| format!("from_unixtime({}.000)", today.minus(DAY * n / 10).ms() / 1_000);
    let orders = rows(&|n| {
        let at = at(n);
        format!(
            "({n}, {member}, unhex(lpad(hex({n}), 32, '0')), 'paid', {at}, {at}, 1, 0, 0, 1, 'a', 'b')"
        )
    });
    let payments = rows(&|n| format!("({n}, 1, {})", at(n)));
    for sql in [
        format!(
            "insert into orders (id, member_id, press_key, state, placed_at, expires_at, goods_won,
                                 discount_won, delivery_won, total_won, recipient, address)
             values {orders}"
        ),
        format!("insert into payments (order_id, amount_won, paid_at) values {payments}"),
    ] {
        sqlx::query(AssertSqlSafe(sql)).execute(&shop.direct.mysql).await.unwrap();
    }
    let frugal = frugal(&shop).await;
    let before = rows_read(&frugal).await;
    let dashboard = dashboard::show(&frugal, admin.id()).await.unwrap();
    let read = rows_read(&frugal).await - before;
    let orders: u64 = dashboard.days.iter().map(|day| day.orders).sum();
    assert!((280..=300).contains(&orders), "{orders} orders in thirty days");
    assert!(read < 2_000, "{read} rows");
}
