//! The line's head, for the issuer that works on it.

use super::{GateField, Line, NO_TICKET, script};
use crate::drops::{LineState, LineView, Ticket};
use crate::members::MemberId;
use crate::{Moment, Outcome};
use redis::Script;
use std::sync::LazyLock;
use std::time::Duration;

static WORK: LazyLock<Script> = LazyLock::new(|| script(include_str!("work.lua")));
static GIVE_UP: LazyLock<Script> = LazyLock::new(|| Script::new(include_str!("give_up.lua")));

/// What an issuer finds at the line.
#[derive(Debug)]
pub enum Work {
    /// Another one works on it.
    NotMine,
    /// Redis knows nothing of this line.
    NoGate,
    /// These wait the longest.
    Head(LineView, Head),
}

/// The head of a line.
#[derive(Debug)]
pub struct Head {
    /// Whoever has a ticket up to this one is among those who wait, or has no place any more;
    /// [`NO_TICKET`] if nobody is in the line.
    pub upto: Ticket,
    /// In ticket order.
    pub waiting: Vec<Waiting>,
}

/// What an issuer asks for at the line.
pub struct Wanted {
    /// So many at most.
    pub count: usize,
    pub now: Moment,
    /// Who is away for longer is passed over; `None` for nobody.
    pub place_kept: Option<Duration>,
}

/// Somebody in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub ticket: Ticket,
    pub member: MemberId,
}

impl Work {
    /// Whether somebody would be served, if there were anybody.
    pub fn is_nobody_waiting(&self) -> bool {
        matches!(self, Self::Head(view, head)
            if view.state == LineState::Open && head.upto == NO_TICKET)
    }
}

impl Line<'_> {
    /// Takes or keeps the right to work on this line for a while, and looks who is next. The right
    /// keeps the order and saves work; that nothing is issued twice is MySQL's doing.
    pub async fn work(&self, owner: &str, term: Duration, wanted: &Wanted) -> Outcome<Work> {
        let kept_ms = wanted.place_kept.map_or(0, |kept| kept.as_millis() as u64);
        let (is_mine, gate, upto, next): (u8, Vec<GateField>, Ticket, Vec<u64>) = WORK
            .key(self.key("gate"))
            .key(self.key("line"))
            .key(self.key("lease"))
            .key(self.key("tickets"))
            .key(self.key("away"))
            .arg(owner)
            .arg(term.as_millis() as u64)
            .arg(wanted.count)
            .arg(wanted.now.ms())
            .arg(kept_ms)
            .invoke_async(&mut self.redis.shared())
            .await?;
        self.redis.note_answer();
        if is_mine == 0 {
            return Ok(Work::NotMine);
        }
        let Some(view) = self.view(&gate) else { return Ok(Work::NoGate) };
        let pairs = next.as_chunks().0.iter();
        let waiting = pairs.map(|[ticket, id]| Waiting { ticket: *ticket, member: MemberId(*id) });
        Ok(Work::Head(view, Head { upto, waiting: waiting.collect() }))
    }

    /// Gives that right up, unless another issuer has it by now: the next one that asks has it.
    pub async fn give_up(&self, owner: &str) -> Outcome<()> {
        let lease = self.key("lease");
        Ok(GIVE_UP.key(lease).arg(owner).invoke_async(&mut self.redis.shared()).await?)
    }
}
