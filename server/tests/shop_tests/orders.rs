//! From the cart to the door: what a shopper may do, what they are refused, and that nothing
//! happens then.

use crate::kit::orders::{
    FIVE_THOUSAND_OFF, add_address, add_product, fill_cart, fresh_key, give_coupon, order,
    paid_order, state, stock, too_late,
};
use crate::kit::{Person, TestShop, until};
use crate::orders_invariants::hold;
use serde_json::{Value, json};
use shop::catalog::ProductId;
use shop::drops::{Discount, Terms};
use shop::orders::{self, OrderId, State};
use shop::{Fault, Field, Refusal, Won};
use std::time::Duration;

/// A shop, somebody with two pieces in their cart, and their address: 24,000 won of goods.
struct Scene {
    shop: TestShop,
    person: Person,
    address: u64,
    product: ProductId,
}

const TOTAL: &str = "27000";

async fn scene() -> Scene {
    let shop = TestShop::open().await;
    let person = shop.member("a@b.kr").await;
    let address = add_address(&shop.direct, person.id()).await;
    let product = add_product(&shop, 12_000, 5).await;
    fill_cart(&shop.direct, person.id(), &[(product, 2)]).await;
    Scene { shop, person, address, product }
}

impl Scene {
    /// The good form with some fields changed.
    async fn place(&self, changes: &[(&str, &str)]) -> crate::kit::person::Answer {
        let (key, address) = (fresh_key(), self.address.to_string());
        let mut form = vec![
            ("press_key", key.as_str()),
            ("address_id", &address),
            ("coupon", ""),
            ("agreed", "true"),
            ("total", TOTAL),
        ];
        for (name, value) in changes {
            form.retain(|(field, _)| field != name);
            form.push((name, value));
        }
        self.person.call("orders/place", &form).await
    }

    async fn ordered(&self) -> OrderId {
        let answer = self.place(&[]).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        OrderId(answer.json()["id"].as_u64().unwrap())
    }

    async fn call(&self, verb: &str, id: OrderId) -> crate::kit::person::Answer {
        self.person.call(verb, &[("order_id", &id.0.to_string())]).await
    }

    async fn pay(&self, id: OrderId, card: &str) -> crate::kit::person::Answer {
        self.person.call("orders/pay", &[("order_id", &id.0.to_string()), ("card", card)]).await
    }

    async fn count(&self, table: &'static str) -> i64 {
        let sql = match table {
            "orders" => "select count(*) from orders",
            "cart_lines" => "select count(*) from cart_lines",
            "addresses" => "select count(*) from addresses",
            "payment_refusals" => "select count(*) from payment_refusals",
            _ => "select count(*) from payments",
        };
        sqlx::query_scalar(sql).fetch_one(&self.shop.direct.mysql).await.unwrap()
    }

    async fn nothing_happened(&self) {
        assert_eq!((self.count("orders").await, self.count("cart_lines").await), (0, 1));
        assert_eq!(stock(&self.shop, self.product).await, 5);
        hold(&self.shop).await;
    }

    async fn run(&self, sql: &'static str) {
        sqlx::query(sql).execute(&self.shop.direct.mysql).await.unwrap();
    }

    async fn coupon_state(&self) -> Value {
        self.person.call("coupons/mine", &[]).await.json()[0][0]["state"].clone()
    }
}

fn terms(discount: Discount, minimum: u32) -> Terms {
    Terms { discount, minimum_spend: Won(minimum), valid_days: 14 }
}

#[tokio::test]
async fn what_is_chosen_is_quoted_ordered_paid_and_shown() {
    let scene = scene().await;
    let code = give_coupon(&scene.shop, scene.person.id(), FIVE_THOUSAND_OFF).await;
    let quote = scene.person.call("orders/quote", &[]).await.json();
    let bill = json!({ "goods": 24_000, "discount": 5_000, "delivery": 3_000, "total": 22_000 });
    assert_eq!((&quote["totals"], &quote["coupon"]), (&bill, &json!(code)), "the best one");
    assert_eq!(quote["addresses"][0]["id"], scene.address);
    assert_eq!(quote["lines"][0]["problems"], json!([]));

    let key = quote["press_key"].as_str().unwrap();
    let changes = [("press_key", key), ("coupon", &*code), ("total", "22000")];
    let placed = scene.place(&changes).await;
    assert_eq!(placed.status, 200, "{placed:?}");
    let placed = placed.json();
    assert_eq!((&placed["state"], &placed["total"]), (&json!("placed"), &json!(22_000)));
    let id = OrderId(placed["id"].as_u64().unwrap());
    assert_eq!(stock(&scene.shop, scene.product).await, 3);
    assert_eq!(scene.count("cart_lines").await, 0);
    assert_eq!(scene.coupon_state().await, json!({ "reserved": { "order_id": id.0 } }));

    let paid = scene.pay(id, "approved").await;
    assert_eq!((paid.status, &paid.json()["state"]), (200, &json!("paid")), "{paid:?}");
    assert_eq!(scene.coupon_state().await["used"]["order_id"], id.0);

    let order = scene.call("orders/show", id).await.json();
    assert_eq!((&order["totals"], &order["recipient"]), (&bill, &json!("김지우")));
    assert_eq!(order["coupon"]["code"], code.as_str());
    let happened: Vec<&str> =
        order["events"].as_array().unwrap().iter().map(|e| e["state"].as_str().unwrap()).collect();
    assert_eq!(happened, ["placed", "paid"]);
    let page = scene.person.get(&format!("/orders/{}", id.0)).await;
    for text in ["결제 완료", "22,000원", "쌀겨 비누", "세종대로 110", &code] {
        assert!(page.text.contains(text), "{text}");
    }
    hold(&scene.shop).await;
}

#[tokio::test]
async fn orders_are_for_members() {
    let scene = scene().await;
    let visitor = scene.shop.visitor();
    let id = ("order_id", "1");
    for (verb, form) in [
        ("orders/quote", vec![]),
        ("orders/place", vec![]),
        ("orders/pay", vec![id, ("card", "approved")]),
        ("orders/cancel", vec![id]),
        ("orders/list", vec![]),
        ("orders/show", vec![id]),
        ("orders/reorder", vec![id]),
    ] {
        assert_eq!(visitor.call(verb, &form).await.status, 401, "{verb}");
    }
    let page = visitor.get("/checkout").await;
    assert_eq!(page.status, 401);
    assert!(page.text.contains("/log-in?next=%2Fcheckout"), "{}", page.text);
    for path in ["/orders", "/orders/1"] {
        assert_eq!(visitor.get(path).await.status, 401, "{path}");
    }
}

#[tokio::test]
async fn a_wrong_form_says_all_that_is_wrong_and_orders_nothing() {
    let scene = scene().await;
    let long = "가".repeat(201);
    let new_address =
        [("address_id", ""), ("recipient", ""), ("phone", "119"), ("address", &*long)];
    let answer =
        scene.place(&[&new_address[..], &[("agreed", ""), ("card", "gold")]].concat()).await;
    assert_eq!(answer.status, 422, "{answer:?}");
    for (field, problem) in [
        ("recipient", json!("missing")),
        ("phone", json!("not_a_phone")),
        ("address", json!({ "too_long": { "max": 200 } })),
        ("card", json!("not_a_choice")),
        ("agreement", json!("not_agreed")),
    ] {
        assert_eq!(answer.problem(field), Some(problem), "{field}");
    }
    for (field, value) in [
        ("press_key", ""),
        ("press_key", "0123"),
        ("press_key", "zz112233445566778899aabbccddeeff"),
        ("total", ""),
        ("total", "-1"),
        ("total", "2.7e4"),
        ("total", "99999999999999999999"),
    ] {
        let answer = scene.place(&[(field, value)]).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (400, &json!("not_understood")));
    }
    scene.nothing_happened().await;
}

#[tokio::test]
async fn what_belongs_to_somebody_else_is_not_there() {
    let scene = scene().await;
    let other = scene.shop.member("c@d.kr").await;
    let address = add_address(&scene.shop.direct, other.id()).await;
    let code = give_coupon(&scene.shop, other.id(), FIVE_THOUSAND_OFF).await;
    for (field, value, refusal) in [
        ("address_id", address.to_string(), "no_such_address"),
        ("address_id", "0".into(), "no_such_address"),
        ("address_id", "x' or 1=1".into(), "no_such_address"),
        ("coupon", code.clone(), "no_such_coupon"),
        ("coupon", "0000-0000-0000".into(), "no_such_coupon"),
    ] {
        let answer = scene.place(&[(field, &value)]).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (404, &json!(refusal)), "{value}");
    }
    assert_eq!(scene.person.call("orders/quote", &[("coupon", &code)]).await.status, 404);
    scene.nothing_happened().await;

    let mine = scene.ordered().await;
    for verb in ["orders/show", "orders/cancel", "orders/reorder"] {
        let answer = other.call(verb, &[("order_id", &mine.0.to_string())]).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (404, &json!("no_such_order")));
    }
    let form = [("order_id", &*mine.0.to_string()), ("card", "approved")];
    assert_eq!(other.call("orders/pay", &form).await.status, 404);
    assert_eq!(other.get(&format!("/orders/{}", mine.0)).await.status, 404);
    assert_eq!(scene.person.get("/orders/999").await.status, 404);
    assert_eq!(state(&scene.shop, mine).await, State::Placed);
}

#[tokio::test]
async fn a_coupon_is_spent_within_its_terms_only() {
    let mut scene = scene().await;
    let me = scene.person.id();
    let dear = give_coupon(&scene.shop, me, terms(Discount::Fixed(Won(9_000)), 30_000)).await;
    let answer = scene.place(&[("coupon", &dear)]).await;
    assert_eq!(answer.status, 422);
    let refused = &answer.json()["refusal"]["coupon_refused"];
    assert_eq!(*refused, json!({ "not_enough": { "minimum": 30_000 } }));
    assert!(answer.json()["message"].as_str().unwrap().contains("30,000원 이상"));

    let old = give_coupon(&scene.shop, me, FIVE_THOUSAND_OFF).await;
    scene.shop.clock.advance(Duration::from_secs(14 * 24 * 60 * 60));
    scene.person = scene.shop.again(&scene.person).await;
    let answer = scene.place(&[("coupon", &old), ("total", "22000")]).await;
    assert_eq!(answer.json()["refusal"]["coupon_refused"], "expired");

    let quote = scene.person.call("orders/quote", &[]).await.json();
    assert_eq!((&quote["coupon"], &quote["totals"]["total"]), (&Value::Null, &json!(27_000)));
    let page = scene.person.get("/checkout").await;
    assert!(page.text.contains("사용 기간이 끝난 쿠폰이에요."), "it says why");

    // One that another order has.
    let good = give_coupon(&scene.shop, me, FIVE_THOUSAND_OFF).await;
    let first = scene.place(&[("coupon", &good), ("total", "22000")]).await;
    assert_eq!(first.status, 200, "{first:?}");
    fill_cart(&scene.shop.direct, me, &[(scene.product, 2)]).await;
    let answer = scene.place(&[("coupon", &good), ("total", "22000")]).await;
    assert_eq!(answer.json()["refusal"]["coupon_refused"], "spent");
    assert_eq!(scene.count("orders").await, 1);
    hold(&scene.shop).await;
}

#[tokio::test]
async fn the_coupon_that_saves_most_is_suggested_first() {
    let scene = scene().await;
    let me = scene.person.id();
    let small = give_coupon(&scene.shop, me, terms(Discount::Fixed(Won(2_000)), 0)).await;
    let percent = Discount::Percent { percent: 50, cap: Won(8_000) };
    let large = give_coupon(&scene.shop, me, terms(percent, 20_000)).await;
    let useless = give_coupon(&scene.shop, me, terms(Discount::Fixed(Won(20_000)), 50_000)).await;
    let quote = scene.person.call("orders/quote", &[]).await.json();
    let coupons: Vec<(&str, u64)> = quote["coupons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|coupon| (coupon["code"].as_str().unwrap(), coupon["worth"].as_u64().unwrap()))
        .collect();
    assert_eq!(coupons, [(&*large, 8_000), (&*small, 2_000), (&*useless, 0)]);
    assert_eq!(quote["coupon"], large.as_str());

    for (asked, total) in [("none", 27_000), (&*small, 25_000), (&*useless, 27_000)] {
        let quote = scene.person.call("orders/quote", &[("coupon", asked)]).await.json();
        assert_eq!(quote["totals"]["total"], total, "{asked}");
    }
    // Without JavaScript the choice is in the address.
    let page = scene.person.get(&format!("/checkout?coupon={small}")).await;
    assert!(page.text.contains("25,000원 결제하기"), "{}", page.text);
}

#[tokio::test]
async fn what_changed_between_the_page_and_the_press_is_not_ordered() {
    for change in [
        "update products set price_won = 12100",
        "update products set price_won = 11900",
        "update products set stock = 1",
        "update products set withdrawn_at = created_at",
        "update cart_lines set count = 1",
        "update cart_lines set left_out_at = added_at",
    ] {
        let scene = scene().await;
        scene.run(change).await;
        let answer = scene.place(&[]).await;
        let expected =
            if change.contains("left_out") { (422, "empty_cart") } else { (409, "cart_changed") };
        assert_eq!(
            (answer.status, answer.json()["refusal"].as_str().unwrap()),
            expected,
            "{change}"
        );
        assert_eq!((scene.count("orders").await, scene.count("cart_lines").await), (0, 1));
    }
    let scene = scene().await;
    for total in ["26999", "27001", "0"] {
        let answer = scene.place(&[("total", total)]).await;
        assert_eq!((answer.status, &answer.json()["refusal"]), (409, &json!("cart_changed")));
    }
    scene.nothing_happened().await;
}

#[tokio::test]
async fn the_quote_says_what_stands_in_the_way() {
    let scene = scene().await;
    for (change, problem) in [
        ("update products set stock = 1", json!({ "few_left": { "pieces": 1 } })),
        ("update products set stock = 0", json!("sold_out")),
        ("update products set withdrawn_at = created_at", json!("gone")),
    ] {
        scene.run(change).await;
        let quote = scene.person.call("orders/quote", &[]).await.json();
        assert_eq!(quote["lines"][0]["problems"][0], problem);
    }
    let page = scene.person.get("/checkout").await;
    assert!(page.text.contains("판매가 끝난 상품이에요."));
    scene.run("delete from cart_lines").await;
    let empty = scene.person.call("orders/quote", &[]).await;
    assert_eq!((empty.status, &empty.json()["refusal"]), (422, &json!("empty_cart")));
    assert!(scene.person.get("/checkout").await.text.contains("주문할 상품이 없어요"));
}

#[tokio::test]
async fn an_order_has_a_size() {
    let scene = scene().await;
    let dear = add_product(&scene.shop, 60_000_000, 99).await;
    fill_cart(&scene.shop.direct, scene.person.id(), &[(dear, 2)]).await;
    let answer = scene.place(&[]).await;
    assert_eq!(answer.status, 422);
    let limits = json!({ "lines": 100, "goods": 100_000_000 });
    assert_eq!(answer.json()["refusal"]["order_too_large"], limits);
    assert!(answer.json()["message"].as_str().unwrap().contains("100,000,000원까지"));

    let dearest = add_product(&scene.shop, u32::MAX, 99).await;
    fill_cart(&scene.shop.direct, scene.person.id(), &[(dearest, 99)]).await;
    assert_eq!(scene.place(&[]).await.status, 422);
    assert_eq!(scene.person.call("orders/quote", &[]).await.status, 422);
    assert_eq!(scene.count("orders").await, 0);
}

#[tokio::test]
async fn one_press_is_one_order_however_often_it_arrives() {
    let scene = scene().await;
    let key = fresh_key();
    let first = scene.place(&[("press_key", &key)]).await.json();
    // The answer was lost; the form was changed; the cart was filled again; the order was paid.
    fill_cart(&scene.shop.direct, scene.person.id(), &[(scene.product, 1)]).await;
    for change in [("agreed", "true"), ("agreed", ""), ("total", "15000"), ("coupon", "0-0-0")] {
        let again = scene.place(&[("press_key", &key), change]).await;
        assert_eq!((again.status, &again.json()["id"]), (200, &first["id"]), "{change:?}");
    }
    let again = scene.place(&[("press_key", &key), ("card", "approved")]).await;
    assert_eq!((&again.json()["id"], &again.json()["state"]), (&first["id"], &json!("paid")));
    assert_eq!((scene.count("orders").await, stock(&scene.shop, scene.product).await), (1, 3));

    // The key is this member's: another one's is another press.
    let other = scene.shop.member("c@d.kr").await;
    let address = add_address(&scene.shop.direct, other.id()).await.to_string();
    fill_cart(&scene.shop.direct, other.id(), &[(scene.product, 1)]).await;
    let form =
        [("press_key", &*key), ("address_id", &address), ("agreed", "on"), ("total", "15000")];
    let others = other.call("orders/place", &form).await;
    assert_eq!(others.status, 200, "{others:?}");
    assert_ne!(others.json()["id"], first["id"]);
    hold(&scene.shop).await;
}

#[tokio::test]
async fn a_new_address_is_kept_in_the_book_once() {
    let scene = scene().await;
    let new = [
        ("address_id", ""),
        ("recipient", "박하나"),
        ("phone", "02-123-4567"),
        ("address", "부산광역시 해운대구 우동 1"),
    ];
    for kept in [2, 2] {
        let placed = scene.place(&new).await;
        assert_eq!(placed.status, 200, "{placed:?}");
        let id = OrderId(placed.json()["id"].as_u64().unwrap());
        let order = scene.call("orders/show", id).await.json();
        assert_eq!(
            (&order["recipient"], &order["phone"]),
            (&json!("박하나"), &json!("02-123-4567"))
        );
        assert_eq!(scene.count("addresses").await, kept);
        fill_cart(&scene.shop.direct, scene.person.id(), &[(scene.product, 2)]).await;
    }
    let quote = scene.person.call("orders/quote", &[]).await.json();
    assert_eq!(quote["addresses"][0]["id"], scene.address, "it is not made the default");
    // A refused order keeps no address either.
    let answer = scene.place(&[&new[..3], &[("address", "제주"), ("total", "1")]].concat()).await;
    assert_eq!((answer.status, scene.count("addresses").await), (409, 2));
}

#[tokio::test]
async fn a_refused_card_leaves_the_order_waiting_for_another() {
    let scene = scene().await;
    let id = scene.ordered().await;
    let refused = scene.pay(id, "refused").await;
    assert_eq!((refused.status, &refused.json()["refusal"]), (402, &json!("payment_refused")));
    assert_eq!(scene.count("payment_refusals").await, 1);
    assert_eq!(state(&scene.shop, id).await, State::Placed);
    assert!(scene.call("orders/show", id).await.json()["refused_at"].is_number());
    for (card, problem) in [("", "missing"), ("gold", "not_a_choice")] {
        let answer = scene.pay(id, card).await;
        assert_eq!((answer.status, answer.problem("card")), (422, Some(json!(problem))));
    }
    assert_eq!(scene.pay(id, "approved").await.status, 200);
    // Nobody pays twice, whichever card it is.
    for card in ["approved", "refused"] {
        let again = scene.pay(id, card).await;
        assert_eq!((again.status, &again.json()["state"]), (200, &json!("paid")));
    }
    assert_eq!((scene.count("payments").await, scene.count("payment_refusals").await), (1, 1));
    hold(&scene.shop).await;
}

#[tokio::test]
async fn a_card_at_the_checkout_pays_at_once_or_leaves_the_order_waiting() {
    let scene = scene().await;
    let placed = scene.place(&[("card", "refused")]).await;
    assert_eq!((placed.status, &placed.json()["state"]), (200, &json!("placed")), "{placed:?}");
    let page = scene.person.get(&format!("/orders/{}", placed.json()["id"])).await;
    assert!(page.text.contains("카드 결제가 거절됐어요"), "{}", page.text);
    fill_cart(&scene.shop.direct, scene.person.id(), &[(scene.product, 2)]).await;
    let placed = scene.place(&[("card", "approved")]).await;
    assert_eq!((placed.status, &placed.json()["state"]), (200, &json!("paid")), "{placed:?}");
    hold(&scene.shop).await;
}

#[tokio::test]
async fn an_unpaid_order_expires_and_everything_is_free_again() {
    let scene = scene().await;
    let code = give_coupon(&scene.shop, scene.person.id(), FIVE_THOUSAND_OFF).await;
    let placed = scene.place(&[("coupon", &code), ("total", "22000")]).await.json();
    let id = OrderId(placed["id"].as_u64().unwrap());
    scene.shop.clock.advance(orders::UNPAID_ORDER_LIFE - Duration::from_secs(60));
    assert_eq!(orders::expire_step(&scene.shop.direct).await.unwrap(), 0);
    too_late(&scene.shop);
    let late = scene.pay(id, "approved").await;
    assert_eq!((late.status, &late.json()["refusal"]), (409, &json!("order_moved_on")));
    // The server's own worker does it, without being asked.
    until("the order has expired", async || {
        (state(&scene.shop, id).await == State::Expired).then_some(())
    })
    .await;
    assert_eq!(stock(&scene.shop, scene.product).await, 5);
    assert_eq!(scene.coupon_state().await, "free");
    assert_eq!(scene.call("orders/cancel", id).await.status, 409);
    assert_eq!(scene.pay(id, "approved").await.status, 409);
    let page = scene.person.get(&format!("/orders/{}", id.0)).await;
    assert!(page.text.contains("결제 기한 지남"));
    hold(&scene.shop).await;
}

#[tokio::test]
async fn a_cancelled_order_gives_everything_back_once() {
    let scene = scene().await;
    let code = give_coupon(&scene.shop, scene.person.id(), FIVE_THOUSAND_OFF).await;
    let changes = [("coupon", &*code), ("total", "22000"), ("card", "approved")];
    let id = OrderId(scene.place(&changes).await.json()["id"].as_u64().unwrap());
    let cancelled = scene.call("orders/cancel", id).await;
    assert_eq!((cancelled.status, &cancelled.json()["state"]), (200, &json!("cancelled")));
    for _ in 0..2 {
        let again = scene.call("orders/cancel", id).await;
        assert_eq!((again.status, &again.json()["refusal"]), (409, &json!("order_moved_on")));
    }
    assert_eq!(stock(&scene.shop, scene.product).await, 5);
    assert_eq!(scene.coupon_state().await, "free");
    let order = scene.call("orders/show", id).await.json();
    assert!(order["refunded_at"].is_number(), "{order}");
    // The coupon buys again.
    fill_cart(&scene.shop.direct, scene.person.id(), &[(scene.product, 2)]).await;
    assert_eq!(scene.place(&changes[..2]).await.status, 200);
    hold(&scene.shop).await;
}

#[tokio::test]
async fn the_owner_moves_a_paid_order_on_step_by_step_and_it_is_recorded() {
    let scene = scene().await;
    let owner = scene.shop.admin("owner@b.kr").await.id();
    let shop = &scene.shop.direct;
    let id = scene.ordered().await;
    let moved_on = |outcome| matches!(outcome, Err(Fault::Refused(Refusal::OrderMovedOn)));
    assert!(moved_on(orders::move_on(shop, owner, id, State::Preparing).await), "it is not paid");
    for to in [State::Paid, State::Placed, State::Cancelled, State::Expired] {
        assert!(moved_on(orders::move_on(shop, owner, id, to).await), "{to:?} is no step");
    }
    scene.pay(id, "approved").await;
    assert!(moved_on(orders::move_on(shop, owner, id, State::Shipped).await), "a step is skipped");
    for to in [State::Preparing, State::Shipped, State::Delivered] {
        orders::move_on(shop, owner, id, to).await.unwrap();
        assert!(moved_on(orders::move_on(shop, owner, id, to).await), "{to:?} twice");
    }
    assert_eq!(scene.call("orders/cancel", id).await.status, 409);
    let me = scene.person.id();
    for by in [me, shop::members::MemberId(999)] {
        let outcome = orders::move_on(shop, by, id, State::Preparing).await;
        assert!(matches!(outcome, Err(Fault::Refused(Refusal::NotAllowed))));
    }
    let none = orders::move_on(shop, owner, OrderId(999), State::Preparing).await;
    assert!(matches!(none, Err(Fault::Refused(Refusal::NoSuchOrder))));
    let notes: Vec<String> = sqlx::query_scalar(
        "select detail from audit_entries where action = 'orders.move_on' and subject_id = ?
         order by id",
    )
    .bind(id.0)
    .fetch_all(&shop.mysql)
    .await
    .unwrap();
    assert_eq!(notes.len(), 3);
    assert_eq!(notes[0], r#"{"from":"paid","to":"preparing"}"#);
    hold(&scene.shop).await;
}

#[tokio::test]
async fn the_owner_cancels_with_a_reason_that_the_shopper_can_read() {
    let scene = scene().await;
    let owner = scene.shop.admin("owner@b.kr").await.id();
    let shop = &scene.shop.direct;
    let id = scene.ordered().await;
    for (reason, problem) in [
        (String::new(), shop::Problem::Missing),
        ("가".repeat(201), shop::Problem::TooLong { max: 200 }),
    ] {
        match orders::cancel_by_owner(shop, owner, id, &reason).await {
            Err(Fault::Refused(no)) => assert_eq!(no.problem(Field::Reason), Some(problem)),
            other => panic!("{other:?}"),
        }
    }
    let by_shopper = orders::cancel_by_owner(shop, scene.person.id(), id, "마음").await;
    assert!(matches!(by_shopper, Err(Fault::Refused(Refusal::NotAllowed))));
    orders::cancel_by_owner(shop, owner, id, "재고가 상했어요").await.unwrap();
    assert_eq!(stock(&scene.shop, scene.product).await, 5);
    let page = scene.person.get(&format!("/orders/{}", id.0)).await;
    assert!(page.text.contains("재고가 상했어요"));
    let noted: i64 = sqlx::query_scalar(
        "select count(*) from audit_entries where action = 'orders.cancel' and actor_id = ?",
    )
    .bind(owner.0)
    .fetch_one(&shop.mysql)
    .await
    .unwrap();
    assert_eq!(noted, 1);
    hold(&scene.shop).await;
}

#[tokio::test]
async fn ten_orders_fill_a_page_and_the_newest_come_first() {
    let scene = scene().await;
    scene.run("update products set stock = 99").await;
    let who = (scene.person.id(), scene.address);
    let mut placed = vec![];
    for _ in 0..12 {
        let standing = order(&scene.shop.direct, who, &[(scene.product, 1)], "").await.unwrap();
        placed.push(standing.id.0);
    }
    placed.reverse();
    let ids = async |page: &str| -> Vec<u64> {
        let page = scene.person.call("orders/list", &[("page", page)]).await.json();
        assert_eq!((&page["total"], &page["last_page"]), (&json!(12), &json!(2)));
        let orders = page["orders"].as_array().unwrap().clone();
        orders.iter().map(|order| order["standing"]["id"].as_u64().unwrap()).collect()
    };
    assert_eq!(ids("1").await, placed[..10]);
    assert_eq!(ids("2").await, placed[10..]);
    assert_eq!(ids("99").await, placed[10..], "past the end is the last page");
    let page = scene.person.get("/orders").await;
    assert_eq!(page.text.matches("data-testid=\"order-card\"").count(), 10);
    assert!(page.text.contains("/orders?page=2"));
    let nobody = scene.shop.member("c@d.kr").await;
    assert!(nobody.get("/orders").await.text.contains("아직 주문하신 상품이 없어요"));
}

#[tokio::test]
async fn the_same_is_ordered_again_as_far_as_it_is_sold() {
    let scene = scene().await;
    let gone = add_product(&scene.shop, 5_000, 9).await;
    let who = (scene.person.id(), scene.address);
    let id = paid_order(&scene.shop.direct, who, &[(scene.product, 2), (gone, 1)], "").await;
    scene.run("update products set withdrawn_at = created_at where price_won = 5000").await;
    for count in [2, 3, 3] {
        let again = scene.call("orders/reorder", id).await;
        assert_eq!(again.status, 200, "{again:?}");
        let again = again.json();
        assert_eq!(
            (&again["added"], &again["left_out"][0]["ko"]),
            (&json!(1), &json!("쌀겨 비누"))
        );
        let quote = scene.person.call("orders/quote", &[]).await.json();
        assert_eq!(quote["lines"].as_array().unwrap().len(), 1);
        assert_eq!(quote["lines"][0]["count"], count, "not more than there are: three");
    }
    let page = scene.person.get(&format!("/orders/{}?again=1", id.0)).await;
    assert!(page.text.contains("상품 1가지를 장바구니에 담았어요."));
    assert!(page.text.contains("지금 팔지 않는 상품은 뺐어요"));
}

/// The value of a hidden field.
fn hidden(html: &str, name: &str) -> String {
    let tag = html
        .split("<input")
        .find(|tag| tag.contains(&format!("name=\"{name}\"")) && tag.contains("type=\"hidden\""));
    let tag = tag.unwrap_or_else(|| panic!("no hidden {name} in {html}"));
    tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn without_javascript_a_shopper_orders_and_pays() {
    let scene = scene().await;
    // How long there is to pay is told to the second.
    scene.shop.clock.stop();
    let code = give_coupon(&scene.shop, scene.person.id(), FIVE_THOUSAND_OFF).await;
    let page = scene.person.get("/checkout").await;
    assert_eq!(page.status, 200);
    for text in ["22,000원 결제하기", "모의 결제", "쿠폰을 쓰지 않을래요", "새로운 주소로 받기"]
    {
        assert!(page.text.contains(text), "{text} in {}", page.text);
    }
    let names = ["press_key", "coupon", "total"];
    let [key, coupon, total] = names.map(|name| hidden(&page.text, name));
    assert_eq!((&coupon, &*total), (&code, "22000"));
    let address = scene.address.to_string();
    let form = [
        ("press_key", &*key),
        ("coupon", &coupon),
        ("total", &total),
        ("address_id", &address),
        ("recipient", ""),
        ("phone", ""),
        ("address", ""),
        ("card", "refused"),
        ("agreed", "true"),
    ];
    let post = |verb: &str, form: &[(&str, &str)]| {
        let referer = format!("{}/checkout", scene.shop.url(0));
        let sent = scene.person.post(verb).header("accept", "text/html");
        scene.person.send(sent.header("referer", referer).form(form))
    };
    let unagreed = post("orders/place", &form[..8]).await;
    assert_eq!(unagreed.status, 302, "{unagreed:?}");
    let back = unagreed.header("location").unwrap().trim_start_matches(&scene.shop.url(0));
    let page = scene.person.get(back).await;
    assert!(page.text.contains("data-problem=\"agreed\""), "{}", page.text);

    let placed = post("orders/place", &form).await;
    assert_eq!(placed.status, 302, "{placed:?}");
    let order = placed.header("location").unwrap().to_owned();
    let page = scene.person.get(&order).await;
    for text in ["결제 대기", "22,000원 결제하기", "카드 결제가 거절됐어요", "15:00"]
    {
        assert!(page.text.contains(text), "{text} in {}", page.text);
    }
    let id = hidden(&page.text, "order_id");
    let paid = post("orders/pay", &[("order_id", &id), ("card", "approved")]).await;
    assert_eq!(paid.status, 302, "{paid:?}");
    assert!(scene.person.get(&order).await.text.contains("결제 완료"));
    let list = scene.person.reading("en").get("/orders").await;
    assert!(list.text.contains("Rice soap") && list.text.contains("₩22,000"), "{}", list.text);
    hold(&scene.shop).await;
}
