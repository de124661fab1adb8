//! What a crowd feels: a minute of clicks at a constant rate, as many as Woowahan told of.

use super::figure::{Figure, Target};
use super::generator::Open;
use super::ground::{Ground, MANY_CONNECTIONS};
use crate::schedule;
use std::sync::Arc;
use tokio::time::Instant;

/// 470,000 clicks, of which a fifth are repeated.
pub const MEMBERS: u32 = 376_000;
const REPEAT_PERCENT: u32 = 20;
const RATE_PER_S: u32 = 7_833;
const QUOTA: u32 = 10_000;
const SEED: u64 = 1;
const P99_MS: f64 = 20.0;
const DECIDED_WITHIN_S: f64 = 1.0;

/// The latency of the clicks, and how soon the last ticket was decided.
pub(super) async fn measure(ground: &Ground) -> Result<Vec<Figure>, String> {
    let drop_id = ground.open_drop(QUOTA, None).await?;
    let clicks = schedule::clicks(MEMBERS as usize, REPEAT_PERCENT, RATE_PER_S, SEED);
    let intended = clicks.len();
    let open = Open {
        addresses: Arc::clone(&ground.server),
        connections: MANY_CONNECTIONS,
        requests: ground.joins(drop_id),
        clicks,
    };
    let running = tokio::spawn(open.run());
    let decided = ground.until_issued(drop_id, QUOTA).await?;
    let run = running.await.map_err(|error| error.to_string())??;
    let after = run.last_ticket.map_or(0.0, |ticket| seconds_after(ticket, decided));
    let unlike = intended as u64 - run.tally.answers() + run.tally.odd() + run.tally.misread;
    let per_s = run.tally.answers() as f64 / run.took.as_secs_f64();
    let latency = run.latency;
    let told = |name: &str, ms| Figure::told(name, "ms", ms);
    Ok(vec![
        Figure::told(format!("clicks answered, {RATE_PER_S} a second sent"), "/s", per_s),
        told("  latency p50", latency.p50_ms),
        told("  latency p99", latency.p99_ms).aiming(Target::Below(P99_MS)),
        told("  latency p99.9", latency.p999_ms),
        told("  latency max", latency.max_ms),
        Figure::told("  clicks without a good answer", "", unlike as f64)
            .aiming(Target::Exactly(0.0)),
        Figure::told("  last decision after the last ticket", "s", after)
            .aiming(Target::Below(DECIDED_WITHIN_S)),
    ])
}

fn seconds_after(earlier: Instant, later: Instant) -> f64 {
    later.saturating_duration_since(earlier).as_secs_f64()
}
