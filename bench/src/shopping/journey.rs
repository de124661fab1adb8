//! From the home page to a paid order.

use super::browser::Browser;
use super::goods::KINDS;
use super::purchase::{pay, place, put_into_cart};
use super::shopper::Shopper;
use crate::chance::Chance;
use crate::http::Address;
use crate::options::Shopping;
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// What a shopper does, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Step {
    Home,
    Search,
    Product,
    Cart,
    Checkout,
    Order,
}

impl Step {
    pub const ALL: [Self; 6] =
        [Self::Home, Self::Search, Self::Product, Self::Cart, Self::Checkout, Self::Order];

    /// What a reader of the report calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home page",
            Self::Search => "search",
            Self::Product => "product page",
            Self::Cart => "into the cart, cart page",
            Self::Checkout => "checkout page",
            Self::Order => "place and pay the order",
        }
    }
}

/// How it went.
#[derive(Clone, Debug)]
pub(super) struct Journeys {
    pub done: u64,
    pub per_s: f64,
    pub steps: Vec<(Step, Vec<Duration>)>,
}

/// Lets everybody shop until the time is over; a journey that was begun is finished.
pub(super) async fn run(
    address: &Address,
    shoppers: &Arc<[Shopper]>,
    goods: &Arc<[u64]>,
    asked: &Shopping,
    seed: u64,
) -> Result<Journeys, String> {
    let begun = Instant::now();
    let until = begun + asked.duration();
    let mut walking = JoinSet::new();
    let at_once = asked.at_once as usize;
    for n in 0..at_once {
        let (address, goods) = (address.clone(), Arc::clone(goods));
        // Each shopper belongs to one of those who walk at once: their carts do not mix.
        let shoppers: Vec<Shopper> = shoppers.iter().skip(n).step_by(at_once).cloned().collect();
        let mut chance = Chance::new(seed.wrapping_add(n as u64));
        walking.spawn(async move {
            let mut taken = Vec::new();
            for shopper in shoppers.iter().cycle().take_while(|_| Instant::now() < until) {
                taken.extend(walk(&address, shopper, &goods, &mut chance).await?);
            }
            Ok::<_, String>(taken)
        });
    }
    let mut steps: Vec<(Step, Vec<Duration>)> =
        Step::ALL.into_iter().map(|step| (step, Vec::new())).collect();
    while let Some(taken) = walking.join_next().await {
        for (step, time) in taken.map_err(|error| error.to_string())?? {
            steps[step as usize].1.push(time);
        }
    }
    let done = steps[Step::Order as usize].1.len() as u64;
    Ok(Journeys { done, per_s: done as f64 / begun.elapsed().as_secs_f64(), steps })
}

async fn walk(
    address: &Address,
    shopper: &Shopper,
    goods: &[u64],
    chance: &mut Chance,
) -> Result<Vec<(Step, Duration)>, String> {
    let mut browser = Browser::open(address, Some(&shopper.session)).await?;
    let mut taken = Vec::with_capacity(Step::ALL.len());
    let mut begun = Instant::now();
    for step in Step::ALL {
        take(step, &mut browser, goods, chance).await?;
        taken.push((step, begun.elapsed()));
        begun = Instant::now();
    }
    Ok(taken)
}

async fn take(
    step: Step,
    browser: &mut Browser,
    goods: &[u64],
    chance: &mut Chance,
) -> Result<(), String> {
    let product = goods[chance.below(goods.len())];
    match step {
        Step::Home => browser.get("/").await.map(drop),
        Step::Search => {
            let (_, word) = KINDS[chance.below(KINDS.len())];
            let word = word.to_lowercase().replace(' ', "+");
            browser.get(&format!("/?q={word}")).await.map(drop)
        }
        Step::Product => browser.get(&format!("/products/{product}")).await.map(drop),
        Step::Cart => {
            put_into_cart(browser, product).await?;
            browser.get("/cart").await.map(drop)
        }
        Step::Checkout => browser.get("/checkout").await.map(drop),
        Step::Order => {
            let order = place(browser, chance.draw()).await?;
            pay(browser, order).await
        }
    }
}
