//! What a page knows of a drop's line and of its reader's place in it: what to show, and what to
//! do next. No browser, no clock and no chance in here: time and dice come from outside, so that
//! every rule has a test.

mod answers;
mod plan;
mod proving;
mod shown;

#[cfg(test)]
mod tests;

pub use plan::Step;
pub use shown::{Scene, Shown};

use plan::{Plan, Why};
use proving::Proving;
use shop::drops::challenge::Proof;
use shop::drops::{Drop, LineState, LineView, Place, Ticket};
use shop::live::ToBrowser;
use shop::{Moment, Refusal};

/// Something the page heard.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// What `join` or `mine` answered.
    Answer(Result<Place, Refusal>),
    /// What `leave` answered.
    Left(Result<Place, Refusal>),
    /// The challenge is solved.
    Proved(Proof),
    /// A frame from the live socket.
    Frame(ToBrowser),
    /// The live socket opened.
    Connected,
    /// The live socket is gone.
    Disconnected,
    /// The reader came back, or the machine did from its sleep.
    Woke,
}

/// A drop and its reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    drop: Drop,
    /// The reader's place; `None` for a visitor, or if it could not be read yet.
    place: Option<Place>,
    /// The line, once the socket told of it.
    line: Option<LineView>,
    speed_per_s: Option<u32>,
    /// Why the last answer was none.
    refusal: Option<Refusal>,
    is_connected: bool,
    was_connected: bool,
    /// What the server is being asked just now.
    asking: Option<Step>,
    /// What it refused to answer.
    refused_step: Option<Step>,
    plan: Option<Plan>,
    /// The reader came back, or the socket did: what is on the screen may be old.
    is_doubtful: bool,
    /// The ticket was of a line that is no more.
    is_void: bool,
    /// Which line the ticket is of, as far as that is known.
    ticket_epoch: Option<i64>,
    /// The ticket that the reader gave back here. Answers that were under way may still tell of it.
    left: Option<Ticket>,
    /// The ticket is not in its line any more: it was given back here, on another page of the
    /// reader's, or by the shop since nobody was there.
    is_given_back: bool,
    /// The owner takes no clicks just now.
    is_stopped: bool,
    /// The reader clicked a moment too early.
    is_early: bool,
    /// How often in a row the server was asked for a decision that had not been taken yet.
    asked_in_vain: u32,
    /// What is known of a proof of work.
    proving: Proving,
}

impl Room {
    /// The room as the page was rendered: the reader's place, or why it could not be read.
    pub fn new(drop: Drop, place: Option<Result<Place, Refusal>>) -> Self {
        let mut room = Self {
            drop,
            place: None,
            line: None,
            speed_per_s: None,
            refusal: None,
            is_connected: false,
            was_connected: false,
            asking: None,
            refused_step: None,
            plan: None,
            is_doubtful: false,
            is_void: false,
            ticket_epoch: None,
            left: None,
            is_given_back: false,
            is_stopped: false,
            is_early: false,
            asked_in_vain: 0,
            proving: Proving::default(),
        };
        if let Some(answer) = place {
            room.asking = Some(Step::AskMine);
            room.take_answer(answer);
        }
        room
    }

    /// The same room, while the owner takes no clicks.
    pub fn stopped(self, is_stopped: bool) -> Self {
        Self { is_stopped, ..self }
    }

    /// Takes in something the page heard, and thinks again about what to do next. `dice` is from
    /// 0 up to 1, so that a hundred thousand pages do not do it in the same instant.
    pub fn hear(&mut self, heard: Heard, now: Moment, dice: f64) {
        match heard {
            Heard::Answer(answer) => self.take_answer(answer),
            Heard::Left(answer) => self.take_leave(answer),
            Heard::Proved(proof) => self.take_proof(proof),
            Heard::Frame(
                ToBrowser::Hello { .. }
                | ToBrowser::Said { .. }
                | ToBrowser::Room { .. }
                | ToBrowser::Typing { .. },
            ) => {}
            Heard::Frame(ToBrowser::Line { line, speed_per_s, is_stopped, .. }) => {
                if line.drop_id == self.drop.id {
                    self.is_stopped = is_stopped;
                }
                self.take_line(line, speed_per_s);
            }
            Heard::Frame(ToBrowser::Issued { drop_id, coupon }) => {
                if drop_id == self.drop.id {
                    self.take_place(Place::Issued(coupon));
                }
            }
            Heard::Connected => {
                self.is_doubtful |= self.was_connected;
                (self.is_connected, self.was_connected) = (true, true);
            }
            Heard::Disconnected => self.is_connected = false,
            Heard::Woke => {
                self.is_doubtful = true;
                // Its answer may have been lost in the sleep; asking twice does no harm.
                self.asking = self.asking.filter(|step| *step != Step::AskMine);
            }
        }
        self.think(now, dice);
    }

    /// Notes that the server is being asked, by a click or by [`Room::due`].
    pub fn asks(&mut self, step: Step) {
        self.asking = Some(step);
        self.plan = None;
        self.is_doubtful = false;
        if step == Step::Join {
            self.left = None;
        }
    }

    /// The step whose time has come. It counts as being asked from here on.
    pub fn due(&mut self, now: Moment) -> Option<Step> {
        let plan = self.plan.filter(|plan| plan.at <= now && self.asking.is_none())?;
        if plan.why.may_be_in_vain() {
            self.asked_in_vain = self.asked_in_vain.saturating_add(1);
        }
        if plan.step == Step::Prove {
            self.begin_proving(now);
        }
        self.asks(plan.step);
        Some(plan.step)
    }

    /// The drop.
    pub fn drop(&self) -> &Drop {
        &self.drop
    }

    /// Coupons that nobody has yet, as far as this page knows.
    pub fn remaining(&self) -> u32 {
        self.line.map_or_else(|| self.drop.remaining(), |line| line.remaining)
    }

    /// Why the last answer was none.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// The reader's ticket.
    pub fn ticket(&self) -> Option<Ticket> {
        match self.place {
            Some(Place::Waiting { ticket, .. }) => Some(ticket),
            Some(Place::Paused { ticket }) => ticket,
            _ => None,
        }
    }

    /// Whether the reader had a place, and may take a new one.
    pub fn is_given_back(&self) -> bool {
        self.is_given_back
    }

    fn take_line(&mut self, line: LineView, speed_per_s: Option<u32>) {
        let is_old = |known: LineView| {
            let is_older = line.serving < known.serving || line.version < known.version;
            known.epoch == line.epoch && is_older
        };
        if line.drop_id != self.drop.id || self.line.is_some_and(is_old) {
            return;
        }
        let is_rebuilt = self.line.is_some_and(|known| known.epoch != line.epoch);
        if is_rebuilt && matches!(self.place, Some(Place::Paused { .. })) {
            // The ticket may have been of the old one.
            self.is_doubtful = true;
        }
        (self.line, self.speed_per_s) = (Some(line), speed_per_s);
        // An owner may have changed these.
        let Drop { quota, opens_at, closes_at, .. } = &mut self.drop;
        (*quota, *opens_at, *closes_at) = (line.quota, line.opens_at, line.closes_at);
        // The line speaks: no need to ask because of its silence.
        self.plan = self.plan.filter(|plan| plan.why != Why::Silence);
    }

    fn is_paused(&self) -> bool {
        self.line.map_or(self.drop.paused_at.is_some(), |line| line.state == LineState::Paused)
    }

    fn line_is(&self, state: LineState) -> bool {
        self.line.is_some_and(|line| line.state == state)
    }
}
