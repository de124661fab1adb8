//! The rehearsal of an ordinary day: shoppers go from the home page to a paid order, on a small
//! catalogue and on a large one, in one run, so that the two can be compared.
//!
//! Unlike the drop's rehearsal this is a closed loop: each shopper asks for the next page when
//! the last one is there. It measures what the machine can carry, not what a crowd feels.

mod browser;
mod goods;
mod journey;
mod purchase;
mod race;
mod rates;
mod report;
mod shopper;

pub use report::Report;

use crate::environment;
use crate::http::Address;
use crate::machine::Machine;
use crate::options::Options;
use browser::Browser;
use shopper::Shopper;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Every server follows the catalogue within two seconds; a large one is read at once, and longer.
const CATALOGUE_TIMEOUT: Duration = Duration::from_secs(120);
const CATALOGUE_ASK_EVERY: Duration = Duration::from_millis(200);

/// Runs it.
///
/// # Errors
/// It could not take place: a server or MySQL cannot be reached, or an answer was none.
pub async fn run(options: &Options) -> Result<Report, String> {
    let address = options.addresses.first().ok_or("no server")?;
    let shop = environment::open_shop()?;
    let asked = &options.shopping;
    say(format_args!("making {} shoppers", asked.shoppers));
    let shoppers: Arc<[Shopper]> = shopper::make(&shop, asked.shoppers).await?.into();
    let mut days = Vec::new();
    for size in &asked.products {
        say(format_args!("filling the shelves up to {size} products"));
        let goods: Arc<[u64]> = goods::fill_up_to(&shop, *size as usize).await?.into();
        until_known(address, goods.len()).await?;
        say(format_args!("shopping for {} s", asked.seconds));
        let journeys = journey::run(address, &shoppers, &goods, asked, options.seed).await?;
        say(format_args!("asking for one page again and again"));
        let rates = rates::run(address, &shoppers, &goods, asked).await?;
        days.push(report::Day { products: goods.len(), journeys, rates });
    }
    say(format_args!("a race for the last pieces"));
    let race = race::run(&shop, address).await?;
    Ok(Report { days, race, machine: Machine::look(&shop).await, asked: asked.clone() })
}

/// Waits until the server's search knows every product.
async fn until_known(address: &Address, products: usize) -> Result<(), String> {
    let mut browser = Browser::open(address, None).await?;
    let deadline = Instant::now() + CATALOGUE_TIMEOUT;
    loop {
        let answer = browser.post("/api/catalog/search", "words=").await?;
        let known = answer.json()["total"].as_u64().unwrap_or(0);
        if known >= products as u64 {
            return Ok(());
        }
        if Instant::now() > deadline {
            return Err(format!("the server knows {known} of {products} products"));
        }
        sleep(CATALOGUE_ASK_EVERY).await;
    }
}

/// Progress; the report alone goes to standard output.
fn say(what: std::fmt::Arguments<'_>) {
    eprintln!("rehearsal: {what}");
}
