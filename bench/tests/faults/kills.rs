//! Processes that die without a goodbye.

use crate::kit::{assert_no_promise_breaks, seed};
use bench::chaos::{Plan, Weights};

const KILLS: u64 = 50;

#[tokio::test]
async fn fifty_kills_break_no_promise() {
    let weights = Weights::OF_LIFE;
    assert_no_promise_breaks(&Plan { hits: KILLS, pauses: false, weights, seed: seed() }).await;
}
