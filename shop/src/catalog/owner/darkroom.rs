//! Where uploaded pictures are developed: off the async threads, and few at once.

use super::develop::{Developed, develop};
use crate::{Fault, Outcome, Problem, Refusal};
use bytes::Bytes;
use std::num::NonZero;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Shopping goes on meanwhile.
const CORES_LEFT: usize = 1;
/// Somebody who waits longer than this for a place is told to come back.
const WAIT_MAX: Duration = Duration::from_secs(60);
const RETRY_AFTER_S: u32 = 10;

/// Develops as many pictures at once as there are cores, less one: the memory stays bounded at
/// as many times what the largest picture needs, 256 MiB.
#[derive(Clone)]
pub struct Darkroom {
    slots: Arc<Semaphore>,
}

impl Default for Darkroom {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        Self { slots: Arc::new(Semaphore::new(cores.saturating_sub(CORES_LEFT).max(1))) }
    }
}

impl Darkroom {
    /// The files of a picture, or what is wrong with it.
    ///
    /// # Errors
    /// [`Refusal::Busy`].
    pub async fn develop(&self, sent: Bytes) -> Outcome<Result<Developed, Problem>> {
        let slot = Arc::clone(&self.slots).acquire_owned();
        let slot = match tokio::time::timeout(WAIT_MAX, slot).await {
            Ok(Ok(slot)) => slot,
            _ => return Err(Refusal::Busy { retry_after_s: RETRY_AFTER_S }.into()),
        };
        let developing = tokio::task::spawn_blocking(move || {
            // Held until it is done, even if nobody waits for it any more.
            let _slot = slot;
            develop(&sent)
        });
        match developing.await {
            Ok(developed) => Ok(developed),
            // A decoder that gave up has met a picture that nobody should see.
            Err(error) if error.is_panic() => {
                tracing::warn!(%error, "a picture's decoder panicked");
                Ok(Err(Problem::DamagedPicture))
            }
            Err(error) => Err(Fault::Broken(error.to_string())),
        }
    }
}
