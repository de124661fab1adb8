//! The file with the orders: what is in it, and that it is all of it.

use crate::kit::seed::{insert_many_orders, insert_order};
use crate::kit::{Mode, TestShop, until};
use reqwest::header::COOKIE;
use shop::Moment;
use shop::orders::State;

const PATH: &str = "/admin/orders.csv";
const TITLES: &str = "\u{feff}주문 번호,주문 시각(한국),상태,회원 이름,이메일,받는 분,연락처,주소,주문 상품,\
                      상품 금액,할인,배송비,결제 금액,쿠폰";

async fn coupon_of(shop: &TestShop, member: u64) -> u64 {
    let drop = shop.drop_of(5).await;
    let row = sqlx::query(
        "insert into coupons (drop_id, member_id, code, issued_at, expires_at)
         values (?, ?, 'ABCD-EFGH-JKLM', ?, ?)",
    )
    .bind(drop.0)
    .bind(member)
    .bind(shop.now())
    .bind(shop.now())
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    row.last_insert_id()
}

#[tokio::test]
async fn the_file_says_what_an_order_is_and_runs_no_formula() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let buyer = shop.member("a@b.kr").await.id();
    let coupon = coupon_of(&shop, buyer.0).await;
    let at = |text| Moment::parse_in_korea(text).unwrap();
    let plain = insert_order(&shop.direct, buyer, State::Delivered, |order| {
        order.placed_at = at("2026-11-23T21:05");
        order.items = vec![("쌀겨 오일".into(), "Oil".into(), 2), ("컵".into(), "Cup".into(), 1)];
        order.discount_won = 5_000;
        order.coupon_id = Some(coupon);
    })
    .await;
    let odd = insert_order(&shop.direct, buyer, State::Placed, |order| {
        order.placed_at = at("2026-11-24T00:00");
        order.recipient = "=cmd|'/c calc'!A1".into();
        order.phone = None;
        order.address = "서울, \"세종\"\n110".into();
        order.items = vec![("-컵".into(), "-Cup".into(), 1)];
    })
    .await;
    let file = admin.get(PATH).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    let today = shop.now().in_korea().to_field();
    let name = format!("attachment; filename=\"orders-{}.csv\"", today.split_once('T').unwrap().0);
    assert_eq!(file.header("content-disposition"), Some(name.as_str()));
    let expected = format!(
        "{TITLES}\r\n\
         {odd},2026-11-24 00:00,결제 대기,시험,a@b.kr,'=cmd|'/c calc'!A1,,\"서울, \"\"세종\"\"\n110\",\
         '-컵 × 1,10000,0,3000,13000,\r\n\
         {plain},2026-11-23 21:05,배송 완료,시험,a@b.kr,김지우,010-1234-5678,서울특별시 중구 세종대로 110,\
         \"쌀겨 오일 × 2, 컵 × 1\",30000,5000,3000,28000,ABCD-EFGH-JKLM\r\n",
        odd = odd.0,
        plain = plain.0,
    );
    assert_eq!(file.text, expected);
    let english = admin.reading("en").get(&format!("{PATH}?state=delivered")).await;
    let lines: Vec<&str> = english.text.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}Order,Placed (Korean time),State,"), "{}", lines[0]);
    assert!(lines[1].contains("\"Oil × 2, Cup × 1\""), "{}", lines[1]);
    assert_eq!(lines[2..], [""], "the search of the list is the search of the file");
    assert_eq!(admin.get(&format!("{PATH}?from=soon")).await.status, 422);
    assert_eq!(admin.get(&format!("{PATH}?state=lost")).await.status, 400);
}

#[tokio::test]
async fn an_export_is_in_the_record_without_a_members_name() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    admin.get(&format!("{PATH}?words=jiwoo@b.kr&state=paid")).await;
    let entries: Vec<(u64, String, String, u64, String)> =
        sqlx::query_as("select actor_id, action, subject, subject_id, detail from audit_entries")
            .fetch_all(&shop.direct.mysql)
            .await
            .unwrap();
    let detail = r#"{"state":"paid","from":"","to":"","words":"member"}"#;
    let expected = (admin.id().0, "orders.export".into(), "shop".into(), 0, detail.into());
    assert_eq!(entries, [expected]);
}

/// Reads at the network's speed, a piece at a time, as a browser does.
async fn open(shop: &TestShop, token: &str) -> reqwest::Response {
    let request = reqwest::Client::new().get(format!("{}{PATH}", shop.url(0)));
    request.header(COOKIE, format!("session={token}")).send().await.unwrap()
}

/// Waits until no server has asked anything of MySQL for half a second.
async fn until_mysql_rests(shop: &TestShop) {
    const LOOKS: u32 = 25;
    let mut quiet = 0;
    until("MySQL rests", async || {
        let busy: i64 = sqlx::query_scalar(
            "select count(*) from information_schema.processlist
             where db = database() and command <> 'Sleep' and id <> connection_id()",
        )
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
        quiet = if busy == 0 { quiet + 1 } else { 0 };
        (quiet == LOOKS).then_some(())
    })
    .await;
}

#[tokio::test]
async fn twenty_thousand_orders_are_all_in_it_once() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let buyer = shop.member("a@b.kr").await.id();
    insert_many_orders(&shop.direct, buyer, 200, shop.now()).await;
    let file = admin.get(PATH).await;
    let numbers: Vec<u64> = file
        .text
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap().parse().unwrap())
        .collect();
    let mut expected: Vec<u64> =
        sqlx::query_scalar("select id from orders order by placed_at desc, id desc")
            .fetch_all(&shop.direct.mysql)
            .await
            .unwrap();
    assert_eq!(numbers.len(), 20_000);
    assert_eq!(numbers, expected);
    expected.dedup();
    assert_eq!(expected.len(), 20_000);
}

/// Batches are read for a reader: one who does not read has none read for them, and one who goes
/// away stops it. So no export holds more than a batch in memory, however long it is.
#[tokio::test]
async fn nothing_is_read_ahead_of_a_slow_reader() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let buyer = shop.member("a@b.kr").await.id();
    // Far more than the sockets between the two hold.
    insert_many_orders(&shop.direct, buyer, 1_000, shop.now()).await;
    let slow = open(&shop, admin.token()).await;
    assert_eq!(slow.status(), 200);
    until_mysql_rests(&shop).await;
    // The oldest order is read last, and as it is then.
    sqlx::query("update orders set recipient = '늦은 분' order by placed_at limit 1")
        .execute(&shop.direct.mysql)
        .await
        .unwrap();
    let text = slow.text().await.unwrap();
    assert_eq!(text.lines().count(), 100_001);
    assert!(
        text.lines().last().unwrap().contains("늦은 분"),
        "it was read before it was asked for"
    );
}

#[tokio::test]
async fn a_file_that_breaks_off_is_no_whole_file() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let buyer = shop.member("a@b.kr").await.id();
    insert_many_orders(&shop.direct, buyer, 1_000, shop.now()).await;
    let mut file = open(&shop, admin.token()).await;
    file.chunk().await.unwrap().unwrap();
    shop.mysql.set(Mode::Cut);
    let end = loop {
        match file.chunk().await {
            Ok(Some(_)) => {}
            end => break end,
        }
    };
    assert!(end.is_err(), "the connection ended as if the file were whole");
    shop.mysql.set(Mode::Pass);
    until("the shop is back", async || (admin.get(PATH).await.status == 200).then_some(())).await;
}

#[tokio::test]
async fn without_mysql_no_file_is_begun() {
    let shop = TestShop::open().await;
    let admin = shop.admin("owner@seonchak.kr").await;
    shop.mysql.set(Mode::Cut);
    let answer = admin.get(PATH).await;
    assert_eq!(answer.status, 503);
    assert_eq!(answer.header("content-disposition"), None);
}
