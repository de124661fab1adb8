//! A second server on the same cores: it should cost little, though it makes nothing faster here.

use super::child::OwnProcess;
use super::figure::{Figure, Target};
use super::generator::{Closed, Round, resolve};
use super::ground::{CONNECTIONS, Ground};
use crate::chaos::free_port;
use crate::http::{Address, Connection};
use crate::meters::redis_scripts;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

const PLENTY: u32 = 1_000_000;
const RATIO: Target = Target::RatioAtLeast(0.9);
const START_TIMEOUT: Duration = Duration::from_secs(30);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Joins at both in turns, beside joins at one.
pub(super) async fn measure(ground: &Ground) -> Result<Vec<Figure>, String> {
    let one = join(ground, &ground.server).await?;
    let second = Second::start(ground).await?;
    let both = [&ground.server[..], &resolve(std::slice::from_ref(&second.address))?].concat();
    let two = join(ground, &both.into()).await?;
    Ok(vec![
        Figure::told("joins at two processes, beside one", "/s", two.round.per_s())
            .beside(one.round.per_s())
            .aiming(RATIO),
        // Those who come at one moment share a call; at two processes they are half as many.
        Figure::told("  joins a script call", "", two.per_call()).beside(one.per_call()),
    ])
}

/// What a round of joins came to.
struct Joined {
    round: Round,
    scripts: u64,
}

impl Joined {
    fn per_call(&self) -> f64 {
        self.round.tally.tickets() as f64 / self.scripts as f64
    }
}

async fn join(ground: &Ground, servers: &Arc<[SocketAddr]>) -> Result<Joined, String> {
    let drop_id = ground.open_paused(PLENTY).await?;
    let requests = ground.joins(drop_id);
    let at = |round: Closed| Closed { addresses: Arc::clone(servers), ..round };
    // A second server has to meet every drop for the first time too.
    let warm_up = Closed { end: 10_000, ..at(ground.round(&requests, CONNECTIONS, 0)) };
    let first = warm_up.run().await?;
    let before = redis_scripts(&ground.shop).await?;
    let round = at(ground.round(&requests, CONNECTIONS, first.next)).run().await?;
    Ok(Joined { round, scripts: redis_scripts(&ground.shop).await? - before })
}

/// The second server, with the settings of the first.
struct Second {
    address: Address,
    _process: OwnProcess,
}

impl Second {
    async fn start(ground: &Ground) -> Result<Self, String> {
        let program = ground.program.as_ref().ok_or("which program? bin/rehearse says")?;
        let site = format!("127.0.0.1:{}", free_port()?);
        let mut command = Command::new(program);
        let process = OwnProcess::start(command.arg("serve").env("LEPTOS_SITE_ADDR", &site))?;
        let second = Self { address: format!("http://{site}").parse()?, _process: process };
        let deadline = Instant::now() + START_TIMEOUT;
        while Connection::open(&second.address).await.is_err() {
            if Instant::now() > deadline {
                return Err("the second server does not start".into());
            }
            sleep(LOOK_EVERY).await;
        }
        Ok(second)
    }
}
