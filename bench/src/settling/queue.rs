//! Who asks next.

use crate::client::Question;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Mutex;
use tokio::time::Instant;

/// A question that a member will ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// When.
    pub due: Instant,
    /// Which of the actors.
    pub actor: usize,
    /// What.
    pub question: Question,
}

impl Ord for Ask {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.due, self.actor).cmp(&(other.due, other.actor))
    }
}

impl PartialOrd for Ask {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Questions by their time, and how many of them are under way.
#[derive(Default)]
pub struct Queue(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    asks: BinaryHeap<Reverse<Ask>>,
    under_way: usize,
}

impl Queue {
    /// One more.
    pub fn push(&self, ask: Ask) {
        self.lock().asks.push(Reverse(ask));
    }

    /// The one that is due first. Until [`Self::is_answered`] it is under way.
    pub fn take(&self) -> Option<Ask> {
        let mut inner = self.lock();
        let Reverse(ask) = inner.asks.pop()?;
        inner.under_way += 1;
        Some(ask)
    }

    /// One that was under way is answered, and what follows from it is pushed.
    pub fn is_answered(&self) {
        self.lock().under_way -= 1;
    }

    /// Whether nobody asks any more.
    pub fn is_done(&self) -> bool {
        let inner = self.lock();
        inner.asks.is_empty() && inner.under_way == 0
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn who_is_due_first_asks_first_and_the_last_answer_ends_it() {
        let queue = Queue::default();
        let now = Instant::now();
        for (actor, ms) in [(0, 300), (1, 100), (2, 200)] {
            let due = now + Duration::from_millis(ms);
            queue.push(Ask { due, actor, question: Question::Mine });
        }
        let order: Vec<usize> = std::iter::from_fn(|| queue.take()).map(|ask| ask.actor).collect();
        assert_eq!(order, [1, 2, 0]);
        assert!(!queue.is_done(), "three are under way");
        for _ in 0..3 {
            queue.is_answered();
        }
        assert!(queue.is_done());
    }
}
