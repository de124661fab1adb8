//! What an owner does to drops, at two servers and in the middle of everything.

mod board;
mod crowd;
mod editing;
mod outage;
mod pages;
mod roles;
mod steering;

use crate::kit::person::Answer;
use crate::kit::{Person, TestShop, until};
use shop::drops::{DropId, LineState, LineView};
use std::collections::HashMap;

/// Two servers and an admin.
async fn two_servers() -> (TestShop, Person) {
    let shop = TestShop::open_with(2).await;
    let admin = shop.admin("admin@b.kr").await;
    (shop, admin)
}

/// So many members, in turn at one server and the other.
async fn members(shop: &TestShop, count: usize) -> Vec<Person> {
    let mut people = Vec::with_capacity(count);
    for n in 0..count {
        people.push(shop.member(&format!("{n}@shoppers.kr")).await.at(shop.url(n % 2)));
    }
    people
}

/// Asks for a change of a drop.
async fn ask(admin: &Person, verb: &str, drop: DropId, more: &[(&str, &str)]) -> Answer {
    let id = drop.0.to_string();
    let mut form = vec![("drop_id", id.as_str())];
    form.extend(more);
    admin.call(&format!("drops/{verb}"), &form).await
}

/// Asks for a change that has to be made.
async fn steer(admin: &Person, verb: &str, drop: DropId, more: &[(&str, &str)]) {
    let answer = ask(admin, verb, drop, more).await;
    assert_eq!(answer.status, 200, "{verb}: {answer:?}");
}

/// The line as a server knows it.
fn known(shop: &TestShop, server: usize, drop: DropId) -> Option<LineView> {
    shop.servers[server].shop.lines.view(drop, shop.now()).map(|(view, _)| view)
}

/// Waits until both servers see the line like this.
async fn until_both_see(
    shop: &TestShop,
    drop: DropId,
    what: &str,
    is_so: impl Fn(LineView) -> bool,
) {
    for server in 0..2 {
        until(what, async || known(shop, server, drop).filter(|view| is_so(*view))).await;
    }
}

async fn until_both_are(shop: &TestShop, drop: DropId, state: LineState) {
    until_both_see(shop, drop, &format!("both see {state:?}"), |view| view.state == state).await;
}

/// The gate's fields, straight from Redis.
async fn gate(shop: &TestShop, drop: DropId) -> HashMap<String, String> {
    let key = format!("{}{{drop:{}}}:gate", shop.settings.redis_prefix, drop.0);
    let mut redis = shop.direct.redis.shared();
    redis::cmd("HGETALL").arg(key).query_async(&mut redis).await.unwrap()
}

/// Waits until the gate's fields are these.
async fn until_gate_is(shop: &TestShop, drop: DropId, fields: &[(&str, &str)]) {
    until(&format!("the gate is {fields:?}"), async || {
        let gate = gate(shop, drop).await;
        let is = |(field, value): &(&str, &str)| gate.get(*field).is_some_and(|is| is == value);
        fields.iter().all(is).then_some(())
    })
    .await;
}

/// Whether tickets were decided in their order.
async fn tickets(shop: &TestShop, drop: DropId) -> Vec<u64> {
    shop.coupons(drop).await.into_iter().filter_map(|(_, ticket)| ticket).collect()
}
