//! The turnstile: the joins of one moment go to Redis as one call.
//!
//! While calls are under way, whoever comes waits for the next one: the more people come, the
//! larger are the calls. Somebody who comes alone goes at once.

use super::line::{Joined, Line, NO_TICKET};
use super::lines::KnownLine;
use super::{DropId, LineView, Ticket};
use crate::members::MemberId;
use crate::parts::{Fault, Part, Redis};
use crate::{Moment, Outcome, Shop};
use parking_lot::Mutex;
use std::sync::Arc;
use tokio::sync::oneshot;

/// Members of one call: Redis serves nobody else meanwhile, and this takes it less than a
/// millisecond.
const MEMBERS_PER_CALL_MAX: usize = 512;

/// Calls under way at once: while Redis works on one, the next is on its way.
const CALLS_AT_ONCE: u32 = 2;

/// Where a line's joins of this process meet.
#[derive(Default)]
pub(super) struct Turnstile(Mutex<Queue>);

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    /// How many turn, and will take along whoever comes.
    turning: u32,
}

struct Waiting {
    member: MemberId,
    now: Moment,
    answer: oneshot::Sender<Outcome<Option<Passed>>>,
}

/// What came of one join: how the line stands, and the ticket if one is given.
pub(super) type Passed = (LineView, Option<Ticket>);

/// A ticket for a member. `None` if Redis knows nothing of this line.
///
/// # Errors
/// Redis is down: then nobody who stands at the turnstile gets one.
pub(super) async fn pass(
    shop: &Shop,
    line: &Arc<KnownLine>,
    member: MemberId,
    id: DropId,
) -> Outcome<Option<Passed>> {
    let (answer, passed) = oneshot::channel();
    if line.turnstile.stand(Waiting { member, now: shop.now(), answer }) {
        // On its own: whoever came first may go away, and the others want their answer.
        tokio::spawn(turn(shop.redis.clone(), Arc::clone(line), id));
    }
    let cause = || Fault::Down { part: Part::Redis, cause: "nobody turned".into() };
    passed.await.unwrap_or_else(|_| Err(cause()))
}

/// Lets everybody through, call by call, until nobody stands there.
async fn turn(redis: Redis, line: Arc<KnownLine>, id: DropId) {
    while let Some(waiting) = line.turnstile.next() {
        let Some(now) = waiting.iter().map(|waiting| waiting.now).max() else { continue };
        let members = waiting.iter().map(|waiting| waiting.member);
        match Line::of(&redis, id).join(members, now, NO_TICKET).await {
            Ok(joined) => {
                if let Some(joined) = &joined {
                    line.hear(joined.view, now);
                }
                tell(waiting, joined);
            }
            Err(fault) => {
                // Redis is silent. To ask again for those who came meanwhile would keep them, and
                // those after them, waiting longer and longer.
                let others = line.turnstile.give_up();
                for waiting in waiting.into_iter().chain(others) {
                    waiting.answer.send(Err(fault.clone())).ok();
                }
                return;
            }
        }
    }
}

fn tell(waiting: Vec<Waiting>, joined: Option<Joined>) {
    let Some(Joined { view, tickets }) = joined else {
        for waiting in waiting {
            waiting.answer.send(Ok(None)).ok();
        }
        return;
    };
    for (waiting, ticket) in waiting.into_iter().zip(tickets) {
        // Whoever has gone away meanwhile keeps the ticket.
        waiting.answer.send(Ok(Some((view, ticket)))).ok();
    }
}

impl Turnstile {
    /// Stands somebody in the queue; `true` if one more is to turn.
    fn stand(&self, waiting: Waiting) -> bool {
        let mut queue = self.0.lock();
        queue.waiting.push(waiting);
        let is_needed = queue.turning < CALLS_AT_ONCE;
        queue.turning += u32::from(is_needed);
        is_needed
    }

    /// Who goes through next; `None` if nobody is there, and then one turns no more.
    fn next(&self) -> Option<Vec<Waiting>> {
        let mut queue = self.0.lock();
        if queue.waiting.is_empty() {
            queue.turning -= 1;
            return None;
        }
        let now = queue.waiting.len().min(MEMBERS_PER_CALL_MAX);
        let later = queue.waiting.split_off(now);
        Some(std::mem::replace(&mut queue.waiting, later))
    }

    /// Everybody who stands there; one turns no more.
    fn give_up(&self) -> Vec<Waiting> {
        let mut queue = self.0.lock();
        queue.turning -= 1;
        std::mem::take(&mut queue.waiting)
    }
}
