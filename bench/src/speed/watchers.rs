//! What it costs to be watched.

use super::figure::{Figure, Target};
use super::generator::Closed;
use super::ground::{CONNECTIONS, Ground};
use crate::meters::redis_commands;
use crate::watchers::{CORES_MAX, KB_PER_SOCKET_MAX, Sightings, Sockets};
use shop::drops::DropId;
use std::time::Duration;
use tokio::time::{Instant, sleep};

const WATCHERS: usize = 10_000;
const FEW: usize = 10;
/// Those who wait last through the watching.
pub const MEMBERS: u32 = 6_000;
/// Slow enough that nearly every tick has news, and that they last.
const DROP_RATE: u32 = 80;
const WATCHED: Duration = Duration::from_secs(20);
const LAG_P99_MS: f64 = 250.0;
/// However many look on, everybody is told as often.
const TICKS: Target = Target::RatioAtLeast(0.95);
/// Watchers cost Redis nothing; what a server asks by itself varies a little.
const COMMANDS_MORE: f64 = 1.1;

/// One watching.
struct Watched {
    sightings: Sightings,
    commands_per_s: f64,
    cores: Option<f64>,
    kb_per_socket: Option<f64>,
}

/// Ten look on, then ten thousand.
pub(super) async fn measure(ground: &Ground) -> Result<Vec<Figure>, String> {
    let drop_id = ground.open_drop(MEMBERS, Some(DROP_RATE)).await?;
    let requests = ground.joins(drop_id);
    Closed { end: MEMBERS as usize, ..ground.round(&requests, CONNECTIONS, 0) }.run().await?;
    let few = watch(ground, drop_id, FEW).await?;
    let many = watch(ground, drop_id, WATCHERS).await?;
    let lag = many.sightings.lag().ok_or("nobody saw anything")?;
    let (reached_all, ticks) = many.sightings.ticks_that_reached(WATCHERS as u32);
    let nothing = Target::Exactly(0.0);
    let mut figures = vec![
        Figure::told(
            format!("ticks told to {WATCHERS} watchers, beside {FEW}"),
            "/s",
            ticks_per_s(&many),
        )
        .beside(ticks_per_s(&few))
        .aiming(TICKS),
        Figure::told("  ticks that missed somebody", "", (ticks - reached_all) as f64)
            .aiming(nothing),
        Figure::told("  news late by, p50", "ms", lag.p50_ms),
        Figure::told("  news late by, p99", "ms", lag.p99_ms).aiming(Target::Below(LAG_P99_MS)),
        Figure::told("  steps back", "", many.sightings.steps_back as f64).aiming(nothing),
        Figure::told("  sockets lost", "", many.sightings.lost as f64).aiming(nothing),
        Figure::told(format!("  Redis commands, beside {FEW} watchers"), "/s", many.commands_per_s)
            .beside(few.commands_per_s)
            .aiming(Target::Below(few.commands_per_s * COMMANDS_MORE)),
    ];
    if let Some(cores) = many.cores {
        figures.push(
            Figure::told("  cores of the server's process", "", cores)
                .aiming(Target::Below(CORES_MAX)),
        );
    }
    if let Some(kb) = many.kb_per_socket {
        figures.push(
            Figure::told("  memory of an idle socket", "KB", kb)
                .aiming(Target::Below(KB_PER_SOCKET_MAX)),
        );
    }
    Ok(figures)
}

fn ticks_per_s(watched: &Watched) -> f64 {
    let (_, ticks) = watched.sightings.ticks_that_reached(0);
    ticks as f64 / WATCHED.as_secs_f64()
}

async fn watch(ground: &Ground, drop_id: DropId, count: usize) -> Result<Watched, String> {
    let memory = || ground.process.map(|process| process.memory_kib()).transpose();
    let cpu = || ground.process.map(|process| process.cpu_s()).transpose();
    let memory_before = memory()?;
    let servers = std::slice::from_ref(&ground.address);
    let sockets = Sockets::open(&ground.shop, servers, count).await?;
    let memory_after = memory()?;
    let watching = sockets.watch(drop_id).await?;
    let (begun, cpu_before) = (Instant::now(), cpu()?);
    let commands_before = redis_commands(&ground.shop).await?;
    sleep(WATCHED).await;
    let commands = redis_commands(&ground.shop).await? - commands_before;
    let (cpu_after, took_s) = (cpu()?, begun.elapsed().as_secs_f64());
    Ok(Watched {
        sightings: watching.end().await,
        commands_per_s: commands as f64 / took_s,
        cores: cpu_before.zip(cpu_after).map(|(before, after)| (after - before) / took_s),
        kb_per_socket: memory_before
            .zip(memory_after)
            .map(|(before, after)| (after - before) / count as f64),
    })
}
