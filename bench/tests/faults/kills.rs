//! Processes that die without a goodbye.

use crate::kit::{alone, seed};
use bench::chaos::{Plan, Target, Weights, run};

const KILLS: u64 = 50;

#[tokio::test]
async fn fifty_kills_break_no_promise() {
    let _alone = alone().await;
    let plan = Plan { hits: KILLS, pauses: false, weights: Weights::OF_LIFE, seed: seed() };
    let report = run(&plan, |_| {}).await.expect("a run");
    println!("{}", report.to_text());
    assert!(report.is_clean(), "{}", report.to_text());
    assert!(report.tally.hits() >= KILLS);
    for target in [Target::Server(0), Target::Issuer, Target::Redis, Target::MySql] {
        assert!(report.tally.hits_of(target) > 0, "{target:?} was never hit");
    }
}
