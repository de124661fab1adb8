//! What a join costs when the line is long.

use super::figure::{Figure, Target};
use super::generator::{Closed, Requests, Round};
use super::ground::{CONNECTIONS, Ground, ROUND, joins};
use shop::drops::DropId;
use shop::members::MemberId;
use shop::members::sessions::{Session, SessionId};
use std::sync::Arc;

const FEW: u64 = 1_000;
const MANY: u64 = 1_000_000;
/// Joins that are measured each time: few, because each makes the line longer.
const MEASURED: usize = 20_000;
/// Short and long lines take turns, so that the machine's mood is in both.
const TURNS: usize = 6;
/// The crowd of every turn is a fresh one.
pub const MEMBERS: u32 = (MEASURED * TURNS) as u32;
/// The cost may grow by a tenth.
const RATIO: Target = Target::RatioAtLeast(1.0 / 1.1);
/// A million join in less.
const PATIENCE: u32 = 30;

/// The rate with many waiting, beside that with few.
pub(super) async fn measure(ground: &Ground) -> Result<Vec<Figure>, String> {
    let long = line_of(ground, MANY).await?;
    let long_joins = ground.joins(long);
    let (mut slow, mut quick) = (Vec::new(), Vec::new());
    for turn in 0..TURNS {
        let short = line_of(ground, FEW).await?;
        let short_joins = ground.joins(short);
        quick.push(join(ground, &short_joins, turn).await?);
        slow.push(join(ground, &long_joins, turn).await?);
    }
    Ok(vec![
        Figure::told(format!("joins with {MANY} waiting, beside {FEW}"), "/s", median(slow))
            .beside(median(quick))
            .aiming(RATIO),
    ])
}

/// A paused drop for which so many wait. They are nobody: their sessions have a seal and no row,
/// and in a pause nobody asks who they are.
async fn line_of(ground: &Ground, waiting: u64) -> Result<DropId, String> {
    let id = ground.open_paused(waiting as u32).await?;
    let started_at = ground.shop.now();
    let sessions = (0..waiting).map(|n| {
        let session =
            Session { id: SessionId(u64::MAX - n), member: MemberId(u64::MAX - n), started_at };
        ground.shop.sessions.seal(session, ground.shop.random()).to_text()
    });
    let requests = Arc::new(joins(&ground.address, id, sessions));
    let joining = ground.round(&requests, CONNECTIONS, 0);
    Closed { time: ROUND * PATIENCE, ..joining }.run().await?;
    match ground.last_ticket(id).await? {
        last if last == waiting => Ok(id),
        last => Err(format!("{last} of {waiting} wait")),
    }
}

async fn join(ground: &Ground, requests: &Arc<Requests>, turn: usize) -> Result<Round, String> {
    let first = turn * MEASURED;
    let round = ground.round(requests, CONNECTIONS, first);
    Closed { end: first + MEASURED, time: ROUND * PATIENCE, ..round }.run().await
}

fn median(rounds: Vec<Round>) -> f64 {
    let mut rates: Vec<f64> = rounds.iter().map(Round::per_s).collect();
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or(0.0)
}
