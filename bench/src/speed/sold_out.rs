//! Clicks at a drop that is sold out: answered from memory.

use super::figure::{Figure, Target};
use super::generator::{Closed, Said};
use super::ground::{CONNECTIONS, Ground, MANY_CONNECTIONS, ROUND};
use crate::meters::redis_commands;
use tokio::time::sleep;

const QUOTA: u32 = 100;
/// Enough of the crowd to want them all.
const BUYERS: usize = 1_000;
const RATIO: Target = Target::RatioAtLeast(0.6);
/// Commands for a click: what a server asks by itself varies by a few a second.
const COMMANDS_PER_CLICK: Target = Target::Below(0.001);

/// The rate, and what Redis had to do with it.
pub(super) async fn measure(ground: &Ground) -> Result<Vec<Figure>, String> {
    let drop_id = ground.open_drop(QUOTA, None).await?;
    let requests = ground.joins(drop_id);
    Closed { end: BUYERS, ..ground.round(&requests, CONNECTIONS, 0) }.run().await?;
    ground.until_state(drop_id, "sold_out").await?;
    let mut figures = Vec::new();
    for connections in [CONNECTIONS, MANY_CONNECTIONS] {
        let echo = ground.echo_per_s(connections).await?;
        let clicks = Closed { again: true, ..ground.round(&requests, connections, BUYERS) };
        // Until the server has the winners by heart.
        Closed { time: ROUND / 4, ..clicks.clone() }.run().await?;
        let before = redis_commands(&ground.shop).await?;
        sleep(ROUND).await;
        let between = redis_commands(&ground.shop).await?;
        let round = clicks.run().await?;
        let after = redis_commands(&ground.shop).await?;
        let own = (between - before) as f64 * round.took.div_duration_f64(ROUND);
        let asked = ((after - between) as f64 - own).max(0.0) / round.tally.answers() as f64;
        let name = format!("clicks at a sold-out drop, {connections} connections");
        figures.push(Figure::told(name, "/s", round.per_s()).beside(echo).aiming(RATIO));
        figures.push(
            Figure::told("  Redis commands for a click", "", asked).aiming(COMMANDS_PER_CLICK),
        );
        let others = round.tally.answers() - round.tally.of(Said::SoldOut) + round.tally.misread;
        figures.push(
            Figure::told("  answers other than sold out", "", others as f64)
                .aiming(Target::Exactly(0.0)),
        );
    }
    Ok(figures)
}
