//! The turnstile: those who ask at one moment ask together.
//!
//! While calls are under way, whoever comes waits for the next one: the more people come, the
//! larger are the calls. Somebody who comes alone goes at once.

use super::{Fault, Outcome, Part};
use parking_lot::Mutex;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep_until};

/// A question that many can ask at once.
pub(crate) trait Together: Send + Sync + 'static {
    /// What one of them asks.
    type Question: Send + Sync;
    /// What one of them is answered.
    type Answer: Send;
    /// Whom they ask.
    const PART: Part;
    /// So many ask in one call at most.
    const QUESTIONS_MAX: usize;
    /// Calls under way at once.
    const CALLS_AT_ONCE: u32;
    /// From the beginning of a call to that of the next one, at least, for those who keep turning:
    /// what costs nearly the same for one and for many is not done for each. Somebody who comes alone
    /// still goes at once.
    const CALLS_APART: Duration = Duration::ZERO;

    /// An answer for each question, in their order.
    fn ask(
        &self,
        questions: &[Self::Question],
    ) -> impl Future<Output = Outcome<Vec<Self::Answer>>> + Send;
}

/// Where those of this process meet who have the same to ask.
pub(crate) struct Turnstile<T: Together>(Arc<Mutex<Queue<T>>>);

impl<T: Together> Default for Turnstile<T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Queue { waiting: Bunch::default(), turning: 0 })))
    }
}

struct Queue<T: Together> {
    waiting: Bunch<T>,
    /// How many turn, and will take along whoever comes.
    turning: u32,
}

/// Questions, and who waits for the answer of each.
struct Bunch<T: Together> {
    questions: Vec<T::Question>,
    askers: Vec<oneshot::Sender<Outcome<T::Answer>>>,
}

impl<T: Together> Default for Bunch<T> {
    fn default() -> Self {
        Self { questions: vec![], askers: vec![] }
    }
}

impl<T: Together> Turnstile<T> {
    /// Asks, together with whoever else is there. `how` is needed by those only who go first.
    ///
    /// # Errors
    /// The part is down: then nobody who stands at the turnstile is answered.
    pub async fn pass(&self, question: T::Question, how: impl FnOnce() -> T) -> Outcome<T::Answer> {
        let (asker, answer) = oneshot::channel();
        if self.stand(question, asker) {
            // On its own: whoever came first may go away, and the others want their answer.
            tokio::spawn(turn(Self(Arc::clone(&self.0)), how()));
        }
        let cause = || Fault::Down { part: T::PART, cause: "nobody turned".into() };
        answer.await.unwrap_or_else(|_| Err(cause()))
    }

    /// Stands somebody in the queue; `true` if one more is to turn.
    fn stand(&self, question: T::Question, asker: oneshot::Sender<Outcome<T::Answer>>) -> bool {
        let mut queue = self.0.lock();
        queue.waiting.questions.push(question);
        queue.waiting.askers.push(asker);
        let is_needed = queue.turning < T::CALLS_AT_ONCE;
        queue.turning += u32::from(is_needed);
        is_needed
    }

    /// Who goes through next; `None` if nobody is there, and then one turns no more.
    fn next(&self) -> Option<Bunch<T>> {
        let mut queue = self.0.lock();
        if queue.waiting.questions.is_empty() {
            queue.turning -= 1;
            return None;
        }
        let now = queue.waiting.questions.len().min(T::QUESTIONS_MAX);
        let later = Bunch {
            questions: queue.waiting.questions.split_off(now),
            askers: queue.waiting.askers.split_off(now),
        };
        Some(std::mem::replace(&mut queue.waiting, later))
    }

    /// Everybody who stands there; one turns no more.
    fn give_up(&self) -> Bunch<T> {
        let mut queue = self.0.lock();
        queue.turning -= 1;
        std::mem::take(&mut queue.waiting)
    }
}

/// Lets everybody through, call by call, until nobody stands there.
async fn turn<T: Together>(turnstile: Turnstile<T>, how: T) {
    while let Some(bunch) = turnstile.next() {
        let next_at = Instant::now() + T::CALLS_APART;
        match how.ask(&bunch.questions).await {
            Ok(answers) => {
                for (asker, answer) in bunch.askers.into_iter().zip(answers) {
                    // Whoever has gone away meanwhile keeps what they were given.
                    asker.send(Ok(answer)).ok();
                }
                if !T::CALLS_APART.is_zero() {
                    sleep_until(next_at).await;
                }
            }
            Err(fault) => {
                // The part is silent. To ask again for those who came meanwhile would keep them,
                // and those after them, waiting longer and longer.
                let others = turnstile.give_up();
                for asker in bunch.askers.into_iter().chain(others.askers) {
                    asker.send(Err(fault.clone())).ok();
                }
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::Semaphore;

    /// Answers each with itself; keeps when each call began, and how many asked in it.
    #[derive(Clone)]
    struct Echo {
        calls: Arc<Mutex<Vec<(Instant, usize)>>>,
        gate: Arc<Semaphore>,
    }

    impl Echo {
        fn new(open: usize) -> Self {
            Self { calls: Arc::default(), gate: Arc::new(Semaphore::new(open)) }
        }
    }

    impl Together for Echo {
        type Question = u32;
        type Answer = u32;
        const PART: Part = Part::MySql;
        const QUESTIONS_MAX: usize = 4;
        const CALLS_AT_ONCE: u32 = 1;
        const CALLS_APART: Duration = Duration::from_millis(40);

        async fn ask(&self, questions: &[u32]) -> Outcome<Vec<u32>> {
            self.calls.lock().push((Instant::now(), questions.len()));
            self.gate.acquire().await.expect("an open gate").forget();
            Ok(questions.to_vec())
        }
    }

    fn sizes(echo: &Echo) -> Vec<usize> {
        echo.calls.lock().iter().map(|(_, size)| *size).collect()
    }

    #[tokio::test]
    async fn whoever_comes_during_a_call_asks_in_the_next_one() {
        let (turnstile, echo) = (Turnstile::default(), Echo::new(0));
        let pass = |question| turnstile.pass(question, || echo.clone());
        let first = pass(0);
        let others = futures::future::join_all((1..=5).map(pass));
        let open = async { echo.gate.add_permits(3) };
        let (first, others, ()) = tokio::join!(first, others, open);
        assert_eq!(first.unwrap(), 0);
        let others: Vec<u32> = others.into_iter().map(Result::unwrap).collect();
        assert_eq!(others, [1, 2, 3, 4, 5], "each has its own answer");
        // Whether the first call had begun when the others came is the scheduler's affair.
        assert!(sizes(&echo).iter().all(|size| *size <= Echo::QUESTIONS_MAX));
        assert!(sizes(&echo).len() <= 3, "{:?}", sizes(&echo));
    }

    #[tokio::test]
    async fn calls_that_follow_each_other_keep_their_distance() {
        let (turnstile, echo) = (Turnstile::default(), Echo::new(9));
        let begun = Instant::now();
        for question in 0..3 {
            turnstile.pass(question, || echo.clone()).await.unwrap();
        }
        let calls = echo.calls.lock();
        assert_eq!(calls.len(), 3);
        // Not from call to call: the distance is kept from just before a call, which may begin late.
        assert!((0..3).all(|n| calls[n as usize].0 - begun >= Echo::CALLS_APART * n));
    }
}
