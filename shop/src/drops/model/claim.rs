//! What members ask: `join.rs`, `mine.rs` and `door.rs`.

use super::DROP;
use super::mistake::Mistake;
use super::parts::Down;
use super::server::Server;
use super::tally::Event;
use super::world::Told;
use crate::Moment;
use crate::drops::facts::KeptBack;
use crate::drops::rules::batch::Claim;
use crate::drops::{LineState, LineView, Ticket};
use crate::members::MemberId;
use std::time::Duration;

const NO_TICKET: Ticket = 0;
/// As in `join.rs`.
const DOOR_OPENS_AFTER: Duration = Duration::from_millis(2_500);
/// The door knows no line, and so no epoch.
const NO_EPOCH: i64 = 0;

/// What the line said to those who clicked together.
type Joined = Option<(Vec<Option<Ticket>>, LineView)>;

impl Server {
    /// `join` of those who click at one moment.
    pub async fn click(self, members: Vec<MemberId>) {
        let began = self.now();
        if self.line_of().await.is_err() {
            return;
        }
        let mut wishing = Vec::new();
        for member in members {
            match self.remembered(member) {
                Some(told) => self.answer(member, told),
                None if self.is_winner(member) == Some(true) => {
                    if let Ok(told) = self.mine(member, began).await {
                        self.answer(member, told);
                    }
                }
                None => wishing.push(member),
            }
        }
        if wishing.is_empty() {
            return;
        }
        let joined = self.take_tickets(&wishing).await;
        for (i, member) in wishing.into_iter().enumerate() {
            let told = match &joined {
                Err(down) => Err(*down),
                Ok(None) => self.go_through_door(member).await,
                Ok(Some((tickets, view))) => self.stand(member, tickets[i], *view, began).await,
            };
            let told = match told {
                Err(Down::Redis) if self.may_use_door() => self.go_through_door(member).await,
                told => told,
            };
            if let Ok(told) = told {
                self.answer(member, told);
            }
        }
    }

    /// `mine`, asked by a page.
    pub async fn ask(self, member: MemberId) {
        let began = self.now();
        if self.line_of().await.is_ok()
            && let Ok(told) = self.mine(member, began).await
        {
            self.answer(member, told);
        }
    }

    fn answer(&self, member: MemberId, told: Told) {
        if self.world.loses_news.get() && self.world.dice.one_in(10) {
            self.world.count(Event::AnswerLost);
        } else {
            self.world.tell(member, told);
        }
    }

    /// `line_of`: a process that knows nothing of the drop reads it first.
    async fn line_of(&self) -> Result<(), Down> {
        if self.memory().drop.is_none() {
            let drop = self.mysql("reads the drop", |mysql| mysql.drop.clone()).await?;
            self.keep(&drop);
        }
        Ok(())
    }

    fn remembered(&self, member: MemberId) -> Option<Told> {
        let opens_at = self.memory().drop.as_ref().map(|drop| drop.opens_at);
        if opens_at.is_some_and(|at| self.clock() < at) {
            return Some(Told::NotOpen);
        }
        (self.is_winner(member) == Some(false)).then(|| {
            self.check_sold_out_from_memory(member);
            Told::SoldOut
        })
    }

    fn may_use_door(&self) -> bool {
        let clock = self.clock();
        let memory = self.memory();
        let closes_at = memory.drop.as_ref().map(|drop| drop.closes_at);
        closes_at.is_some_and(|at| clock < at)
            && self.now().until_from(memory.answered_at) >= DOOR_OPENS_AFTER
    }

    /// `take_ticket`, as far as it is one call for all.
    async fn take_tickets(&self, members: &[MemberId]) -> Result<Joined, Down> {
        let joined = self.join(NO_TICKET, members).await?;
        if joined.is_some() {
            return Ok(joined);
        }
        self.open_line(None).await?;
        self.join(NO_TICKET, members).await
    }

    async fn join(&self, void: Ticket, members: &[MemberId]) -> Result<Joined, Down> {
        let clock = self.clock();
        let (joined, before) = self
            .redis("join.lua", |redis| {
                let before = redis.gate.as_ref().map(|gate| gate.view(DROP));
                let tickets = redis.join(clock, void, members);
                let view = redis.gate.as_ref().map(|gate| gate.view(DROP));
                (tickets.zip(view), before)
            })
            .await?;
        self.memory().answered_at = self.now();
        if let (Some((tickets, view)), Some(before)) = (&joined, before) {
            self.note(|| format!("{tickets:?} for {members:?}; serving {}", view.serving));
            self.check_tickets(tickets, &before);
        }
        Ok(joined)
    }

    /// What becomes of a member's answer from the line.
    async fn stand(
        &self,
        member: MemberId,
        ticket: Option<Ticket>,
        view: LineView,
        began: Moment,
    ) -> Result<Told, Down> {
        let (mut ticket, mut view) = (ticket, view);
        if let Some(void) = ticket
            && void <= view.serving
            && view.state != LineState::SoldOut
            && !self.world.makes(Mistake::NoNewPlace)
            && !self.holds(member).await?
        {
            self.world.count(Event::TicketVoided);
            match self.join(void, &[member]).await? {
                Some((tickets, newer)) => (ticket, view) = (tickets[0], newer),
                None => return self.go_through_door(member).await,
            }
        }
        self.hear(view);
        match ticket {
            Some(ticket) => self.place_of(member, ticket, view, began).await,
            None => self.mine(member, began).await,
        }
    }

    async fn place_of(
        &self,
        member: MemberId,
        ticket: Ticket,
        view: LineView,
        began: Moment,
    ) -> Result<Told, Down> {
        if ticket > view.serving && view.state != LineState::SoldOut {
            let is_paused = view.state == LineState::Paused;
            return Ok(if is_paused { Told::Paused } else { Told::Waiting });
        }
        self.decided(member, began).await
    }

    async fn mine(&self, member: MemberId, began: Moment) -> Result<Told, Down> {
        if let Some(told) = self.remembered(member) {
            return Ok(told);
        }
        let looked_up = self
            .redis("looks up a ticket", |redis| {
                let gate = redis.gate.as_ref()?;
                Some((gate.view(DROP), gate.tickets.get(&member).copied()))
            })
            .await;
        match looked_up {
            Ok(Some((view, ticket))) => {
                self.hear(view);
                match ticket {
                    Some(ticket) => self.place_of(member, ticket, view, began).await,
                    None => self.decided(member, began).await,
                }
            }
            Ok(None) => self.decided(member, began).await,
            Err(redis_is_down) => {
                if self.holds(member).await? {
                    Ok(Told::Issued)
                } else {
                    Err(redis_is_down)
                }
            }
        }
    }

    async fn decided(&self, member: MemberId, began: Moment) -> Result<Told, Down> {
        if self.holds(member).await? {
            return Ok(Told::Issued);
        }
        let drop = self.mysql("reads what is left", |mysql| mysql.drop.clone()).await?;
        if drop.remaining() == 0 {
            if !self.world.makes(Mistake::LooksOnceForACoupon) && self.holds(member).await? {
                return Ok(Told::Issued);
            }
            self.check_sold_out(member, began);
            return Ok(Told::SoldOut);
        }
        Ok(if self.clock() < drop.opens_at {
            Told::NotOpen
        } else if self.clock() >= drop.closes_at {
            Told::Closed
        } else {
            Told::NotJoined
        })
    }

    async fn holds(&self, member: MemberId) -> Result<bool, Down> {
        self.mysql("looks for a coupon", |mysql| mysql.holds(member)).await
    }

    /// `Door::claim`.
    async fn go_through_door(&self, member: MemberId) -> Result<Told, Down> {
        let (began, clock, mistake) = (self.now(), self.clock(), self.world.mistake);
        let claim = Claim { ticket: None, member };
        let decide = self.commit("decides at the door", |mysql| {
            let decision = mysql.decide(&[claim], clock, NO_EPOCH, mistake);
            mysql.note_sold_out(self.now());
            if !decision.issued.is_empty() {
                self.world.count(Event::IssuedAtDoor);
            }
            decision
        });
        let decision = decide.await?;
        if !decision.held.is_empty() {
            return Ok(Told::Issued);
        }
        Ok(match decision.kept_back {
            _ if decision.facts.remaining() == 0 => {
                self.check_sold_out(member, began);
                Told::SoldOut
            }
            Some(KeptBack::Paused) => Told::Paused,
            Some(KeptBack::Closed) => Told::Closed,
            Some(KeptBack::NotOpen) => Told::NotOpen,
            // No such member any more.
            None => return Err(Down::MySql),
        })
    }
}
