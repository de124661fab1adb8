//! Rows put straight into the tables: orders that have a past, without its road.

use shop::members::MemberId;
use shop::orders::{OrderId, State};
use shop::{Moment, Shop};

/// An order that is to be there.
pub struct SeededOrder {
    pub state: State,
    pub placed_at: Moment,
    pub recipient: String,
    pub phone: Option<String>,
    pub address: String,
    /// Names in Korean and English, and how many.
    pub items: Vec<(String, String, u16)>,
    pub product_id: u64,
    pub discount_won: u32,
    pub coupon_id: Option<u64>,
}

const PIECE_WON: u32 = 10_000;
const DELIVERY_WON: u32 = 3_000;

/// A product with so many pieces.
pub async fn insert_product(shop: &Shop, stock: u32) -> u64 {
    let row = sqlx::query(
        "insert into products (name_ko, name_en, maker_ko, maker_en, detail_ko, detail_en,
                               price_won, stock, created_at, changed_at)
         values ('도자기 컵', 'Cup', '하루결', 'Harugyeol', '설명이에요.', 'Details.', ?, ?, ?, ?)",
    )
    .bind(PIECE_WON)
    .bind(stock)
    .bind(shop.now())
    .bind(shop.now())
    .execute(&shop.mysql)
    .await
    .unwrap();
    row.last_insert_id()
}

/// An order of one cup for 13,000 won, in this state, unless `change` says otherwise; with the
/// events and the payment that such an order has.
pub async fn insert_order(
    shop: &Shop,
    member: MemberId,
    state: State,
    change: impl FnOnce(&mut SeededOrder),
) -> OrderId {
    let mut order = SeededOrder {
        state,
        placed_at: shop.now(),
        recipient: "김지우".into(),
        phone: Some("010-1234-5678".into()),
        address: "서울특별시 중구 세종대로 110".into(),
        items: vec![("도자기 컵".into(), "Cup".into(), 1)],
        product_id: 0,
        discount_won: 0,
        coupon_id: None,
    };
    change(&mut order);
    let pieces: u32 = order.items.iter().map(|(_, _, count)| u32::from(*count)).sum();
    let goods = pieces * PIECE_WON;
    let total = goods + DELIVERY_WON - order.discount_won;
    let press_key: [u8; 16] = shop.random();
    let row = sqlx::query(
        "insert into orders (member_id, press_key, state, placed_at, expires_at, goods_won,
                             discount_won, delivery_won, total_won, coupon_id, recipient, phone,
                             address)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(member.0)
    .bind(press_key.as_slice())
    .bind(order.state.as_str())
    .bind(order.placed_at)
    .bind(order.placed_at.plus(std::time::Duration::from_secs(3_600)))
    .bind(goods)
    .bind(order.discount_won)
    .bind(DELIVERY_WON)
    .bind(total)
    .bind(order.coupon_id)
    .bind(&order.recipient)
    .bind(&order.phone)
    .bind(&order.address)
    .execute(&shop.mysql)
    .await
    .unwrap();
    let id = row.last_insert_id();
    insert_items(shop, id, &order).await;
    if !matches!(order.state, State::Cancelled | State::Expired) {
        sqlx::query("update products set sold = sold + ? where id = ?")
            .bind(pieces)
            .bind(order.product_id)
            .execute(&shop.mysql)
            .await
            .unwrap();
    }
    insert_past(shop, id, member, &order, total).await;
    OrderId(id)
}

async fn insert_items(shop: &Shop, id: u64, order: &SeededOrder) {
    for (position, (ko, en, count)) in (1_u16..).zip(&order.items) {
        sqlx::query(
            "insert into order_lines (order_id, position, product_id, name_ko, name_en,
                                      price_won, count)
             values (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(id)
        .bind(position)
        .bind(order.product_id)
        .bind(ko)
        .bind(en)
        .bind(PIECE_WON)
        .bind(count)
        .execute(&shop.mysql)
        .await
        .unwrap();
    }
}

async fn insert_past(shop: &Shop, id: u64, member: MemberId, order: &SeededOrder, total: u32) {
    let road = [State::Placed, State::Paid, State::Preparing, State::Shipped, State::Delivered];
    let past: Vec<State> = match road.iter().position(|state| *state == order.state) {
        Some(end) => road[..=end].to_vec(),
        None => vec![State::Placed, order.state],
    };
    for state in &past {
        sqlx::query("insert into order_events (order_id, state, at, actor_id) values (?, ?, ?, ?)")
            .bind(id)
            .bind(state.as_str())
            .bind(order.placed_at)
            .bind((*state != State::Expired).then_some(member.0))
            .execute(&shop.mysql)
            .await
            .unwrap();
    }
    if past.contains(&State::Paid) {
        sqlx::query("insert into payments (order_id, amount_won, paid_at) values (?, ?, ?)")
            .bind(id)
            .bind(total)
            .bind(order.placed_at)
            .execute(&shop.mysql)
            .await
            .unwrap();
    }
    if let Some(coupon) = order.coupon_id {
        sqlx::query("insert into coupon_uses (coupon_id, order_id, reserved_at) values (?, ?, ?)")
            .bind(coupon)
            .bind(id)
            .bind(order.placed_at)
            .execute(&shop.mysql)
            .await
            .unwrap();
    }
}

/// A hundred times so many delivered orders of a member, a second after each other, the oldest at
/// `from`.
pub async fn insert_many_orders(shop: &Shop, member: MemberId, hundreds: u32, from: Moment) {
    let numbers = "with recursive tens as (select 0 as n union all select n + 1 from tens \
                   where n < 9),
         numbers as (select a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n as n
                     from tens a, tens b, tens c, tens d, tens e)";
    let sql = format!(
        "insert into orders (member_id, press_key, state, placed_at, expires_at, goods_won,
                             discount_won, delivery_won, total_won, recipient, phone, address)
         {numbers}
         select ?, unhex(md5(n)), 'delivered', date_add(?, interval n second), ?, 10000, 0, 3000,
                13000, '김지우', '010-1234-5678', concat('서울특별시 ', repeat('1', 190))
         from numbers where n < ?"
    );
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(member.0)
        .bind(from)
        .bind(from)
        .bind(hundreds * 100)
        .execute(&shop.mysql)
        .await
        .unwrap();
    sqlx::query(
        "insert into order_lines (order_id, position, product_id, name_ko, name_en, price_won,
                                  count)
         select id, 1, 0, '도자기 컵', 'Cup', 10000, 1 from orders
         where not exists (select 1 from order_lines where order_id = orders.id)",
    )
    .execute(&shop.mysql)
    .await
    .unwrap();
}
