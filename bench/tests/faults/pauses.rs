//! Processes that stand still for 0.1 to 10 s, and go on as if nothing had been.

use crate::kit::{alone, seed};
use bench::chaos::{Plan, Target, Weights, run};

const PAUSES: u64 = 12;

#[tokio::test]
async fn a_dozen_pauses_break_no_promise() {
    let _alone = alone().await;
    let plan = Plan { hits: PAUSES, pauses: true, weights: Weights::EVEN, seed: seed() };
    let report = run(&plan, |_| {}).await.expect("a run");
    println!("{}", report.to_text());
    assert!(report.is_clean(), "{}", report.to_text());
    assert!(report.tally.hits() >= PAUSES);
    for target in [Target::Server(0), Target::Issuer, Target::Redis, Target::MySql] {
        assert!(report.tally.hits_of(target) > 0, "{target:?} was never hit");
    }
}
