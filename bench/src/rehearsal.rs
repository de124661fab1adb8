//! One rehearsal, from the empty stage to the report.

use crate::checker::check;
use crate::clicking::{Clicked, click_and_tell};
use crate::figures::Figures;
use crate::http::Address;
use crate::machine::Machine;
use crate::options::Options;
use crate::progress::{self, Progress};
use crate::report::{Report, Watched};
use crate::schedule::Click;
use crate::settling::settle;
use crate::stage::Stage;
use crate::told::Told;
use crate::watchers::Sockets;
use crate::{course, environment, ledger, schedule, stage};
use std::sync::Arc;
use tokio::time::Instant;

/// Runs it.
///
/// # Errors
/// It could not take place: a server or MySQL cannot be reached, or a setting is wrong.
pub async fn run(options: &Options) -> Result<Report, String> {
    let addresses: Arc<[Address]> = options.addresses.clone().into();
    let shop = environment::open_shop()?;
    let sockets = match options.watchers {
        0 => None,
        watchers => {
            say(format_args!("opening {watchers} sockets"));
            Some(Sockets::open(&shop, &addresses, watchers as usize).await?)
        }
    };
    say(format_args!("making {} members", options.members));
    let stage = Arc::new(stage::set(&shop, options).await?);
    let schedule = schedule::clicks(stage.actors.len(), options.repeat, options.rate, options.seed);
    say(format_args!("drop {} opens in a moment: {} clicks", stage.drop_id.0, schedule.len()));
    let watching = match sockets {
        None => None,
        Some(sockets) => Some(sockets.watch(stage.drop_id).await?),
    };
    let progress = Arc::default();
    let crowding = crowd(&stage, &addresses, options, schedule.clone(), &progress);
    let (clicked, later) = tokio::select! {
        crowded = crowding => crowded?,
        () = progress::tell(&shop, stage.drop_id, &progress, stage.timeline.start) => {
            return Err("nobody tells any more".into());
        }
    };
    let watched = match watching {
        None => None,
        Some(watching) => Some(Watched::new(options.watchers, &watching.end().await)),
    };
    let ledger = ledger::read(&shop, stage.drop_id).await?;
    let figures = Figures::new(&stage.timeline, &schedule, &clicked, &later, &ledger);
    let course = course::of(stage.timeline.opens_at, &clicked, &ledger);
    let told: Vec<Told> = clicked.into_iter().map(|click| click.told).chain(later).collect();
    Ok(Report {
        options: options.clone(),
        drop_id: stage.drop_id.0,
        figures,
        course,
        watched,
        findings: check(&ledger, &told),
        machine: Machine::look(&shop).await,
    })
}

/// Everybody clicks, and asks until they know. Gives the clicks, and every later answer.
async fn crowd(
    stage: &Arc<Stage>,
    addresses: &Arc<[Address]>,
    options: &Options,
    schedule: Vec<Click>,
    progress: &Arc<Progress>,
) -> Result<(Vec<Clicked>, Vec<Told>), String> {
    let (connections, seed) = (options.connections, options.seed);
    let clicked = click_and_tell(stage, addresses, connections, schedule, progress).await?;
    say(format_args!("the last click is answered; whoever does not know yet asks"));
    let deadline = Instant::now() + options.timeout();
    let later = settle(stage, addresses, connections, &clicked, deadline, seed).await?;
    Ok((clicked, later))
}

/// Progress; the report alone goes to standard output.
fn say(what: std::fmt::Arguments<'_>) {
    eprintln!("rehearsal: {what}");
}
