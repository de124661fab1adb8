//! Breaks parts while a crowd clicks, and puts them up again.

use super::crowd::Scene;
use super::faults::{Blow, Fault, Target};
use super::{Part, Parts};
use shop::Moment;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

/// A line without an issuer has one again when the lease has run out.
const ISSUER_TIMEOUT: Duration = Duration::from_secs(3);
const ASK_EVERY: Duration = Duration::from_millis(5);

/// A part that was broken.
#[derive(Clone, Copy, Debug)]
pub struct Broken {
    /// What was to be broken.
    pub target: Target,
    /// What it was.
    pub part: Part,
    /// When it was dead, or stood still.
    pub at: Moment,
    /// When it was started again, or let go on.
    pub started_at: Moment,
    /// From there until it answered.
    pub back_after: Duration,
}

/// Breaks one part after the other, until everything is broken or the crowd is done. In the end
/// every part answers.
///
/// # Errors
/// A part ended by itself, or does not answer again.
pub async fn break_parts(
    parts: &mut Parts,
    scene: &Scene,
    faults: &[Fault],
) -> Result<Vec<Broken>, String> {
    let mut broken = Vec::new();
    for fault in faults {
        if timeout(fault.after, scene.until_over()).await.is_ok() {
            break;
        }
        let Some(part) = part_of(parts, scene, fault.target).await else { continue };
        broken.push(break_one(parts, fault, part).await?);
    }
    Ok(broken)
}

async fn break_one(parts: &mut Parts, fault: &Fault, part: Part) -> Result<Broken, String> {
    let at;
    match fault.blow {
        Blow::Kill { down_for } => {
            parts.process(part).kill().map_err(|error| format!("{part:?}: {error}"))?;
            at = parts.shop.now();
            sleep(down_for).await;
            parts.process(part).start_again()?;
        }
        Blow::Pause { lasting } => {
            parts.process(part).pause().await?;
            at = parts.shop.now();
            sleep(lasting).await;
            parts.process(part).resume()?;
        }
    }
    let started_at = parts.shop.now();
    let begun = Instant::now();
    parts.until_answers(part).await?;
    Ok(Broken { target: fault.target, part, at, started_at, back_after: begun.elapsed() })
}

/// `None` if nobody works on the line any more.
async fn part_of(parts: &Parts, scene: &Scene, target: Target) -> Option<Part> {
    match target {
        Target::Server(number) => Some(Part::Server(number)),
        Target::Redis => Some(Part::Redis),
        Target::MySql => Some(Part::MySql),
        Target::Issuer => {
            let deadline = Instant::now() + ISSUER_TIMEOUT;
            while !scene.is_over() && Instant::now() < deadline {
                if let Some(number) = parts.issuer(scene.stage.drop_id).await {
                    return Some(Part::Server(number));
                }
                sleep(ASK_EVERY).await;
            }
            None
        }
    }
}
