//! What must be true of orders, stock, coupons and money after anything whatever: each a query that
//! finds the rows where it is not.

use crate::kit::TestShop;
use shop::orders::State;
use sqlx::{AssertSqlSafe, Row};

/// Pieces of orders that stand.
const STANDING: &str = "('placed', 'paid', 'preparing', 'shipped', 'delivered')";

/// Every way in which an order may have gone, `placed,paid,cancelled` for one.
fn ways() -> Vec<String> {
    fn walk(way: &[State], all: &mut Vec<String>) {
        let words: Vec<&str> = way.iter().map(|state| state.as_str()).collect();
        all.push(words.join(","));
        for next in State::ALL {
            if way.last().is_some_and(|last| last.may_become(next)) {
                walk(&[way, &[next]].concat(), all);
            }
        }
    }
    let mut all = vec![];
    walk(&[State::Placed], &mut all);
    all
}

fn quoted(words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("'{}'", word.as_ref())).collect();
    words.join(", ")
}

fn invariants() -> Vec<(&'static str, String)> {
    let life = quoted(State::ALL.map(State::as_str));
    let ways = quoted(ways());
    vec![
        (
            "stock and the pieces of standing orders are what there was at first",
            format!(
                "select f.product_id, p.stock, f.stock, sum(l.count)
                 from first_stock f join products p on p.id = f.product_id
                 left join (order_lines l join orders o on o.id = l.order_id and o.state in {STANDING})
                   on l.product_id = p.id
                 group by f.product_id, p.stock, f.stock
                 having p.stock + coalesce(sum(l.count), 0) <> f.stock"
            ),
        ),
        (
            "what a product has sold is the pieces of standing orders",
            format!(
                "select p.id, p.sold, sum(l.count)
                 from products p
                 left join (order_lines l join orders o on o.id = l.order_id and o.state in {STANDING})
                   on l.product_id = p.id
                 group by p.id, p.sold
                 having p.sold <> coalesce(sum(l.count), 0)"
            ),
        ),
        (
            "a coupon is in one standing order at most",
            format!(
                "select coupon_id, count(*) from orders
                 where coupon_id is not null and state in {STANDING}
                 group by coupon_id having count(*) > 1"
            ),
        ),
        (
            "a coupon is spent by the standing order that names it, and by no other",
            format!(
                "select o.id, o.state, o.coupon_id, u.coupon_id
                 from orders o left join coupon_uses u on u.order_id = o.id
                 where not (u.coupon_id <=> if(o.state in {STANDING}, o.coupon_id, null))"
            ),
        ),
        (
            "a coupon belongs to whoever spends it",
            "select o.id from orders o join coupons k on k.id = o.coupon_id
             where k.member_id <> o.member_id or k.expires_at <= o.placed_at"
                .into(),
        ),
        (
            "a coupon is used when its order is paid",
            "select o.id from coupon_uses u join orders o on o.id = u.order_id
             left join payments p on p.order_id = o.id
             where not (u.used_at <=> p.paid_at)"
                .into(),
        ),
        (
            "the lines of an order come to its goods, and its sums add up",
            "select o.id
             from orders o
             left join (select order_id, sum(price_won * count) as goods
                        from order_lines group by order_id) l on l.order_id = o.id
             where not (o.goods_won <=> l.goods)
                or o.total_won <> o.goods_won - o.discount_won + o.delivery_won
                or o.delivery_won <> if(o.goods_won >= 30000, 0, 3000)"
                .into(),
        ),
        (
            "an order without a coupon has no discount, and one with a coupon has one",
            "select id from orders where (coupon_id is null) <> (discount_won = 0)".into(),
        ),
        (
            "every order has gone a way that there is",
            format!(
                "select o.id, group_concat(e.state order by field(e.state, {life})) as way
                 from orders o left join order_events e on e.order_id = o.id
                 group by o.id
                 having way is null or way not in ({ways})"
            ),
        ),
        (
            "an order is what happened to it last",
            format!(
                "select o.id, o.state from orders o
                 where o.state <> (select e.state from order_events e where e.order_id = o.id
                                   order by field(e.state, {life}) desc limit 1)"
            ),
        ),
        (
            "what happened later is later",
            format!(
                "select a.order_id from order_events a
                 join order_events b on b.order_id = a.order_id
                  and field(b.state, {life}) > field(a.state, {life})
                 where b.at < a.at"
            ),
        ),
        (
            "who has paid has paid the total, once, and who has not has not",
            "select o.id from orders o
             left join payments p on p.order_id = o.id
             left join order_events e on e.order_id = o.id and e.state = 'paid'
             where (p.order_id is null) <> (e.order_id is null)
                or p.amount_won <> o.total_won or p.paid_at <> e.at or p.paid_at >= o.expires_at"
                .into(),
        ),
        (
            "money goes back when a paid order is cancelled, and only then",
            "select o.id from orders o join payments p on p.order_id = o.id
             where (p.refunded_at is not null) <> (o.state = 'cancelled')"
                .into(),
        ),
        (
            "an order has expired by the shop itself, and not before its time",
            "select o.id from orders o join order_events e on e.order_id = o.id
             where e.state = 'expired' and (e.actor_id is not null or e.at < o.expires_at)"
                .into(),
        ),
    ]
}

/// Panics with the rows of the first invariant that does not hold.
pub async fn hold(shop: &TestShop) {
    for (what, sql) in invariants() {
        let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&shop.direct.mysql).await;
        let rows = rows.unwrap_or_else(|error| panic!("{what}: {error}"));
        let ids: Vec<u64> = rows.iter().map(|row| row.get_unchecked(0)).collect();
        assert!(ids.is_empty(), "not true that {what}: {ids:?}");
    }
}

#[test]
fn the_ways_of_an_order_are_the_ones_people_know() {
    let ways = ways();
    assert!(ways.contains(&"placed,paid,preparing,shipped,delivered".into()));
    assert!(ways.contains(&"placed,expired".into()) && ways.contains(&"placed,cancelled".into()));
    assert!(!ways.iter().any(|way| way.contains("shipped,cancelled")));
    assert_eq!(ways.len(), 9, "{ways:?}");
}

/// An invariant that nothing can break guards nothing.
#[tokio::test]
async fn a_broken_book_is_seen() {
    use crate::kit::orders::{FIVE_THOUSAND_OFF, add_product, give_coupon, paid_order, shopper};
    for (what, breakage) in [
        ("stock", "update products set stock = stock + 1"),
        ("sold", "update products set sold = sold + 1"),
        ("coupon", "delete from coupon_uses"),
        ("money", "update payments set refunded_at = paid_at"),
        ("payment", "update payments set amount_won = amount_won + 1"),
        ("events", "delete from order_events where state = 'placed'"),
        ("state", "update orders set state = 'preparing'"),
        ("lines", "update order_lines set count = count + 1"),
        ("owner", "update orders set member_id = member_id + 1"),
    ] {
        let shop = TestShop::open().await;
        let who = shopper(&shop, "a@b.kr").await;
        shopper(&shop, "c@d.kr").await;
        let product = add_product(&shop, 12_000, 5).await;
        let code = give_coupon(&shop, who.0, FIVE_THOUSAND_OFF).await;
        paid_order(&shop.direct, who, &[(product, 2)], &code).await;
        hold(&shop).await;
        // Each breakage leaves the table's own checks satisfied: only the invariant can see it.
        sqlx::query(breakage).execute(&shop.direct.mysql).await.unwrap();
        let shop = std::sync::Arc::new(shop);
        let held = tokio::spawn({
            let shop = std::sync::Arc::clone(&shop);
            async move { hold(&shop).await }
        });
        assert!(held.await.is_err(), "nothing noticed a broken {what}");
    }
}
