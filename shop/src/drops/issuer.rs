//! The issuer: takes the line's head, has MySQL decide, and tells everybody. One works on a line
//! at a time; two at once would be slower, not wrong.

use super::decide::{Decision, decide};
use super::line::{Head, Line, NO_TICKET, Settled, Waiting, Wanted, Work};
use super::lines::KnownLine;
use super::pace::Pace;
use super::rules::batch::Claim;
use super::rules::belief;
use super::rules::facts::{Facts, KeptBack};
use super::{DropId, LineState, news};
use crate::{Moment, Outcome, Shop};
use redis::aio::MultiplexedConnection;
use std::sync::Arc;
use std::time::Duration;

/// Decided in one transaction at most.
const BATCH_MAX: usize = 500;
/// A dead issuer's line is taken over after this long.
const LEASE_TERM: Duration = Duration::from_secs(2);
/// How long to wait at an empty line before looking at the lease again.
const BLOCK: Duration = Duration::from_millis(500);
/// How often to ask for a lease that another server has.
const LEASE_RETRY: Duration = Duration::from_millis(300);
const FAULT_DELAY_MIN: Duration = Duration::from_millis(50);
const FAULT_DELAY_MAX: Duration = Duration::from_secs(2);

/// What one step of the issuer came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Another server works on this line.
    NotMine,
    /// Nobody waits.
    Empty,
    /// The drop's rate lets nobody through just now.
    Pacing,
    /// The line is paused, or Redis knows nothing of it yet.
    Idle,
    /// Somebody waits, and by this server's clock the drop opens only so much later: the lease is
    /// given up, since another server's clock may be right.
    TooEarly(Duration),
    /// So many were decided.
    Decided(usize),
    /// Everything is issued: this line needs no issuer any more.
    SoldOut,
}

/// An issuer of one line, in one process.
pub struct Issuer {
    shop: Arc<Shop>,
    line: Arc<KnownLine>,
    id: DropId,
    owner: String,
    connection: Option<MultiplexedConnection>,
    pace: Pace,
}

/// The drops whose line needs an issuer just now.
pub fn drops_to_serve(shop: &Shop) -> Vec<DropId> {
    let now = shop.now();
    let needs_one = |line: &KnownLine| {
        belief::needs_issuer(line.view().as_ref(), line.opens_at(), line.closes_at(), now)
    };
    let lines = shop.lines.all();
    lines.iter().filter(|line| needs_one(line)).map(|line| line.facts().id).collect()
}

/// For a person who looks into Redis: the process's number, and chance, since two machines may
/// have the same number.
fn owner_name(shop: &Shop) -> String {
    format!("{}-{:016x}", std::process::id(), u64::from_be_bytes(shop.random()))
}

impl Issuer {
    /// An issuer for a line that this process knows.
    pub fn new(shop: &Arc<Shop>, id: DropId) -> Option<Self> {
        let line = shop.lines.get(id)?;
        let owner = owner_name(shop);
        let pace = Pace::new(line.facts().rate_per_s);
        Some(Self { shop: Arc::clone(shop), line, id, owner, connection: None, pace })
    }

    /// Works until everything is issued, or the time is over and nobody waits.
    pub async fn run(mut self) {
        let mut fault_delay = FAULT_DELAY_MIN;
        loop {
            match self.step(BLOCK).await {
                Ok(Step::SoldOut) => return,
                Ok(Step::Empty) if self.shop.now() >= self.line.closes_at() => return,
                Ok(Step::NotMine | Step::Idle) => tokio::time::sleep(LEASE_RETRY).await,
                // Not to take the lease right back: the others ask for it several times meanwhile.
                Ok(Step::TooEarly(opens_in)) => {
                    tokio::time::sleep(opens_in.min(LEASE_TERM)).await;
                }
                Ok(Step::Empty | Step::Pacing | Step::Decided(_)) => {}
                Err(fault) => {
                    fault.log();
                    self.connection = None;
                    tokio::time::sleep(fault_delay).await;
                    fault_delay = (fault_delay * 2).min(FAULT_DELAY_MAX);
                    continue;
                }
            }
            fault_delay = FAULT_DELAY_MIN;
        }
    }

    /// One batch, waiting at most `block` for somebody to come.
    ///
    /// # Errors
    /// A part is down. Whoever waited still waits, and the next step decides upon them again.
    pub async fn step(&mut self, block: Duration) -> Outcome<Step> {
        let shop = Arc::clone(&self.shop);
        let line = Line::of(&shop.redis, self.id);
        // Also where the rate lets nobody through: the lease is kept, and the gate looked at.
        let count = self.keep_pace(block).await;
        let mut work = line.work(&self.owner, LEASE_TERM, &self.wanted(count)).await?;
        if count > 0 && work.is_nobody_waiting() {
            self.wait(&line, block).await?;
            work = line.work(&self.owner, LEASE_TERM, &self.wanted(count)).await?;
        }
        let (epoch, head) = match work {
            Work::NotMine => {
                // Whoever has the lease keeps the pace; nothing is saved up beside it.
                self.pace = Pace::new(self.line.facts().rate_per_s);
                return Ok(Step::NotMine);
            }
            Work::NoGate => return Ok(Step::Idle),
            Work::Head(view, head) => {
                self.line.hear(view, self.now());
                match view.state {
                    LineState::SoldOut => return Ok(Step::SoldOut),
                    LineState::Paused => return Ok(Step::Idle),
                    LineState::Open => (view.epoch, head),
                }
            }
        };
        if head.upto == NO_TICKET {
            return Ok(if count == 0 { Step::Pacing } else { Step::Empty });
        }
        let decision = self.decide(&head).await?;
        match decision.kept_back {
            None => {}
            Some(KeptBack::NotOpen) => {
                line.give_up(&self.owner).await?;
                return Ok(Step::TooEarly(decision.facts.opens_at.until_from(self.now())));
            }
            // The owner's change has not reached the gate yet; nobody leaves the line.
            Some(KeptBack::Paused | KeptBack::Closed) => return Ok(Step::Idle),
        }
        let decided = head.waiting.len();
        self.pace.spend(decided);
        let settled = Settled { epoch, ticket: head.upto, facts: decision.facts };
        self.tell(&line, &settled, &decision).await?;
        Ok(match decision.facts.remaining() {
            0 => Step::SoldOut,
            _ => Step::Decided(decided),
        })
    }

    /// Has MySQL decide. Where all have given their places back there is nothing to decide, and
    /// still the line moves on.
    async fn decide(&self, head: &Head) -> Outcome<Decision> {
        if head.waiting.is_empty() {
            let facts = Facts::from(&self.line.facts());
            return Ok(Decision { held: Vec::new(), issued: 0, facts, kept_back: None });
        }
        let claim = |w: &Waiting| Claim { ticket: Some(w.ticket), member: w.member };
        let claims: Vec<Claim> = head.waiting.iter().map(claim).collect();
        decide(&self.shop, self.id, &claims).await
    }

    fn wanted(&self, count: usize) -> Wanted {
        Wanted { count, now: self.now(), place_kept: self.shop.place_kept }
    }

    async fn wait(&mut self, line: &Line<'_>, block: Duration) -> Outcome<()> {
        let connection = match &mut self.connection {
            Some(connection) => connection,
            none => none.insert(self.shop.redis.blocking(block).await?),
        };
        Ok(line.wait(connection, block).await?)
    }

    /// How many may be decided now; waits for the drop's rate, but no longer than `block`.
    async fn keep_pace(&mut self, block: Duration) -> usize {
        self.pace.set_rate(self.line.facts().rate_per_s);
        let allowed = self.pace.allowed(self.now(), BATCH_MAX);
        if allowed > 0 {
            return allowed;
        }
        tokio::time::sleep(self.pace.until_next().min(block)).await;
        self.pace.allowed(self.now(), BATCH_MAX)
    }

    /// After the commit: the gate, then every server, which tells its own browsers.
    async fn tell(&self, line: &Line<'_>, settled: &Settled, decision: &Decision) -> Outcome<()> {
        metrics::counter!("seonchak_coupons_issued_total").increment(decision.issued.into());
        news::publish_issued(&self.shop, self.id, &decision.held).await?;
        if let Some(view) = line.settle(settled).await? {
            self.line.hear(view, self.now());
            news::publish_line(&self.shop, view).await?;
        }
        Ok(())
    }

    fn now(&self) -> Moment {
        self.shop.now()
    }
}
