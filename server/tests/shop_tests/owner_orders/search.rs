//! Finding orders among many.

use crate::kit::explain::{know_the_tables, rows_read};
use crate::kit::seed::{insert_many_orders, insert_order};
use crate::kit::{Person, TestShop};
use serde_json::Value;
use shop::members::MemberId;
use shop::orders::State;
use shop::orders::owner::{ORDERS_PER_PAGE, OrderSearch, list};
use shop::parts::{Settings, SystemEntropy};
use shop::{Moment, Shop};
use std::time::Duration;

const HOUR: Duration = Duration::from_secs(3_600);

async fn found(person: &Person, form: &[(&str, &str)]) -> Vec<u64> {
    let answer = person.call("orders/owner_list", form).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let orders = answer.json()["orders"].as_array().unwrap().clone();
    orders.iter().map(|order| order["id"].as_u64().unwrap()).collect()
}

fn count(list: &Value, state: &str) -> u64 {
    let counts = list["counts"].as_array().unwrap();
    counts.iter().find(|pair| pair[0] == state).unwrap()[1].as_u64().unwrap()
}

async fn rename(shop: &TestShop, member: MemberId, name: &str) {
    sqlx::query("update members set name = ? where id = ?")
        .bind(name)
        .bind(member.0)
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
}

#[tokio::test]
async fn the_newest_come_first_and_pages_hold_them_all_once() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let buyer = shop.member("a@b.kr").await.id();
    // Two hundred in two times the same hundred seconds: the number breaks ties.
    insert_many_orders(&shop.direct, buyer, 1, shop.now()).await;
    let other = shop.member("c@d.kr").await.id();
    insert_many_orders(&shop.direct, other, 1, shop.now()).await;
    let mut expected: Vec<(Moment, u64)> = sqlx::query_as("select placed_at, id from orders")
        .fetch_all(&shop.direct.mysql)
        .await
        .unwrap();
    expected.sort_unstable_by(|a, b| b.cmp(a));
    let expected: Vec<u64> = expected.into_iter().map(|(_, id)| id).collect();
    let mut pages = vec![];
    for page in 1..=200 / ORDERS_PER_PAGE {
        pages.extend(found(&admin, &[("page", &page.to_string())]).await);
    }
    assert_eq!(pages, expected);
    let last = found(&admin, &[("page", "4")]).await;
    assert_eq!(found(&admin, &[("page", "99")]).await, last, "past the end is the last page");
}

#[tokio::test]
async fn a_state_is_chosen_and_every_state_is_counted() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let buyer = shop.member("a@b.kr").await.id();
    let mut ids = vec![];
    for state in State::ALL {
        ids.push((state, insert_order(&shop.direct, buyer, state, |_| {}).await.0));
    }
    let second = insert_order(&shop.direct, buyer, State::Paid, |_| {}).await.0;
    for (state, id) in ids {
        let expected = if state == State::Paid { vec![second, id] } else { vec![id] };
        assert_eq!(found(&admin, &[("state", state.as_str())]).await, expected, "{state:?}");
    }
    for form in [vec![], vec![("state", "shipped")], vec![("words", "a@b")]] {
        let list = admin.call("orders/owner_list", &form).await.json();
        assert_eq!((count(&list, "paid"), count(&list, "expired")), (2, 1), "{form:?}");
    }
    assert_eq!(admin.call("orders/owner_list", &[("state", "lost")]).await.status, 400);
}

#[tokio::test]
async fn days_are_korean_and_both_ends_belong() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let buyer = shop.member("a@b.kr").await.id();
    let mut ids = vec![];
    for at in ["2026-11-23T23:59", "2026-11-24T00:00", "2026-11-24T23:59", "2026-11-25T00:00"] {
        let at = Moment::parse_in_korea(at).unwrap();
        let id = insert_order(&shop.direct, buyer, State::Paid, |order| order.placed_at = at).await;
        ids.push(id.0);
    }
    let day = [("from", "2026-11-24"), ("to", "2026-11-24")];
    assert_eq!(found(&admin, &day).await, [ids[2], ids[1]]);
    assert_eq!(found(&admin, &[("from", "2026-11-25")]).await, [ids[3]]);
    assert_eq!(found(&admin, &[("to", "2026-11-23"), ("state", "paid")]).await, [ids[0]]);
    assert_eq!(found(&admin, &[("from", "2026-11-25"), ("words", "a@b.kr")]).await, [ids[3]]);
    assert!(found(&admin, &[("from", "2026-11-25"), ("to", "2026-11-24")]).await.is_empty());
    let answer = admin.call("orders/owner_list", &[("from", "soon"), ("to", "2026-02-30")]).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.problem("first_day"), Some("not_a_time".into()));
    assert_eq!(answer.problem("last_day"), Some("not_a_time".into()));
}

#[tokio::test]
async fn words_are_an_orders_number_or_how_a_member_begins() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let mut ids = vec![];
    for (email, name) in
        [("jiwoo@b.kr", "김지우"), ("100%@b.kr", "김_지우"), ("min@kim.kr", "이민서")]
    {
        let buyer = shop.member(email).await.id();
        rename(&shop, buyer, name).await;
        ids.push(insert_order(&shop.direct, buyer, State::Paid, |_| {}).await.0);
    }
    let finds = async |words: &str| found(&admin, &[("words", words)]).await;
    assert_eq!(finds(&ids[1].to_string()).await, [ids[1]]);
    assert_eq!(finds(&format!(" #{} ", ids[0])).await, [ids[0]]);
    assert_eq!(finds("김").await, [ids[1], ids[0]]);
    assert_eq!(finds("김_").await, [ids[1]], "a wild card is a letter");
    assert_eq!(finds("100%").await, [ids[1]]);
    assert_eq!(finds("JIWOO@").await, [ids[0]]);
    assert_eq!(finds("min@kim.kr").await, [ids[2]]);
    assert!(finds("지우").await.is_empty(), "only beginnings are found");
    for nothing in ["%", "99999999", "' or 1=1 -- ", "\\"] {
        assert!(finds(nothing).await.is_empty(), "{nothing}");
    }
    let page = admin.get("/admin/orders?words=%EA%B9%80%EC%A7%80&state=paid").await;
    assert!(page.text.contains("jiwoo@b.kr") && !page.text.contains("min@kim.kr"), "{page:?}");
    assert!(page.text.contains("value=\"김지\""), "the search stays in its field");
}

/// A search costs what it finds, however many orders there are.
#[tokio::test]
async fn no_search_reads_the_whole_table() {
    const ORDERS: u32 = 20_000;
    const READ_MAX: u64 = 200;
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await.id();
    let past = shop.now().minus(400 * 24 * HOUR);
    let many = shop.member("many@b.kr").await.id();
    insert_many_orders(&shop.direct, many, ORDERS / 100, past).await;
    let few = shop.member("few@b.kr").await.id();
    let one = insert_order(&shop.direct, few, State::Paid, |_| {}).await;
    know_the_tables(&shop.direct.mysql).await;
    let settings = Settings { database_connections_max: 1, ..shop.settings.clone() };
    let alone =
        Shop::new(&settings, shop.clock.clone(), std::sync::Arc::new(SystemEntropy)).unwrap();
    let number = one.0.to_string();
    let searches = [
        OrderSearch { words: number, ..OrderSearch::default() },
        OrderSearch { words: "few".into(), ..OrderSearch::default() },
        OrderSearch { words: "few".into(), state: "paid".into(), ..OrderSearch::default() },
        OrderSearch { state: "paid".into(), from: "2026-01-01".into(), ..OrderSearch::default() },
        OrderSearch { from: "9000-01-01".into(), ..OrderSearch::default() },
    ];
    for search in searches {
        let before = rows_read(&alone).await;
        let list = list(&alone, admin, &search, 1).await.unwrap();
        let read = rows_read(&alone).await - before;
        assert!(read < READ_MAX, "{read} rows read for {search:?}: {list:?}");
    }
}
