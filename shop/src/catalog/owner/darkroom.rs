//! Where uploaded pictures are developed: off the async threads, and few at once.

use super::develop::{Developed, develop};
use crate::parts::Slots;
use crate::{Outcome, Problem};
use bytes::Bytes;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

/// Somebody who waits longer than this for a place is told to come back.
const WAIT_MAX: Duration = Duration::from_secs(60);
const RETRY_AFTER_S: u32 = 10;

/// Develops as many pictures at once as there are cores, less one: the memory stays bounded at
/// as many times what the largest picture needs, 256 MiB.
#[derive(Clone)]
pub struct Darkroom {
    slots: Slots,
}

impl Default for Darkroom {
    fn default() -> Self {
        Self { slots: Slots::for_all_cores_but_one(WAIT_MAX, RETRY_AFTER_S) }
    }
}

impl Darkroom {
    /// The files of a picture, or what is wrong with it.
    ///
    /// # Errors
    /// [`Refusal::Busy`](crate::Refusal).
    pub async fn develop(&self, sent: Bytes) -> Outcome<Result<Developed, Problem>> {
        let developing = move || catch_unwind(AssertUnwindSafe(|| develop(&sent)));
        // A decoder that gave up has met a picture that nobody should see; the log has its panic.
        let developed = self.slots.run(developing).await?;
        Ok(developed.unwrap_or(Err(Problem::DamagedPicture)))
    }
}
