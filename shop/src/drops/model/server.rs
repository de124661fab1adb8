//! A server: what it holds in memory, and how it takes in what it hears.

use super::mistake::Mistake;
use super::parts::Down;
use super::tally::Event;
use super::world::{News, Told, World};
use crate::Moment;
use crate::drops::rules::belief::{Hearing, Winners, hearing, is_behind};
use crate::drops::{Drop, LineState, LineView};
use crate::members::MemberId;
use std::cell::RefMut;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// What a process knows; gone when it dies.
#[derive(Default)]
pub struct Memory {
    /// The name that its issuer leases lines by.
    pub owner: u32,
    pub drop: Option<Drop>,
    pub view: Option<LineView>,
    pub winners: Option<Winners>,
    /// When Redis answered for the last time.
    pub answered_at: Moment,
    /// So much its machine's clock is behind.
    pub clock_behind: Duration,
    /// The way to Redis is blocked for this one.
    pub is_cut_off: bool,
    /// An issuer runs: once begun, it goes on until everything is issued.
    pub has_issuer: bool,
    /// … and is in the middle of a step.
    pub is_issuing: bool,
    pub has_reconciler: bool,
}

/// One process at work.
#[derive(Clone)]
pub struct Server {
    pub world: Rc<World>,
    pub n: usize,
}

impl Server {
    pub fn memory(&self) -> RefMut<'_, Memory> {
        self.world.servers[self.n].borrow_mut()
    }

    /// The time as it is.
    pub fn now(&self) -> Moment {
        self.world.now.get()
    }

    /// The time as this server has it.
    pub fn clock(&self) -> Moment {
        self.now().minus(self.memory().clock_behind)
    }

    pub fn note(&self, words: impl FnOnce() -> String) {
        self.world.note(|| format!("server {}: {}", self.n, words()));
    }

    /// `Lines::keep`.
    pub fn keep(&self, drop: &Drop) {
        let mut memory = self.memory();
        if memory.drop.as_ref().is_none_or(|known| known.version <= drop.version) {
            memory.drop = Some(drop.clone());
        }
    }

    /// `KnownLine::hear`.
    pub fn hear(&self, view: LineView) {
        let mut memory = self.memory();
        let known = memory.view;
        let hearing = match hearing(&view, known.as_ref()) {
            Hearing::Old if self.world.makes(Mistake::BelievesOldNews) => Hearing::News,
            hearing => hearing,
        };
        match hearing {
            Hearing::Old => return,
            Hearing::News => {}
            Hearing::AnotherLine => memory.winners = None,
        }
        memory.view = Some(view);
        if known.is_some_and(|known| is_behind(&view, &known)) {
            self.world.is_wrong(|| format!("server {} believed older news", self.n));
        }
    }

    /// `KnownLine::winners`: whether everybody with a coupon is known, and this member is one.
    pub fn is_winner(&self, member: MemberId) -> Option<bool> {
        let memory = self.memory();
        let winners = memory.winners.as_ref()?;
        let quota = match self.world.mistake {
            Some(Mistake::SoldOutByOldNumbers) => winners.quota,
            _ => memory.drop.as_ref()?.quota,
        };
        winners.are_all(memory.view.as_ref(), quota).then(|| winners.members.contains(&member))
    }

    /// `KnownLine::learn_winners`.
    pub async fn learn_winners(&self) -> Result<(), Down> {
        let view = self.memory().view.filter(|view| view.state == LineState::SoldOut);
        let Some(view) = view else { return Ok(()) };
        if self.is_winner(MemberId(0)).is_some() {
            return Ok(());
        }
        let drop = self.mysql("reads the quota", |mysql| mysql.drop.clone()).await?;
        if drop.remaining() > 0 {
            return Ok(());
        }
        let read = self.mysql("reads who has a coupon", |mysql| {
            mysql.coupons.iter().map(|coupon| coupon.member).collect()
        });
        let members = Arc::new(read.await?);
        let winners = Winners { epoch: view.epoch, quota: drop.quota, members };
        self.memory().winners = Some(winners);
        Ok(())
    }

    /// `news::take_in`.
    pub async fn take_in(self, news: News) {
        match news {
            News::Drop(drop) => {
                if self.memory().drop.is_some() {
                    self.keep(&drop);
                }
            }
            News::Line(view) => {
                if self.memory().drop.is_some() {
                    self.hear(view);
                    self.learn_winners().await.ok();
                }
            }
            News::Issued(members) => {
                for member in members {
                    self.world.count(Event::ToldIssuedByNews);
                    self.world.tell(member, Told::Issued);
                }
            }
        }
    }
}
