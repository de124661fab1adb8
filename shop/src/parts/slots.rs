//! Work for the processor: off the async threads, and no more of it at once than there are slots.

use crate::{Fault, Outcome, Refusal};
use std::num::NonZero;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// So many may work at once. The others wait in the order in which they came.
#[derive(Clone, Debug)]
pub struct Slots {
    free: Arc<Semaphore>,
    wait_max: Duration,
    retry_after_s: u32,
}

impl Slots {
    /// As many as there are cores. Who waits longer than this is told to come back after so many
    /// seconds.
    pub fn for_each_core(wait_max: Duration, retry_after_s: u32) -> Self {
        Self::new(cores(), wait_max, retry_after_s)
    }

    /// One less, so that clicks and pages go on meanwhile; one at least.
    pub fn for_all_cores_but_one(wait_max: Duration, retry_after_s: u32) -> Self {
        Self::new(cores().saturating_sub(1).max(1), wait_max, retry_after_s)
    }

    fn new(slots: usize, wait_max: Duration, retry_after_s: u32) -> Self {
        Self { free: Arc::new(Semaphore::new(slots)), wait_max, retry_after_s }
    }

    /// Does the work. Its slot is taken until it is done, even if nobody waits for it any more.
    ///
    /// # Errors
    /// [`Refusal::Busy`] for who has waited too long; [`Fault::Broken`] for work that panicked.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Outcome<T> {
        let slot = Arc::clone(&self.free).acquire_owned();
        let Ok(Ok(slot)) = tokio::time::timeout(self.wait_max, slot).await else {
            return Err(Refusal::Busy { retry_after_s: self.retry_after_s }.into());
        };
        let working = tokio::task::spawn_blocking(move || {
            let _slot = slot;
            work()
        });
        working.await.map_err(|error| Fault::Broken(error.to_string()))
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use tokio::sync::oneshot;
    use tokio::task::JoinHandle;

    const SHORT: Duration = Duration::from_millis(5);
    const LONG: Duration = Duration::from_secs(60);

    /// Takes a slot until it is told to give it back.
    async fn take(slots: &Slots) -> (JoinHandle<bool>, mpsc::Sender<()>) {
        let (end, ended) = mpsc::channel();
        let (begin, begun) = oneshot::channel();
        let slots = slots.clone();
        let working = tokio::spawn(async move {
            let work = move || begin.send(()).is_ok() && ended.recv().is_ok();
            slots.run(work).await.is_ok_and(|was_told| was_told)
        });
        begun.await.expect("it is at work");
        (working, end)
    }

    #[tokio::test]
    async fn who_waits_too_long_is_told_to_come_back() {
        let slots = Slots::new(1, SHORT, 1);
        let (first, end) = take(&slots).await;
        let refused = slots.run(|| ()).await.expect_err("no slot").into_refusal();
        assert_eq!(refused, Refusal::Busy { retry_after_s: 1 });
        end.send(()).expect("the first one is at work");
        assert!(first.await.expect("the first one has ended"));
        assert!(slots.run(|| ()).await.is_ok());
    }

    #[tokio::test]
    async fn a_slot_is_taken_until_the_work_is_done_even_if_nobody_waits_for_it() {
        let slots = Slots::new(1, SHORT, 1);
        let (gone, end) = take(&slots).await;
        gone.abort();
        assert!(gone.await.is_err());
        assert!(slots.run(|| ()).await.is_err());
        end.send(()).expect("it is at work");
        assert!(Slots { wait_max: LONG, ..slots }.run(|| ()).await.is_ok());
    }

    #[tokio::test]
    async fn work_that_panics_gives_its_slot_back() {
        let slots = Slots::new(1, SHORT, 1);
        assert!(matches!(slots.run(|| panic!("on purpose")).await, Err::<(), _>(Fault::Broken(_))));
        assert!(slots.run(|| ()).await.is_ok());
    }
}
