//! How many of one thing the shop does a second, asked for without a pause.

use super::browser::Browser;
use super::goods::KINDS;
use super::purchase::{pay, place, put_into_cart};
use super::shopper::Shopper;
use crate::chance::Chance;
use crate::http::Address;
use crate::options::Shopping;
use serde::Serialize;
use std::sync::Arc;
use tokio::task::JoinSet;
use tokio::time::Instant;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Thing {
    /// The home page, by a visitor.
    Home,
    /// A page of search results, by a visitor.
    List,
    /// A product's page, by a visitor.
    Product,
    /// One piece into the cart, the quote, the order, the payment; by a member.
    Checkout,
}

impl Thing {
    pub const ALL: [Self; 4] = [Self::Home, Self::List, Self::Product, Self::Checkout];

    /// What a reader of the report calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home pages a second",
            Self::List => "list pages a second",
            Self::Product => "product pages a second",
            Self::Checkout => "checkouts a second",
        }
    }
}

/// Measures each thing by itself.
pub(super) async fn run(
    address: &Address,
    shoppers: &Arc<[Shopper]>,
    goods: &Arc<[u64]>,
    asked: &Shopping,
) -> Result<Vec<(Thing, f64)>, String> {
    let mut rates = Vec::new();
    for thing in Thing::ALL {
        rates.push((thing, rate(thing, address, shoppers, goods, asked).await?));
    }
    Ok(rates)
}

async fn rate(
    thing: Thing,
    address: &Address,
    shoppers: &Arc<[Shopper]>,
    goods: &Arc<[u64]>,
    asked: &Shopping,
) -> Result<f64, String> {
    let begun = Instant::now();
    let until = begun + asked.duration();
    let mut asking = JoinSet::new();
    for n in 0..asked.at_once as usize {
        let (address, goods) = (address.clone(), Arc::clone(goods));
        let shopper = shoppers[n % shoppers.len()].clone();
        asking.spawn(async move {
            let session = (thing == Thing::Checkout).then_some(shopper.session.as_str());
            let mut browser = Browser::open(&address, session).await?;
            let mut chance = Chance::new(begun.elapsed().as_nanos() as u64 ^ n as u64);
            let mut done = 0_u64;
            while Instant::now() < until {
                ask(thing, &mut browser, &goods, &mut chance).await?;
                done += 1;
            }
            Ok::<_, String>(done)
        });
    }
    let mut done = 0;
    while let Some(part) = asking.join_next().await {
        done += part.map_err(|error| error.to_string())??;
    }
    Ok(done as f64 / begun.elapsed().as_secs_f64())
}

async fn ask(
    thing: Thing,
    browser: &mut Browser,
    goods: &[u64],
    chance: &mut Chance,
) -> Result<(), String> {
    let product = goods[chance.below(goods.len())];
    match thing {
        Thing::Home => browser.get("/").await.map(drop),
        Thing::List => {
            let (_, word) = KINDS[chance.below(KINDS.len())];
            let (word, page) = (word.to_lowercase().replace(' ', "+"), 1 + chance.below(3));
            browser.get(&format!("/?q={word}&page={page}")).await.map(drop)
        }
        Thing::Product => browser.get(&format!("/products/{product}")).await.map(drop),
        Thing::Checkout => {
            put_into_cart(browser, product).await?;
            let order = place(browser, chance.draw()).await?;
            pay(browser, order).await
        }
    }
}
