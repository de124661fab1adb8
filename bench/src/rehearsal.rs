//! One rehearsal, from the empty stage to the report.

use crate::checker::check;
use crate::clicking::click;
use crate::figures::Figures;
use crate::http::{Address, Connection};
use crate::machine::Machine;
use crate::options::Options;
use crate::report::Report;
use crate::settling::settle;
use crate::told::Told;
use crate::{environment, ledger, schedule, stage};
use std::sync::Arc;
use tokio::time::Instant;

/// Runs it.
///
/// # Errors
/// It could not take place: a server or MySQL cannot be reached, or a setting is wrong.
pub async fn run(options: &Options) -> Result<Report, String> {
    let addresses: Arc<[Address]> = options.addresses.clone().into();
    reach(&addresses).await?;
    let shop = environment::open_shop()?;
    say(format_args!("making {} members", options.members));
    let stage = Arc::new(stage::set(&shop, options).await?);
    let schedule = schedule::clicks(stage.actors.len(), options.repeat, options.rate, options.seed);
    say(format_args!("drop {} opens in a moment: {} clicks", stage.drop_id.0, schedule.len()));
    let clicked = click(&stage, &addresses, options.connections, schedule.clone()).await?;
    say(format_args!("the last click is answered; whoever does not know yet asks"));
    let deadline = Instant::now() + options.timeout();
    let later =
        settle(&stage, &addresses, options.connections, &clicked, deadline, options.seed).await?;
    let ledger = ledger::read(&shop, stage.drop_id).await?;
    let figures = Figures::new(&stage.timeline, &schedule, &clicked, &later, &ledger);
    let told: Vec<Told> = clicked.into_iter().map(|click| click.told).chain(later).collect();
    Ok(Report {
        options: options.clone(),
        drop_id: stage.drop_id.0,
        figures,
        findings: check(&ledger, &told),
        machine: Machine::look(&shop).await,
    })
}

/// Nobody makes 20,000 members for a shop that is not there.
async fn reach(addresses: &[Address]) -> Result<(), String> {
    for address in addresses {
        Connection::open(address).await.map_err(|error| {
            format!("nobody serves at http://{}: {error} (bin/start serves)", address.host())
        })?;
    }
    Ok(())
}

/// Progress; the report alone goes to standard output.
fn say(what: std::fmt::Arguments<'_>) {
    eprintln!("rehearsal: {what}");
}
