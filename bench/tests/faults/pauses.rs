//! Processes that stand still for 0.1 to 10 s, and go on as if nothing had been.

use crate::kit::{assert_no_promise_breaks, seed};
use bench::chaos::{Plan, Weights};

const PAUSES: u64 = 12;

#[tokio::test]
async fn a_dozen_pauses_break_no_promise() {
    let weights = Weights::EVEN;
    assert_no_promise_breaks(&Plan { hits: PAUSES, pauses: true, weights, seed: seed() }).await;
}
