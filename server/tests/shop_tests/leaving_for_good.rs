//! A member deletes their account.

use crate::kit::database::unique_name;
use crate::kit::person::Answer;
use crate::kit::seed::{insert_order, insert_product};
use crate::kit::socket::Socket;
use crate::kit::telephone::set_up_factor;
use crate::kit::{Person, TestShop, until};
use serde_json::json;
use shop::members::{self, MemberId, Role};
use shop::orders::State;
use sqlx::AssertSqlSafe;

const NAME: &str = "독고하람";
const EMAIL: &str = "haram.dokgo@example.kr";
const PASSWORD: &str = "one fine password";
const STREET: &str = "세종특별자치시 달빛로 77";
const PHONE: &str = "010-8765-4321";
/// What tells who somebody is.
const PERSONAL: [&str; 4] = [NAME, EMAIL, STREET, PHONE];
/// Tables that may still hold a number of somebody who has left.
const KEPT: [&str; 10] = [
    "audit_entries.actor_id",
    "chat_messages.member_id",
    "chat_room_events.actor_id",
    "coupons.member_id",
    "drops.created_by",
    "member_departures.member_id",
    "order_events.actor_id",
    "orders.member_id",
    "products.created_by",
    "sessions.member_id",
];

/// Somebody who signed up, in a browser of their own.
async fn signed_up(shop: &TestShop) -> (Person, MemberId) {
    let form = [("name", NAME), ("email", EMAIL), ("password", PASSWORD), ("address", STREET)];
    let person = shop.visitor();
    assert_eq!(person.call("members/sign_up", &form).await.status, 200);
    let id = person.call("members/me", &[]).await.json()["id"].as_u64().unwrap();
    (person, MemberId(id))
}

async fn leave(person: &Person, password: &str) -> Answer {
    person.call("members/leave", &[("current_password", password)]).await
}

async fn is_signed_in(person: &Person) -> bool {
    !person.call("members/me", &[]).await.json().is_null()
}

async fn call(person: &Person, function: &str, form: &[(&str, &str)]) {
    let answer = person.call(function, form).await;
    assert_eq!(answer.status, 200, "{function}: {answer:?}");
}

/// An order of theirs that went where they live.
async fn order(shop: &TestShop, member: MemberId, product: u64, state: State) -> u64 {
    let order = insert_order(&shop.direct, member, state, |order| {
        order.product_id = product;
        order.recipient = NAME.into();
        order.phone = Some(PHONE.into());
        order.address = STREET.into();
    });
    order.await.0
}

/// The columns of all tables in which text is.
async fn text_columns(shop: &TestShop) -> Vec<(String, String)> {
    sqlx::query_as(
        "select cast(table_name as char), cast(column_name as char)
         from information_schema.columns
         where table_schema = database()
           and data_type in ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'json')",
    )
    .fetch_all(&shop.direct.mysql)
    .await
    .unwrap()
}

/// Where any of this can be read.
async fn found(shop: &TestShop, texts: &[&str]) -> Vec<String> {
    let mut found = vec![];
    for (table, column) in text_columns(shop).await {
        for text in texts {
            let sql = format!(
                "select count(*) from `{table}` where locate(?, convert(`{column}` using utf8mb4)) > 0"
            );
            let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
                .bind(text)
                .fetch_one(&shop.direct.mysql)
                .await
                .unwrap();
            if rows > 0 {
                found.push(format!("{table}.{column} has {text}"));
            }
        }
    }
    found
}

/// Where the number of a member stands, by the foreign keys.
async fn references(shop: &TestShop, member: MemberId) -> Vec<String> {
    let keys: Vec<(String, String)> = sqlx::query_as(
        "select cast(table_name as char), cast(column_name as char)
         from information_schema.key_column_usage
         where table_schema = database() and referenced_table_name = 'members'
         order by table_name, column_name",
    )
    .fetch_all(&shop.direct.mysql)
    .await
    .unwrap();
    let mut found = vec![];
    for (table, column) in keys {
        let sql = format!("select count(*) from `{table}` where `{column}` = ?");
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(member.0)
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
        if rows > 0 {
            found.push(format!("{table}.{column}"));
        }
    }
    found
}

#[tokio::test]
async fn of_a_full_account_nothing_is_left_that_names_the_person() {
    let shop = TestShop::with_chat(1).await;
    let (person, member) = signed_up(&shop).await;
    members::grant(&shop.direct, EMAIL, Role::Counsellor, "test").await.unwrap();
    set_up_factor(&shop, &person, PASSWORD).await;
    let product = insert_product(&shop.direct, 50).await;
    let id = product.to_string();
    call(&person, "cart/add", &[("product_id", &id), ("count", "1")]).await;
    call(&person, "wishes/add", &[("product_id", &id)]).await;
    let address = [("recipient", NAME), ("phone", PHONE), ("address", STREET)];
    call(&person, "addresses/add", &address).await;
    let bought = order(&shop, member, product, State::Delivered).await;
    order(&shop, member, product, State::Cancelled).await;
    let said = format!("{NAME}이고 {EMAIL}, {PHONE}, {STREET}이에요");
    let answer = person.call("chat/send", &[("text", &said)]).await;
    let room = answer.json()["room_id"].to_string();
    until("the talk is archived", async || {
        let messages = person.call("chat/history", &[("room_id", &room)]).await.json();
        messages.as_array().filter(|messages| !messages.is_empty()).map(|_| ())
    })
    .await;
    let word = [("room_id", room.as_str()), ("is_good", "true"), ("word", NAME)];
    call(&person, "chat/rate", &word).await;
    let helper = shop.counsellor("helper@b.kr").await;
    call(&helper, "counsel/add_note", &[("room_id", &room), ("text", EMAIL)]).await;
    assert!(found(&shop, &PERSONAL).await.len() > 10, "the search finds what is there");

    let answer = leave(&person, PASSWORD).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(found(&shop, &PERSONAL).await, Vec::<String>::new());
    let left = references(&shop, member).await;
    let unknown: Vec<_> = left.iter().filter(|at| !KEPT.contains(&at.as_str())).collect();
    assert!(unknown.is_empty(), "a table that nobody erases: {unknown:?}");

    // What was bought, and what it came to, is for the shop to show.
    let (total, lines, paid): (u32, i64, u32) = sqlx::query_as(
        "select total_won, (select count(*) from order_lines where order_id = o.id),
                (select amount_won from payments where order_id = o.id)
         from orders o where id = ?",
    )
    .bind(bought)
    .fetch_one(&shop.direct.mysql)
    .await
    .unwrap();
    assert_eq!((total, lines, paid), (13_000, 1, 13_000));
    let admin = shop.admin("admin@b.kr").await;
    let page = admin.get(&format!("/admin/orders/{bought}")).await;
    assert!(page.status == 200 && page.text.contains("탈퇴한 회원"), "{}", page.text);
    let page = admin.get(&format!("/admin/members/{}", member.0)).await;
    assert_eq!(page.status, 200);
}

#[tokio::test]
async fn who_has_left_is_signed_out_everywhere_and_may_come_as_somebody_new() {
    let shop = TestShop::open_with(2).await;
    let (person, member) = signed_up(&shop).await;
    let elsewhere = shop.visitor();
    let answer =
        elsewhere.call("members/log_in", &[("email", EMAIL), ("password", PASSWORD)]).await;
    let cookie = answer.header("set-cookie").unwrap();
    let token = cookie.trim_start_matches("session=").split(';').next().unwrap();
    let there = elsewhere.with_token(token).at(shop.url(1));
    let mut socket = Socket::open(&shop, 1, Some(&there)).await;
    let form = person.post("members/leave").header("accept", "text/html");
    let answer = person.send(form.form(&[("current_password", PASSWORD)])).await;
    assert_eq!((answer.status, answer.header("location")), (302, Some("/")));
    assert!(!is_signed_in(&person).await && !is_signed_in(&elsewhere).await);
    assert_eq!(socket.closed().await, Some(4401));
    until("the other server knows", async || (!is_signed_in(&there).await).then_some(())).await;

    let form = [("email", EMAIL), ("password", PASSWORD)];
    assert_eq!(shop.visitor().call("members/log_in", &form).await.status, 401);
    let husk = format!("left-{}", member.0);
    for email in [husk.as_str(), "left-1@b.kr"] {
        for password in ["", PASSWORD] {
            let form = [("email", email), ("password", password)];
            assert_eq!(shop.visitor().call("members/log_in", &form).await.status, 401);
        }
    }
    assert!(shop::members::sessions::start(&shop.direct, member).await.is_err());
    let (again, new) = signed_up(&shop).await;
    assert!(new != member && is_signed_in(&again).await);
    let profile = again.call("members/profile", &[]).await.json();
    assert_eq!((&profile["orders"], &profile["coupons"]), (&json!(0), &json!(0)));
}

#[tokio::test]
async fn a_wrong_password_or_an_order_under_way_keeps_the_account() {
    let shop = TestShop::open().await;
    let (person, member) = signed_up(&shop).await;
    for (password, problem) in [("", "missing"), ("not the password", "wrong_password")] {
        let answer = leave(&person, password).await;
        let problem = Some(json!(problem));
        assert_eq!((answer.status, answer.problem("current_password")), (422, problem));
    }
    let product = insert_product(&shop.direct, 50).await;
    for state in [State::Placed, State::Paid, State::Preparing, State::Shipped] {
        let id = order(&shop, member, product, state).await;
        let answer = leave(&person, PASSWORD).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (409, &json!("orders_under_way")));
        sqlx::query("update orders set state = 'delivered' where id = ?")
            .bind(id)
            .execute(&shop.direct.mysql)
            .await
            .unwrap();
    }
    assert!(is_signed_in(&person).await);
    assert!(person.get("/account/leave").await.text.contains("회원 탈퇴"));
    assert_eq!(leave(&shop.visitor(), PASSWORD).await.status, 401);
    assert_eq!(leave(&person, PASSWORD).await.status, 200);
}

#[tokio::test]
async fn the_last_admin_stays_and_another_ones_leaving_is_on_record() {
    let shop = TestShop::open().await;
    let (person, member) = signed_up(&shop).await;
    members::grant(&shop.direct, EMAIL, Role::Admin, "test").await.unwrap();
    let answer = leave(&person, PASSWORD).await;
    assert_eq!((answer.status, &answer.json()["refusal"]), (409, &json!("last_admin")));
    assert!(is_signed_in(&person).await);
    shop.admin("other@b.kr").await;
    assert_eq!(leave(&person, PASSWORD).await.status, 200);
    let record: Vec<(String, u64, u64)> =
        sqlx::query_as("select cast(action as char), actor_id, subject_id from audit_entries")
            .fetch_all(&shop.direct.mysql)
            .await
            .unwrap();
    assert_eq!(record, [("members.leave".to_owned(), member.0, member.0)]);
}

#[tokio::test]
async fn a_coupon_of_somebody_who_left_is_nobodys_and_their_place_is_given_back() {
    let shop = TestShop::open().await;
    let (person, member) = signed_up(&shop).await;
    let issued = shop.drop_of(5).await;
    person.join(issued).await;
    person.until_place_is(issued, "issued").await;
    let code = person.mine(issued).await.json()["code"].as_str().unwrap().to_owned();
    let waiting = shop.drop_with(1_000, |new| new.rate_per_s = Some(1)).await;
    // The line is longer than the drop gives in this test.
    let mut crowd = vec![];
    for _ in 0..30 {
        crowd.push(shop.member(&format!("{}@b.kr", unique_name())).await);
    }
    for somebody in &crowd {
        somebody.join(waiting).await;
    }
    person.join(waiting).await;
    assert_eq!(person.place(waiting).await.as_deref(), Some("waiting"));
    assert_eq!(leave(&person, PASSWORD).await.status, 200);

    let place = shop::drops::mine(&shop.servers[0].shop, member, waiting).await.unwrap();
    assert_eq!(serde_json::to_value(place).unwrap()["state"], "not_joined");
    assert_eq!(shop.coupons(issued).await.len(), 1, "a drop's count adds up");
    let other = &crowd[0];
    let product = insert_product(&shop.direct, 50).await.to_string();
    call(other, "cart/add", &[("product_id", &product), ("count", "1")]).await;
    let quote = other.call("orders/quote", &[("coupon", &code)]).await;
    assert_eq!(quote.status, 404, "{quote:?}");
}
