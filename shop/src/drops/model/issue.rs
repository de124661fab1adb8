//! The issuer: `issuer.rs`.

use super::DROP;
use super::mistake::Mistake;
use super::mysql::Decision;
use super::parts::Down;
use super::server::Server;
use super::tally::Event;
use super::world::News;
use crate::drops::facts::{Facts, KeptBack};
use crate::drops::issuer::Step;
use crate::drops::rules::batch::Claim;
use crate::drops::rules::gate::Head;
use crate::drops::{LineState, LineView, Ticket};
use std::time::Duration;

/// As in `issuer.rs`.
const LEASE_TERM: Duration = Duration::from_secs(2);
/// Batches are small here, so that a line takes several.
const BATCH_MAX: usize = 3;

impl Server {
    /// One step of `Issuer::run`.
    pub async fn issue(self) {
        let step = self.try_to_issue().await;
        let clock = self.clock();
        let mut memory = self.memory();
        let is_closed = memory.drop.as_ref().is_none_or(|drop| clock >= drop.closes_at);
        let is_over = matches!(step, Ok(Step::SoldOut)) || (step == Ok(Step::Empty) && is_closed);
        memory.is_issuing = false;
        memory.has_issuer = !is_over;
    }

    /// `Issuer::step`, from the lease to the news.
    async fn try_to_issue(&self) -> Result<Step, Down> {
        let owner = self.memory().owner;
        let count = self.world.dice.between(1, BATCH_MAX);
        let work = self.redis("work.lua", |redis| {
            let work = redis.work(owner, self.now(), LEASE_TERM, count);
            let skips = |(view, (_, head)): &(LineView, Head)| {
                let first = redis.gate.as_ref().and_then(|gate| gate.stream.front());
                let entry = first.and_then(|entry| entry.tickets().next());
                !head.is_empty() && entry.is_some_and(|(ticket, _)| ticket <= view.serving)
            };
            if work.as_ref().is_some_and(skips) {
                self.world.count(Event::EntryHalfDecided);
            }
            work
        });
        let Some((view, (upto, head))) = work.await? else { return Ok(Step::NotMine) };
        self.memory().answered_at = self.now();
        self.hear(view);
        match view.state {
            LineState::SoldOut => return Ok(Step::SoldOut),
            LineState::Paused => return Ok(Step::Idle),
            LineState::Open if upto == 0 => return Ok(Step::Empty),
            LineState::Open => {}
        }
        let claims: Vec<Claim> = head
            .iter()
            .map(|(ticket, member)| Claim { ticket: Some(*ticket), member: *member })
            .collect();
        self.make_mistakes_before_the_commit(&claims, view.epoch, upto).await?;
        let decision = self.decide(&claims, view.epoch).await?;
        match decision.kept_back {
            None => {}
            Some(KeptBack::NotOpen) => return self.give_up(owner, &decision.facts).await,
            Some(KeptBack::Paused | KeptBack::Closed) => return Ok(Step::Idle),
        }
        let (decided, remaining) = (claims.len(), decision.facts.remaining());
        self.publish(News::Issued(decision.held)).await?;
        if let Some(view) = self.settle(view.epoch, upto, decision.facts).await? {
            self.hear(view);
            self.publish(News::Line(view)).await?;
        }
        Ok(if remaining == 0 { Step::SoldOut } else { Step::Decided(decided) })
    }

    /// Another server's clock may be right.
    async fn give_up(&self, owner: u32, facts: &Facts) -> Result<Step, Down> {
        if !self.world.makes(Mistake::KeepsTheLease) {
            self.redis("give_up.lua", |redis| redis.give_up(owner)).await?;
            self.world.count(Event::LeaseGivenUp);
        }
        Ok(Step::TooEarly(facts.opens_at.until_from(self.clock())))
    }

    pub async fn gate(&self) -> Result<Option<LineView>, Down> {
        let read =
            self.redis("reads the gate", |redis| redis.gate.as_ref().map(|gate| gate.view(DROP)));
        let view = read.await?;
        self.memory().answered_at = self.now();
        Ok(view)
    }

    /// The commit, unless the owner keeps the line back.
    async fn decide(&self, claims: &[Claim], epoch: i64) -> Result<Decision, Down> {
        let (now, world) = (self.clock(), &self.world);
        let owner = self.memory().owner;
        let decide = self.commit("decides", |mysql| {
            if !world.redis.borrow().has_lease(owner, self.now()) {
                world.count(Event::IssuerOvertaken);
            }
            if claims.iter().any(|claim| mysql.holds(claim.member)) {
                world.count(Event::DecidedAgain);
            }
            let before = mysql.drop.clone();
            let decision = mysql.decide(claims, now, epoch, world.mistake);
            mysql.note_sold_out(self.now());
            self.note(|| format!("{claims:?} of {epoch}: issued to {:?}", decision.issued));
            for _ in &decision.issued {
                world.count(Event::Issued);
                if now >= before.closes_at {
                    world.count(Event::IssuedAfterClosing);
                }
            }
            if !decision.issued.is_empty() && (before.paused_at.is_some() || now < before.opens_at)
            {
                world.is_wrong(|| "a coupon was issued against the owner's will".into());
            }
            decision
        });
        let decision = decide.await?;
        if decision.kept_back.is_some() {
            world.count(Event::KeptBack);
        }
        Ok(decision)
    }

    /// `Line::settle`, and whether what left the line was decided.
    pub async fn settle(
        &self,
        epoch: i64,
        ticket: Ticket,
        facts: Facts,
    ) -> Result<Option<LineView>, Down> {
        let world = &self.world;
        let settle = self.redis("settle.lua", |redis| {
            let of_any = redis.gate.as_ref().map_or(epoch, |gate| gate.epoch);
            let is_wild = world.makes(Mistake::SettlesAnotherLine);
            let epoch = if is_wild { of_any } else { epoch };
            if !redis.settle(epoch, ticket, &facts) {
                world.count(Event::SettledTooLate);
                return None;
            }
            let view = redis.gate.as_ref().map(|gate| gate.view(DROP))?;
            if !redis.is_torn(epoch) {
                self.check_settled(&view);
            }
            Some(view)
        });
        let view = settle.await?;
        if let Some(view) = view {
            self.note(|| format!("{ticket} is settled: {view:?}"));
            if view.state == LineState::SoldOut {
                world.count(Event::SoldOut);
            }
        }
        Ok(view)
    }

    async fn make_mistakes_before_the_commit(
        &self,
        claims: &[Claim],
        epoch: i64,
        highest: Ticket,
    ) -> Result<(), Down> {
        if self.world.makes(Mistake::ConfirmsBeforeCommit) {
            let members = claims.iter().map(|claim| claim.member).collect();
            self.publish(News::Issued(members)).await?;
        }
        if self.world.makes(Mistake::SettlesBeforeCommit) {
            let facts = self.memory().drop.as_ref().map(Facts::from);
            if let Some(facts) = facts {
                self.settle(epoch, highest, facts).await?;
            }
        }
        Ok(())
    }
}
