//! Many at once: who gets the last piece, the coupon, the order. Whoever wins, the books are right.

use crate::kit::TestShop;
use crate::kit::orders::{
    FIVE_THOUSAND_OFF, add_product, fill_cart, form, give_coupon, order, paid_order, shopper,
    state, stock,
};
use crate::orders_invariants::hold;
use shop::catalog::ProductId;
use shop::members::MemberId;
use shop::orders::{self, Card, OrderId, State, UNPAID_ORDER_LIFE};
use shop::{CouponProblem, Fault, Outcome, Refusal, Shop};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

fn refusal<T: std::fmt::Debug>(outcome: Outcome<T>) -> Refusal {
    match outcome {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("no refusal: {other:?}"),
    }
}

/// One of the servers; every second request goes to the other one.
fn server(shop: &TestShop, request: usize) -> Arc<Shop> {
    Arc::clone(&shop.servers[request % shop.servers.len()].shop)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_shoppers_race_for_the_last_three_pieces() {
    let shop = TestShop::open_with(2).await;
    let product = add_product(&shop, 12_000, 3).await;
    let mut racers = JoinSet::new();
    let mut ready = vec![];
    for i in 0..100 {
        let (member, address) = shopper(&shop, &format!("{i}@b.kr")).await;
        fill_cart(&shop.direct, member, &[(product, 1)]).await;
        ready.push((server(&shop, i), member, form(address, 15_000, "")));
    }
    for (server, member, form) in ready {
        racers.spawn(async move { orders::place(&server, member, &form).await });
    }
    let mut placed = 0;
    for outcome in racers.join_all().await {
        match outcome {
            Ok(standing) => {
                assert_eq!(standing.state, State::Placed);
                placed += 1;
            }
            lost => assert_eq!(refusal(lost), Refusal::CartChanged),
        }
    }
    assert_eq!((placed, stock(&shop, product).await), (3, 0));
    hold(&shop).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_press_sent_twenty_times_at_once_is_one_order() {
    let shop = TestShop::open_with(2).await;
    let product = add_product(&shop, 12_000, 50).await;
    let (member, address) = shopper(&shop, "a@b.kr").await;
    for round in 0..3 {
        fill_cart(&shop.direct, member, &[(product, 1)]).await;
        let form = form(address, 15_000, "");
        let mut presses = JoinSet::new();
        for i in 0..20 {
            let (server, form) = (server(&shop, i), form.clone());
            presses.spawn(async move { orders::place(&server, member, &form).await });
        }
        let orders: Vec<OrderId> =
            presses.join_all().await.into_iter().map(|answer| answer.unwrap().id).collect();
        assert!(orders.iter().all(|id| *id == orders[0]), "{orders:?}");
        assert_eq!(stock(&shop, product).await, 49 - round);
    }
    hold(&shop).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_cart_and_a_coupon_in_two_tabs_are_one_order() {
    let shop = TestShop::open_with(2).await;
    let product = add_product(&shop, 12_000, 50).await;
    for round in 0..10 {
        let (member, address) = shopper(&shop, &format!("{round}@b.kr")).await;
        let code = give_coupon(&shop, member, FIVE_THOUSAND_OFF).await;
        fill_cart(&shop.direct, member, &[(product, 1)]).await;
        let (tab, other_tab) = (form(address, 10_000, &code), form(address, 10_000, &code));
        let (one, other) = (server(&shop, 0), server(&shop, 1));
        let (one, other) = tokio::join!(
            orders::place(&one, member, &tab),
            orders::place(&other, member, &other_tab),
        );
        let (won, lost) = if one.is_ok() { (one, other) } else { (other, one) };
        assert_eq!(won.unwrap().total.0, 10_000);
        let spent = Refusal::CouponRefused(CouponProblem::Spent);
        let lost = refusal(lost);
        assert!([Refusal::EmptyCart, Refusal::CartChanged, spent].contains(&lost), "{lost:?}");
    }
    assert_eq!(stock(&shop, product).await, 40);
    hold(&shop).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_coupon_that_comes_back_goes_to_one_of_those_who_wait_for_it() {
    let shop = TestShop::open_with(2).await;
    let product = add_product(&shop, 12_000, 50).await;
    let who = shopper(&shop, "a@b.kr").await;
    let code = give_coupon(&shop, who.0, FIVE_THOUSAND_OFF).await;
    let mut holder = order(&shop.direct, who, &[(product, 1)], &code).await.unwrap().id;
    for _ in 0..10 {
        fill_cart(&shop.direct, who.0, &[(product, 1)]).await;
        let next = form(who.1, 10_000, &code);
        let (one, other) = (server(&shop, 0), server(&shop, 1));
        let (cancelled, placed) =
            tokio::join!(orders::cancel(&one, who.0, holder), orders::place(&other, who.0, &next),);
        cancelled.unwrap();
        hold(&shop).await;
        holder = match placed {
            Ok(standing) => standing.id,
            late => {
                assert_eq!(refusal(late), Refusal::CouponRefused(CouponProblem::Spent));
                orders::place(&shop.direct, who.0, &next).await.unwrap().id
            }
        };
    }
    hold(&shop).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_order_is_either_cancelled_or_shipped() {
    let shop = TestShop::open_with(2).await;
    let product = add_product(&shop, 12_000, 50).await;
    let who = shopper(&shop, "a@b.kr").await;
    let owner = shop.admin("owner@b.kr").await.id();
    let (mut cancelled, mut shipped) = (0, 0);
    for round in 0..20 {
        let id = paid_order(&shop.direct, who, &[(product, 1)], "").await;
        orders::move_on(&shop.direct, owner, id, State::Preparing).await.unwrap();
        let (one, other) = (server(&shop, round), server(&shop, round + 1));
        let (cancel, ship) = tokio::join!(
            orders::cancel(&one, who.0, id),
            orders::move_on(&other, owner, id, State::Shipped),
        );
        match state(&shop, id).await {
            State::Cancelled => {
                assert!(cancel.is_ok());
                assert_eq!(refusal(ship), Refusal::OrderMovedOn);
                cancelled += 1;
            }
            State::Shipped => {
                assert!(ship.is_ok());
                assert_eq!(refusal(cancel), Refusal::OrderMovedOn);
                shipped += 1;
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(stock(&shop, product).await, 50 - shipped);
    assert_eq!(cancelled + shipped, 20);
    hold(&shop).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_order_is_either_paid_or_expired() {
    let shop = TestShop::open_with(2).await;
    let product = add_product(&shop, 12_000, 50).await;
    let who = shopper(&shop, "a@b.kr").await;
    let code = give_coupon(&shop, who.0, FIVE_THOUSAND_OFF).await;
    let (mut paid, mut expired) = (0, 0);
    for round in 0..20 {
        let coupon = if paid == 0 { code.as_str() } else { "" };
        let id = order(&shop.direct, who, &[(product, 1)], coupon).await.unwrap().id;
        // Milliseconds before the time is over, and the more of them the later the round.
        shop.clock.advance(UNPAID_ORDER_LIFE - Duration::from_millis(round));
        let (one, other) = (server(&shop, 0), server(&shop, 1));
        let (answer, ()) = tokio::join!(orders::pay(&one, who.0, id, Card::Approved), async {
            while state(&shop, id).await == State::Placed {
                orders::expire_step(&other).await.unwrap();
            }
        });
        match (state(&shop, id).await, answer) {
            (State::Paid, Ok(standing)) => {
                assert_eq!(standing.state, State::Paid);
                paid += 1;
            }
            (State::Expired, late) => {
                assert_eq!(refusal(late), Refusal::OrderMovedOn);
                expired += 1;
            }
            other => panic!("{other:?}"),
        }
        hold(&shop).await;
    }
    assert_eq!(stock(&shop, product).await, 50 - paid);
    assert!(expired > 0, "the first round is too late by nature");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_servers_expire_an_order_once() {
    let shop = TestShop::open_with(2).await;
    let product = add_product(&shop, 12_000, 50).await;
    for i in 0..10 {
        let who = shopper(&shop, &format!("{i}@b.kr")).await;
        order(&shop.direct, who, &[(product, 2)], "").await.unwrap();
    }
    assert_eq!(stock(&shop, product).await, 30);
    shop.clock.advance(UNPAID_ORDER_LIFE);
    let (one, other) = (server(&shop, 0), server(&shop, 1));
    let (one, other) = tokio::join!(orders::expire_step(&one), orders::expire_step(&other));
    // The workers of both servers may have come before either.
    assert!(one.unwrap() + other.unwrap() <= 10);
    assert_eq!(stock(&shop, product).await, 50);
    hold(&shop).await;
}

/// A die that falls the same way for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        if all.is_empty() { None } else { all.get(self.roll(all.len() as u64) as usize) }
    }
}

/// Somebody who does something of all that there is, again and again.
struct Actor {
    shop: Arc<Shop>,
    clock: Arc<crate::kit::clock::TestClock>,
    who: (MemberId, u64),
    owner: MemberId,
    products: Vec<ProductId>,
    coupons: Vec<String>,
    placed: Vec<OrderId>,
    dice: Dice,
}

impl Actor {
    async fn live(mut self, steps: u32) {
        for _ in 0..steps {
            let outcome = self.act().await;
            match outcome {
                Ok(()) | Err(Fault::Refused(_)) => {}
                Err(fault) => panic!("{fault}"),
            }
        }
    }

    async fn act(&mut self) -> Outcome<()> {
        // Mostly one that is not over yet.
        let recent = &self.placed[self.placed.len().saturating_sub(4)..];
        let any = self.dice.one_of(recent).copied().unwrap_or(OrderId(1));
        match self.dice.roll(16) {
            0..=3 => self.order().await,
            4..=6 => {
                let card = if self.dice.roll(4) == 0 { Card::Refused } else { Card::Approved };
                orders::pay(&self.shop, self.who.0, any, card).await.map(|_| ())
            }
            7 => orders::cancel(&self.shop, self.who.0, any).await.map(|_| ()),
            8 => orders::cancel_by_owner(&self.shop, self.owner, any, "품절이에요").await,
            9..=12 => {
                let steps = [State::Preparing, State::Shipped, State::Delivered];
                let to = steps[self.dice.roll(3) as usize];
                orders::move_on(&self.shop, self.owner, any, to).await
            }
            13 => orders::reorder(&self.shop, self.who.0, any).await.map(|_| ()),
            _ => {
                self.clock.advance(Duration::from_secs(self.dice.roll(300)));
                orders::expire_step(&self.shop).await.map(|_| ())
            }
        }
    }

    async fn order(&mut self) -> Outcome<()> {
        let mut lines = vec![];
        for product in self.products.clone() {
            if self.dice.roll(2) == 0 {
                lines.push((product, 1 + self.dice.roll(3) as u16));
            }
        }
        let coupon = match self.dice.roll(3) {
            0 => String::new(),
            _ => self.dice.one_of(&self.coupons).cloned().unwrap_or_default(),
        };
        let standing = order(&self.shop, self.who, &lines, &coupon).await?;
        self.placed.push(standing.id);
        Ok(())
    }
}

/// Four people and three products, until each of them has done enough.
async fn live_together(shop: &TestShop, owner: MemberId, round: u32) {
    const STEPS: u32 = 120;
    let mut products = vec![];
    for (price, stock) in [(4_900, 9), (12_000, 14), (31_000, 40)] {
        products.push(add_product(shop, price, stock).await);
    }
    let mut actors = JoinSet::new();
    for i in 0..4_u32 {
        let who = shopper(shop, &format!("{round}-{i}@b.kr")).await;
        let mut coupons = vec![];
        for _ in 0..2 {
            coupons.push(give_coupon(shop, who.0, FIVE_THOUSAND_OFF).await);
        }
        let actor = Actor {
            shop: server(shop, i as usize),
            clock: Arc::clone(&shop.clock),
            who,
            owner,
            products: products.clone(),
            coupons,
            placed: vec![],
            dice: Dice(0x9E37_79B9_7F4A_7C15 ^ u64::from(4 * round + i + 1)),
        };
        actors.spawn(actor.live(STEPS));
    }
    // Each invariant is one statement, and so holds at every moment, not only at the end.
    while let Some(done) = actors.join_next().await {
        done.unwrap();
        hold(shop).await;
    }
}

/// The dice repeat, but who meets whom is chance: a history in which too little happened is gone
/// on with.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_people_do_the_books_are_right() {
    const ROUNDS_MAX: u32 = 6;
    const KINDS_MIN: i64 = 6;
    let shop = TestShop::open_with(2).await;
    let owner = shop.admin("owner@b.kr").await.id();
    for round in 0..ROUNDS_MAX {
        live_together(&shop, owner, round).await;
        let kinds: i64 = sqlx::query_scalar("select count(distinct state) from order_events")
            .fetch_one(&shop.direct.mysql)
            .await
            .unwrap();
        if kinds >= KINDS_MIN {
            return;
        }
    }
    panic!("in {ROUNDS_MAX} rounds fewer than {KINDS_MIN} kinds of events: that proves little");
}
