//! The rehearsal of the chat: rooms with both sides at their sockets, messages at times fixed in
//! advance, and a look at the end whether each was seen once, in order, by both sides, and is in
//! MySQL.

mod ground;
mod heard;
mod idle;
mod listening;
mod report;
mod saying;

pub use ground::Ground;
pub use report::Report;
pub use saying::{Plan, Said, say_all};

use crate::environment;
use crate::machine::Machine;
use crate::options::Options;
use idle::Idle;
use listening::Listening;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// What was said is seen by everybody within this time, or it is lost.
const SEEN_TIMEOUT: Duration = Duration::from_secs(30);
/// A shop that has just been started opens its connections in the first second, and nobody starts one
/// in the middle of its biggest day. What is said meanwhile counts for the promises, not for the times.
const WARM_UP_S: u64 = 3;
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Runs it.
///
/// # Errors
/// It could not take place: a server, MySQL or Kafka cannot be reached.
pub async fn run(options: &Options) -> Result<Report, String> {
    let shop = environment::open_shop()?;
    let asked = &options.chat;
    say(format_args!("{} rooms in which nobody talks", asked.idle_rooms));
    let idle = Idle::measure(&shop, options).await?;
    say(format_args!("making {} rooms", asked.rooms));
    let ground = Arc::new(Ground::prepare(&shop, asked.rooms).await?);
    let listening = Listening::begin(&ground, &options.addresses).await?;
    say(format_args!("talking for {} s", WARM_UP_S + asked.chat_seconds));
    let plan = Plan {
        addresses: options.addresses.clone(),
        messages_per_s: asked.messages,
        seconds: WARM_UP_S + asked.chat_seconds,
        connections: options.connections,
        seed: options.seed,
    };
    let said = say_all(&ground, &plan).await?;
    let sent = said.iter().filter(|said| said.is_sent).count();
    let deadline = Instant::now() + SEEN_TIMEOUT;
    while listening.least_seen() < sent && Instant::now() < deadline {
        sleep(LOOK_EVERY).await;
    }
    let heard = listening.end().await;
    let archived = ground.archived(&shop).await?;
    let machine = Machine::look(&shop).await;
    Ok(Report::new(asked, idle, &said, &heard, &archived, machine))
}

/// Progress; the report alone goes to standard output.
fn say(what: std::fmt::Arguments<'_>) {
    eprintln!("rehearsal: {what}");
}
