//! The narrow door: straight to MySQL while Redis is down, so that the shop slows down instead of
//! closing.

use super::decide::decide;
use super::facts::KeptBack;
use super::pace::Pace;
use super::rules::batch::Claim;
use super::{Drop, Place};
use crate::members::MemberId;
use crate::{Outcome, Refusal, Shop};
use parking_lot::Mutex;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

/// Decisions at once: each locks the drop's row, more would only stand in line there.
const AT_ONCE_MAX: usize = 2;
/// Decisions a second on each server, unless the drop itself is slower.
const PER_SECOND_MAX: u32 = 100;
/// Calls to Redis fail in bunches: whoever comes with many others waits for their turn so long …
const WAIT_MAX: Duration = Duration::from_millis(500);
/// … and as one of so many. More than pass in a second would wait in vain.
const WAITING_MAX: usize = PER_SECOND_MAX as usize;
const RETRY_AFTER_S: u32 = 2;

/// Lets a few through; the others are told when to come back. First come is then whoever comes
/// through: an order that nobody can keep without the line.
pub struct Door {
    waiting: Semaphore,
    /// Given in order of arrival.
    slots: Semaphore,
    pace: Mutex<Pace>,
}

impl Default for Door {
    fn default() -> Self {
        Self {
            waiting: Semaphore::new(WAITING_MAX),
            slots: Semaphore::new(AT_ONCE_MAX),
            pace: Mutex::new(Pace::new(Some(PER_SECOND_MAX))),
        }
    }
}

impl Door {
    pub(super) async fn claim(&self, shop: &Shop, drop: &Drop, member: MemberId) -> Outcome<Place> {
        let come_back = Refusal::Unavailable { retry_after_s: RETRY_AFTER_S };
        let Some(_slot) = self.turn().await else { return Err(come_back.into()) };
        {
            let mut pace = self.pace.lock();
            let per_second = drop.rate_per_s.map_or(PER_SECOND_MAX, |r| r.min(PER_SECOND_MAX));
            pace.set_rate(Some(per_second));
            if pace.allowed(shop.now(), 1) == 0 {
                return Err(come_back.into());
            }
            pace.spend(1);
        }
        let claim = Claim { ticket: None, member };
        let decision = decide(shop, drop.id, &[claim]).await?;
        metrics::counter!("seonchak_door_decisions_total").increment(1);
        if let Some((_, coupon)) = decision.held.into_iter().next() {
            return Ok(Place::Issued(coupon));
        }
        match decision.kept_back {
            _ if decision.facts.remaining() == 0 => Ok(Place::SoldOut),
            Some(KeptBack::Paused) => Ok(Place::Paused { ticket: None }),
            Some(KeptBack::Closed) => Ok(Place::Closed),
            Some(KeptBack::NotOpen) => {
                Ok(Place::NotOpen { opens_at: decision.facts.opens_at, now: shop.now() })
            }
            // No such member any more.
            None => Err(Refusal::NotSignedIn.into()),
        }
    }

    /// A slot; `None` if too many wait for one already, or it takes too long.
    async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        let _waiting = self.waiting.try_acquire().ok()?;
        timeout(WAIT_MAX, self.slots.acquire()).await.ok()?.ok()
    }
}
