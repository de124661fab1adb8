//! Kills, one drop after the other, until enough of them have hit.

use super::report::Tally;
use super::{Crowd, Parts, Report, Weights, break_parts, rush, schedule};
use crate::machine::Machine;

const MEMBERS: u32 = 300;
/// Kills during one drop, if it lasts so long; afterwards it must come to its end.
const FAULTS_PER_DROP: usize = 8;
/// So many drops without a hit, and the run proves nothing.
const DROPS_IN_VAIN_MAX: u32 = 5;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Faults that must hit.
    pub hits: u64,
    /// Pauses instead of kills.
    pub pauses: bool,
    /// How often which part is broken.
    pub weights: Weights,
    /// Gives the same clicks and faults.
    pub seed: u64,
}

/// Runs it.
///
/// # Errors
/// It could not take place; or a part ended by itself, or did not come back.
pub async fn run(plan: &Plan, say: impl Fn(&str)) -> Result<Report, String> {
    let mut parts = Parts::start(MEMBERS).await?;
    let machine = Machine::look(&parts.shop).await;
    let mut tally = Tally::default();
    let mut in_vain = 0;
    for number in 0.. {
        if tally.hits() >= plan.hits {
            break;
        }
        // Drops differ; the run is the seed's.
        let seed = plan.seed.wrapping_mul(1_000_003).wrapping_add(number);
        let faults = schedule(seed, FAULTS_PER_DROP, plan.weights, plan.pauses);
        let (rush, broken) = rush(&mut parts, &Crowd::SMALL, seed, async |parts, scene| {
            break_parts(parts, scene, &faults).await
        })
        .await?;
        let before = tally.hits();
        tally.add(&rush, &broken);
        in_vain = if tally.hits() > before { 0 } else { in_vain + 1 };
        if in_vain >= DROPS_IN_VAIN_MAX {
            return Err("no fault hits any more".into());
        }
        say(&format!("drop {}: {} of {} have hit", number + 1, tally.hits(), plan.hits));
    }
    Ok(Report { plan: *plan, tally, machine })
}
