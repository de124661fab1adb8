//! What orders are made of, put into the tables directly; and verbs of a shopper in a hurry.

use super::TestShop;
use super::shop::insert_member;
use shop::catalog::ProductId;
use shop::drops::{Discount, Terms};
use shop::members::MemberId;
use shop::orders::{self, Card, OrderId, PlaceForm, PressKey, Standing, State};
use shop::parts::{Entropy, SystemEntropy};
use shop::{Moment, Outcome, Shop, Won};
use std::time::Duration;

/// A coupon of 5,000 won for goods of 10,000 and more.
pub const FIVE_THOUSAND_OFF: Terms =
    Terms { discount: Discount::Fixed(Won(5_000)), minimum_spend: Won(10_000), valid_days: 14 };

/// A product; the test remembers what it began with, for the invariants.
pub async fn add_product(shop: &TestShop, price: u32, stock: u32) -> ProductId {
    let mysql = &shop.direct.mysql;
    let row = sqlx::query(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, created_at)
         values ('쌀겨 비누', 'Rice soap', '하루결', 'Harugyeol', '설명이에요.', 'Details.', ?, ?, ?)",
    )
    .bind(price)
    .bind(stock)
    .bind(shop.now())
    .execute(mysql)
    .await
    .unwrap();
    let id = row.last_insert_id();
    sqlx::query(
        "create table if not exists first_stock (product_id bigint unsigned primary key, stock int)",
    )
    .execute(mysql)
    .await
    .unwrap();
    sqlx::query("insert into first_stock values (?, ?)")
        .bind(id)
        .bind(stock)
        .execute(mysql)
        .await
        .unwrap();
    ProductId(id)
}

/// Lays products into a member's cart, chosen.
pub async fn fill_cart(shop: &Shop, member: MemberId, lines: &[(ProductId, u16)]) {
    sqlx::query(
        "insert into carts (member_id, created_at, changed_at) values (?, ?, ?)
         on duplicate key update changed_at = changed_at",
    )
    .bind(member.0)
    .bind(shop.now())
    .bind(shop.now())
    .execute(&shop.mysql)
    .await
    .unwrap();
    for (product, count) in lines {
        sqlx::query(
            "insert into cart_lines (cart_id, product_id, count, price_won, added_at)
             select c.id, p.id, ?, p.price_won, ? from carts c join products p on p.id = ?
             where c.member_id = ?
             on duplicate key update count = ?",
        )
        .bind(count)
        .bind(shop.now())
        .bind(product.0)
        .bind(member.0)
        .bind(count)
        .execute(&shop.mysql)
        .await
        .unwrap();
    }
}

/// An address in a member's book.
pub async fn add_address(shop: &Shop, member: MemberId) -> u64 {
    let row = sqlx::query(
        "insert into addresses (member_id, recipient, phone, line, added_at, default_since)
         values (?, '김지우', '010-1234-5678', '서울특별시 중구 세종대로 110', ?, ?)",
    )
    .bind(member.0)
    .bind(shop.now())
    .bind(shop.now())
    .execute(&shop.mysql)
    .await
    .unwrap();
    row.last_insert_id()
}

/// A coupon with these terms, and its code.
pub async fn give_coupon(shop: &TestShop, member: MemberId, terms: Terms) -> String {
    let drop = shop.drop_with(1, |new| new.terms = terms).await;
    let code = shop::coupons::new_code(shop.direct.random());
    let life = Duration::from_secs(u64::from(terms.valid_days) * 24 * 60 * 60);
    sqlx::query(
        "insert into coupons (drop_id, member_id, code, issued_at, expires_at)
         values (?, ?, ?, ?, ?)",
    )
    .bind(drop.0)
    .bind(member.0)
    .bind(&code)
    .bind(shop.now())
    .bind(shop.now().plus(life))
    .execute(&shop.direct.mysql)
    .await
    .unwrap();
    code
}

/// The key of a press that nobody has pressed.
pub fn fresh_key() -> String {
    let mut bytes = [0; 16];
    SystemEntropy.fill(&mut bytes);
    PressKey::new(bytes).to_string()
}

/// A form that orders what lies in the cart.
pub fn form(address: u64, total: u32, coupon: &str) -> PlaceForm {
    PlaceForm {
        press_key: fresh_key(),
        address_id: address.to_string(),
        coupon: coupon.to_owned(),
        agreed: "true".into(),
        total: total.to_string(),
        ..PlaceForm::default()
    }
}

/// Somebody with an address.
pub async fn shopper(shop: &TestShop, email: &str) -> (MemberId, u64) {
    let member = insert_member(&shop.direct, email).await;
    (member, add_address(&shop.direct, member).await)
}

/// Fills the cart and orders it at the price that the shop says.
pub async fn order(
    shop: &Shop,
    (member, address): (MemberId, u64),
    lines: &[(ProductId, u16)],
    coupon: &str,
) -> Outcome<Standing> {
    fill_cart(shop, member, lines).await;
    let asked = if coupon.is_empty() { orders::NO_COUPON } else { coupon };
    let quote = orders::quote(shop, member, asked).await?;
    orders::place(shop, member, &form(address, quote.totals.total.0, coupon)).await
}

/// The same, paid.
pub async fn paid_order(
    shop: &Shop,
    who: (MemberId, u64),
    lines: &[(ProductId, u16)],
    coupon: &str,
) -> OrderId {
    let standing = order(shop, who, lines, coupon).await.unwrap();
    let paid = orders::pay(shop, who.0, standing.id, Card::Approved).await.unwrap();
    assert_eq!(paid.state, State::Paid);
    standing.id
}

/// What is in stock.
pub async fn stock(shop: &TestShop, product: ProductId) -> u32 {
    sqlx::query_scalar("select stock from products where id = ?")
        .bind(product.0)
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap()
}

/// What an order is, as the table has it.
pub async fn state(shop: &TestShop, id: OrderId) -> State {
    let word: String = sqlx::query_scalar("select state from orders where id = ?")
        .bind(id.0)
        .fetch_one(&shop.direct.mysql)
        .await
        .unwrap();
    word.parse().unwrap()
}

/// Past the time in which an order must be paid.
pub fn too_late(shop: &TestShop) -> Moment {
    shop.clock.advance(orders::UNPAID_ORDER_LIFE);
    shop.now()
}
