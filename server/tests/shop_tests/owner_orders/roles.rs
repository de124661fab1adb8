//! Visitors, members, counsellors, admins: who sees an order, and who acts on it.

use crate::kit::seed::{insert_order, insert_product};
use crate::kit::{Person, TestShop};
use shop::members::{self, Role};
use shop::orders::{OrderId, State};

async fn counsellor(shop: &TestShop) -> Person {
    let person = shop.member("counsellor@seonchak.kr").await;
    let email = "counsellor@seonchak.kr";
    members::grant(&shop.direct, email, Role::Counsellor, "test").await.unwrap();
    person
}

async fn paid(shop: &TestShop, buyer: &Person) -> OrderId {
    let product = insert_product(&shop.direct, 5).await;
    insert_order(&shop.direct, buyer.id(), State::Paid, |order| order.product_id = product).await
}

async fn state(shop: &TestShop, id: OrderId) -> String {
    sqlx::query_scalar("select state from orders where id = ?")
        .bind(id.0)
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap()
}

#[tokio::test]
async fn only_those_who_work_for_the_shop_see_everybodys_orders() {
    let shop = TestShop::open().await;
    let buyer = shop.member("a@b.kr").await;
    let (counsellor, admin) = (counsellor(&shop).await, shop.admin("owner@seonchak.kr").await);
    let id = paid(&shop, &buyer).await.0.to_string();
    for (person, status) in [(shop.visitor(), 401), (buyer, 403), (counsellor, 200), (admin, 200)] {
        assert_eq!(person.call("orders/owner_list", &[]).await.status, status);
        assert_eq!(person.call("orders/owner_show", &[("order_id", &id)]).await.status, status);
        assert_eq!(person.get("/admin/orders").await.status, status);
        let page = person.get(&format!("/admin/orders/{id}")).await;
        assert_eq!(page.status, status);
        assert_eq!(page.text.contains("세종대로"), status == 200, "an address is for the shop");
    }
}

#[tokio::test]
async fn a_counsellor_looks_on_and_does_nothing() {
    let shop = TestShop::open().await;
    let buyer = shop.member("a@b.kr").await;
    let counsellor = counsellor(&shop).await;
    let order = paid(&shop, &buyer).await;
    let id = order.0.to_string();
    let page = counsellor.get(&format!("/admin/orders/{id}")).await;
    for button in ["data-testid=\"move-on\"", "data-testid=\"cancel\"", "/admin/members/"] {
        assert!(!page.text.contains(button), "{button}");
    }
    assert!(!counsellor.get("/admin/orders").await.text.contains("/admin/orders.csv"));
    let moved = [("order_id", id.as_str()), ("to", "preparing")];
    let cancelled = [("order_id", id.as_str()), ("reason", "품절")];
    for person in [&counsellor, &buyer] {
        assert_eq!(person.call("orders/move_on", &moved).await.status, 403);
        assert_eq!(person.call("orders/owner_cancel", &cancelled).await.status, 403);
        assert_eq!(person.get("/admin/orders.csv").await.status, 403);
    }
    assert_eq!(shop.visitor().call("orders/move_on", &moved).await.status, 401);
    assert_eq!(shop.visitor().get("/admin/orders.csv").await.status, 401);
    assert_eq!(state(&shop, order).await, "paid");
}

#[tokio::test]
async fn an_admin_moves_an_order_on_step_by_step() {
    let shop = TestShop::open().await;
    let buyer = shop.member("a@b.kr").await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let order = paid(&shop, &buyer).await;
    let id = order.0.to_string();
    for to in ["preparing", "shipped", "delivered"] {
        let page = admin.get(&format!("/admin/orders/{id}")).await;
        assert!(page.text.contains(&format!("value=\"{to}\"")), "{to}");
        let form = [("order_id", id.as_str()), ("to", to)];
        assert_eq!(admin.call("orders/move_on", &form).await.status, 200, "{to}");
        assert_eq!(state(&shop, order).await, to);
    }
    let page = admin.get(&format!("/admin/orders/{id}")).await;
    assert!(!page.text.contains("data-testid=\"move-on\""), "nothing is left to do");
    let shown = admin.call("orders/owner_show", &[("order_id", &id)]).await.json();
    let events = shown["events"].as_array().unwrap();
    let states: Vec<&str> = events.iter().map(|e| e["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["placed", "paid", "preparing", "shipped", "delivered"]);
    assert!(events.iter().all(|event| event["actor"] == "시험"), "{events:?}");
}

#[tokio::test]
async fn who_comes_late_is_told_that_the_order_has_moved_on() {
    let shop = TestShop::open().await;
    let buyer = shop.member("a@b.kr").await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let id = paid(&shop, &buyer).await.0.to_string();
    let moved = [("order_id", id.as_str()), ("to", "preparing")];
    let (first, second) =
        tokio::join!(admin.call("orders/move_on", &moved), admin.call("orders/move_on", &moved));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "one of two has moved it");
    let again = admin.call("orders/move_on", &moved).await;
    assert_eq!(again.json()["refusal"], "order_moved_on");
    let skipped = [("order_id", id.as_str()), ("to", "delivered")];
    assert_eq!(admin.call("orders/move_on", &skipped).await.status, 409);
    let nothing = [("order_id", "9999"), ("to", "preparing")];
    assert_eq!(admin.call("orders/move_on", &nothing).await.status, 404);
    assert_eq!(admin.call("orders/owner_show", &[("order_id", "9999")]).await.status, 404);
    assert_eq!(admin.get("/admin/orders/9999").await.status, 404);
}

#[tokio::test]
async fn an_admin_cancels_with_a_reason_until_it_is_shipped() {
    let shop = TestShop::open().await;
    let buyer = shop.member("a@b.kr").await;
    let admin = shop.admin("owner@seonchak.kr").await;
    let order = paid(&shop, &buyer).await;
    let id = order.0.to_string();
    let cancel = async |reason: &str| {
        admin.call("orders/owner_cancel", &[("order_id", &id), ("reason", reason)]).await
    };
    let silent = cancel(" ").await;
    assert_eq!((silent.status, silent.problem("reason")), (422, Some("missing".into())));
    assert_eq!(cancel("품절이에요.").await.status, 200);
    assert_eq!(state(&shop, order).await, "cancelled");
    let page = admin.get(&format!("/admin/orders/{id}")).await;
    assert!(page.text.contains("품절이에요."), "the reason stands in the timeline");
    let shipped = insert_order(&shop.direct, buyer.id(), State::Shipped, |_| {}).await;
    let form = [("order_id", shipped.0.to_string()), ("reason", "늦음".into())];
    let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
    let late = admin.call("orders/owner_cancel", &form).await;
    assert_eq!((late.status, &late.json()["refusal"]), (409, &"order_moved_on".into()));
}
