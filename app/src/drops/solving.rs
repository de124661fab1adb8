//! Solving a challenge in a browser, a slice at a time: the page scrolls and ticks meanwhile.

use crate::browser;
use shop::drops::challenge::{Challenge, Proof, Search};

/// Half of a frame is the page's own.
const SLICE_MS: i64 = 8;
/// Tries between two looks at the clock: a millisecond's on an old telephone.
const TRIES_PER_LOOK: u32 = 256;

/// Looks for the proof as long as it is wanted. In a tab that nobody looks at browsers give little
/// time, and it goes on when the reader comes back.
pub async fn solve(challenge: Challenge, is_wanted: impl Fn() -> bool) -> Option<Proof> {
    let mut search = Search::new(challenge);
    while is_wanted() {
        let until_ms = browser::uptime_ms() + SLICE_MS;
        while browser::uptime_ms() < until_ms {
            if let Some(proof) = search.go_on(TRIES_PER_LOOK) {
                return Some(proof);
            }
        }
        browser::breathe().await;
    }
    None
}
