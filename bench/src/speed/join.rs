//! Joins a second: every click is another member's first.

use super::figure::{Figure, Target};
use super::generator::Round;
use super::ground::{CONNECTIONS, Ground, MANY_CONNECTIONS};
use shop::drops::DropId;

/// More than join in a round.
pub const MEMBERS: u32 = 400_000;
/// More than the crowd could ever get.
const PLENTY: u32 = 1_000_000;
const QUOTA: u32 = 10_000;
const RATIO: Target = Target::RatioAtLeast(0.35);

/// While coupons are issued, and in a line that stands.
pub(super) async fn measure(ground: &Ground) -> Result<Vec<Figure>, String> {
    let mut figures = Vec::new();
    let echo = ground.echo_per_s(CONNECTIONS).await?;
    let drop_id = ground.open_drop(QUOTA, None).await?;
    let requests = ground.joins(drop_id);
    let round = ground.round(&requests, CONNECTIONS, 0).run().await?;
    let name = format!("joins while {QUOTA} coupons are issued");
    figures.push(Figure::told(name, "/s", round.tickets_per_s()).beside(echo).aiming(RATIO));
    figures.push(differing(ground, drop_id, &[round]).await?);
    for connections in [CONNECTIONS, MANY_CONNECTIONS] {
        let echo = ground.echo_per_s(connections).await?;
        let drop_id = ground.open_paused(PLENTY).await?;
        let requests = ground.joins(drop_id);
        let first = ground.warm_up(&requests, connections).await?;
        let round = ground.round(&requests, connections, first.next).run().await?;
        let name = format!("joins of a paused drop, {connections} connections");
        figures.push(Figure::told(name, "/s", round.per_s()).beside(echo).aiming(RATIO));
        figures.push(differing(ground, drop_id, &[first, round]).await?);
    }
    Ok(figures)
}

/// By how much the answers differ from the line: tickets that nobody was told of, or that were
/// never given, or answers that were none.
async fn differing(ground: &Ground, id: DropId, rounds: &[Round]) -> Result<Figure, String> {
    let given = ground.last_ticket(id).await?;
    let told: u64 = rounds.iter().map(|round| round.tally.tickets()).sum();
    let odd: u64 = rounds.iter().map(|round| round.tally.misread + round.tally.odd()).sum();
    let differing = (given.abs_diff(told) + odd) as f64;
    Ok(Figure::told("  tickets told otherwise than given", "", differing)
        .aiming(Target::Exactly(0.0)))
}
