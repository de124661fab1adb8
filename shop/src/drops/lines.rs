//! Every line that this process knows of, in memory: what a click is answered from when the
//! answer is the same for everybody.

#[cfg(test)]
mod tests;

use super::pulse::Pulse;
use super::rules::belief::{Hearing, Winners, hearing};
use super::turnstile::Joins;
use super::{Drop, DropId, LineState, LineView, Ticket, list};
use crate::members::MemberId;
use crate::parts::Turnstile;
use crate::{Moment, Outcome, Refusal, Shop};
use parking_lot::RwLock;
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

/// The speed of a line is measured over this long.
const SPEED_WINDOW: Duration = Duration::from_secs(4);
/// … from as many looks at it.
const SAMPLE_EVERY: Duration = Duration::from_millis(100);
/// It stood still, and not only between two batches.
const STOOD_STILL: Duration = Duration::from_secs(1);

/// The lines of the drops that people ask for.
#[derive(Default)]
pub struct Lines {
    known: RwLock<HashMap<DropId, Arc<KnownLine>>>,
}

/// One line, as this process last heard of it.
pub(super) struct KnownLine {
    drop: RwLock<Drop>,
    heard: RwLock<Heard>,
    /// Filled once everything is issued: then who is not in it is told "sold out" from memory.
    winners: RwLock<Option<Winners>>,
    /// Where clicks of one moment meet.
    pub turnstile: Turnstile<Joins>,
    /// Clicks that got no ticket here.
    pub pulse: Pulse,
}

#[derive(Default)]
struct Heard {
    view: Option<LineView>,
    samples: VecDeque<(Moment, Ticket)>,
}

impl Lines {
    pub(super) fn get(&self, id: DropId) -> Option<Arc<KnownLine>> {
        self.known.read().get(&id).cloned()
    }

    /// Keeps what MySQL says of a drop, unless something newer is known.
    pub(super) fn keep(&self, drop: Drop) -> Arc<KnownLine> {
        if let Some(line) = self.get(drop.id) {
            line.learn(drop);
            return line;
        }
        let mut known = self.known.write();
        let line = known.entry(drop.id).or_insert_with(|| Arc::new(KnownLine::new(drop)));
        Arc::clone(line)
    }

    /// Forgets the lines of all other drops.
    pub(super) fn keep_only(&self, matters: impl Fn(&Drop) -> bool) {
        self.known.write().retain(|_, line| matters(&line.drop.read()));
    }

    pub(super) fn all(&self) -> Vec<Arc<KnownLine>> {
        self.known.read().values().cloned().collect()
    }

    /// What was last heard of a line, and how many tickets it decides a second.
    pub fn view(&self, id: DropId, now: Moment) -> Option<(LineView, Option<u32>)> {
        let line = self.get(id)?;
        Some((line.view()?, line.speed_per_s(now)))
    }
}

impl Heard {
    /// A time in which there was nothing to decide tells nothing of the speed.
    fn forget_the_standstill(&mut self, now: Moment) {
        let Some(known) = self.view else { return };
        let was_standing = known.serving >= known.last || known.state == LineState::Paused;
        let newest = self.samples.back();
        if was_standing && newest.is_some_and(|(at, _)| at.plus(STOOD_STILL) <= now) {
            self.samples.clear();
        }
    }
}

impl KnownLine {
    fn new(drop: Drop) -> Self {
        Self {
            drop: RwLock::new(drop),
            heard: RwLock::default(),
            winners: RwLock::default(),
            turnstile: Turnstile::default(),
            pulse: Pulse::default(),
        }
    }

    fn learn(&self, drop: Drop) {
        let mut known = self.drop.write();
        if known.version <= drop.version {
            *known = drop;
        }
    }

    pub fn facts(&self) -> Drop {
        self.drop.read().clone()
    }

    pub fn opens_at(&self) -> Moment {
        self.drop.read().opens_at
    }

    pub fn closes_at(&self) -> Moment {
        self.drop.read().closes_at
    }

    pub fn view(&self) -> Option<LineView> {
        self.heard.read().view
    }

    /// Takes in what Redis said of the line. Within an epoch it never steps back: news and
    /// answers may overtake each other.
    pub fn hear(&self, view: LineView, now: Moment) {
        let mut heard = self.heard.write();
        match hearing(&view, heard.view.as_ref()) {
            Hearing::Old => return,
            Hearing::News => heard.forget_the_standstill(now),
            Hearing::AnotherLine => {
                heard.samples.clear();
                *self.winners.write() = None;
            }
        }
        heard.view = Some(view);
        let newest = heard.samples.back().copied();
        if newest.is_none_or(|(at, _)| at.plus(SAMPLE_EVERY) <= now) {
            heard.samples.push_back((now, view.serving));
        }
        let oldest = now.minus(SPEED_WINDOW);
        while heard.samples.len() > 2 && heard.samples.get(1).is_some_and(|(at, _)| *at < oldest) {
            heard.samples.pop_front();
        }
    }

    /// Forgets how the line stood: the next that is heard of it is believed.
    pub fn forget_view(&self) {
        self.heard.write().view = None;
    }

    /// Tickets decided a second of late: the rate of the drop, until it is seen to be missed.
    pub fn speed_per_s(&self, now: Moment) -> Option<u32> {
        let (watched, seen) = self.seen_per_s(now).unzip();
        let seen = seen.filter(|speed| *speed > 0);
        match (self.drop.read().rate_per_s, seen) {
            (Some(rate), Some(seen)) if watched >= Some(SPEED_WINDOW) => Some(rate.min(seen)),
            (rate, seen) => rate.or(seen),
        }
    }

    /// For how long the line was watched, and how many tickets were decided a second meanwhile.
    fn seen_per_s(&self, now: Moment) -> Option<(Duration, u32)> {
        let heard = self.heard.read();
        let (first, last) = heard.samples.front().zip(heard.samples.back())?;
        // Between two batches nothing is missed yet: that would make a slow line look slower.
        let is_news_due = now.until_from(last.0) > STOOD_STILL;
        let until = if is_news_due { now } else { last.0 };
        let ms = until.until_from(first.0).as_millis().max(SPEED_WINDOW.as_millis() / 4);
        let seen = (u128::from(last.1 - first.1) * 1_000 + ms / 2) / ms;
        Some((now.until_from(first.0), u32::try_from(seen).unwrap_or(u32::MAX)))
    }

    /// The members with a coupon, if everything is issued and this process knows them all. What
    /// was true of another line, or before coupons were added, is not believed.
    pub fn winners(&self) -> Option<Arc<HashSet<MemberId>>> {
        let (view, quota) = (self.view(), self.drop.read().quota);
        let winners = self.winners.read();
        let winners = winners.as_ref().filter(|winners| winners.are_all(view.as_ref(), quota))?;
        Some(Arc::clone(&winners.members))
    }

    /// Reads who has a coupon, once everything is issued: from then on "sold out" costs no I/O.
    pub async fn learn_winners(&self, shop: &Shop) -> Outcome<()> {
        let Some(view) = self.view().filter(|view| view.state == LineState::SoldOut) else {
            return Ok(());
        };
        if self.winners().is_some() {
            return Ok(());
        }
        let id = self.drop.read().id;
        let row = sqlx::query!("select quota, issued from drops where id = ?", id.0)
            .fetch_one(&shop.mysql)
            .await?;
        if row.issued < row.quota {
            return Ok(());
        }
        let members = sqlx::query_scalar!("select member_id from coupons where drop_id = ?", id.0)
            .fetch_all(&shop.mysql)
            .await?;
        let members: HashSet<MemberId> = members.into_iter().map(MemberId).collect();
        let members = Arc::new(members);
        *self.winners.write() = Some(Winners { epoch: view.epoch, quota: row.quota, members });
        Ok(())
    }
}

/// The line of a drop: from memory, or for the first who asks from MySQL.
///
/// # Errors
/// [`Refusal::NoSuchDrop`].
pub(super) async fn line_of(shop: &Shop, id: DropId) -> Outcome<Arc<KnownLine>> {
    if let Some(line) = shop.lines.get(id) {
        return Ok(line);
    }
    let drop = list::find(shop, id).await?.ok_or(Refusal::NoSuchDrop)?;
    Ok(shop.lines.keep(drop))
}
