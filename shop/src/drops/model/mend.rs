//! The reconciler and the owner: `reconcile.rs`, `owner/change.rs`.

use super::DROP;
use super::mistake::Mistake;
use super::parts::Down;
use super::server::Server;
use super::tally::Event;
use super::world::News;
use crate::drops::facts::Facts;
use crate::drops::owner::steering::Steering;
use crate::drops::rules::belief::is_behind;
use crate::drops::rules::mending::{Mending, kept_place, mending, new_epoch};
use crate::drops::{LineView, Ticket};
use crate::members::MemberId;

/// As in `reconcile.rs`: nobody is decided.
const NOBODY: Ticket = 0;

impl Server {
    /// One look of the reconciler.
    pub async fn reconcile(self) {
        self.try_to_reconcile().await.ok();
        self.memory().has_reconciler = false;
    }

    async fn try_to_reconcile(&self) -> Result<(), Down> {
        let drop = self.mysql("reads the drop", |mysql| mysql.drop.clone()).await?;
        self.keep(&drop);
        let known = self.memory().view;
        match self.gate().await? {
            Some(view) => {
                let is_torn = known.is_some_and(|known| is_behind(&view, &known));
                if is_torn && !self.world.makes(Mistake::NeverForgets) {
                    self.world.count(Event::TornLineSeen);
                    self.memory().view = None;
                }
                self.mend(view).await?;
            }
            None => self.open_line(None).await?,
        }
        self.learn_winners().await
    }

    async fn mend(&self, view: LineView) -> Result<(), Down> {
        self.hear(view);
        let facts = self.memory().drop.as_ref().map(Facts::from);
        let Some(facts) = facts else { return Ok(()) };
        match mending(&facts, &view) {
            Mending::Nothing => Ok(()),
            Mending::Replace if self.world.makes(Mistake::NobodyReopens) => Ok(()),
            Mending::Replace => self.open_line(Some(view.epoch)).await,
            Mending::Tell => match self.settle(view.epoch, NOBODY, facts).await? {
                Some(view) => {
                    self.world.count(Event::GateToldOfChange);
                    self.hear(view);
                    self.publish(News::Line(view)).await
                }
                None => Ok(()),
            },
        }
    }

    pub async fn open_line(&self, instead_of: Option<i64>) -> Result<(), Down> {
        let drop = self.mysql("reads the drop", |mysql| mysql.drop.clone()).await?;
        self.keep(&drop);
        if instead_of.is_some() && drop.remaining() == 0 {
            return Ok(());
        }
        let serving = self.mysql("reads how far it is", |mysql| mysql.serving).await?;
        let facts = Facts::from(&drop);
        let epoch = new_epoch(self.clock(), instead_of);
        let open = self.redis("open.lua", |redis| {
            let before = redis.gate.as_ref().map(|gate| gate.epoch);
            redis.open(&facts, serving, epoch, instead_of);
            let gate = redis.gate.as_mut()?;
            if gate.epoch == epoch {
                self.world.mysql.borrow_mut().note_decided(epoch, serving);
            }
            let is_new = before != Some(gate.epoch);
            if is_new && self.world.makes(Mistake::TicketsFromOne) {
                gate.last = 0;
            }
            Some(gate.view(DROP))
        });
        let Some(view) = open.await? else { return Ok(()) };
        self.note(|| format!("the line is now {view:?}"));
        if view.epoch == epoch {
            let is_replaced = instead_of.is_some();
            self.world.count(if is_replaced { Event::LineReplaced } else { Event::LineBuilt });
            self.keep_places(&view).await?;
        }
        self.hear(view);
        self.publish(News::Line(view)).await
    }

    async fn keep_places(&self, view: &LineView) -> Result<(), Down> {
        let coupons = self.mysql("reads the coupons", |mysql| mysql.coupons.clone()).await?;
        let place = |held: Option<Ticket>| match self.world.mistake {
            Some(Mistake::KeepsPlacesAhead) => held.unwrap_or(0),
            _ => kept_place(held, view.serving),
        };
        let places: Vec<(MemberId, Ticket)> =
            coupons.iter().map(|coupon| (coupon.member, place(coupon.ticket))).collect();
        if !places.is_empty() {
            self.world.count(Event::PlaceKept);
        }
        self.redis("keeps places", |redis| redis.keep_places(view.epoch, &places)).await
    }

    /// `owner::change`: the commit first, then this process, the others, and the gate.
    pub async fn steer(self, steering: Steering) {
        let change = self.commit("changes the drop", |mysql| {
            let mut drop = steering.steer(&mysql.drop, self.clock()).ok()?;
            drop.version = mysql.drop.version + 1;
            mysql.note_sold_out(self.now());
            if drop.quota > mysql.drop.quota {
                mysql.raised_in = drop.version;
            }
            mysql.drop = drop.clone();
            Some(drop)
        });
        let Ok(Some(drop)) = change.await else { return };
        self.note(|| format!("the owner: {steering:?}"));
        self.world.count(match steering {
            Steering::Pause => Event::Paused,
            Steering::Resume => Event::Resumed,
            Steering::AddQuota(_) => Event::QuotaRaised,
            Steering::Close | Steering::SetRate(_) => Event::Closed,
        });
        self.keep(&drop);
        self.follow(News::Drop(drop)).await.ok();
    }

    async fn follow(&self, news: News) -> Result<(), Down> {
        self.publish(news).await?;
        match self.gate().await? {
            Some(view) => self.mend(view).await,
            None => Ok(()),
        }
    }
}
