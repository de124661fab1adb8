//! What to do next, and when.

use super::Room;
use shop::Moment;
use shop::drops::{LineState, Place};
use std::ops::Range;
use std::time::Duration;

const REJOIN_MS: Range<u32> = 0..2_000;
const MY_TURN_MS: Range<u32> = 300..1_000;
const SOLD_OUT_MS: Range<u32> = 0..1_000;
const RESUMED_MS: Range<u32> = 0..2_000;
const DOUBT_MS: Range<u32> = 0..300;
const AT_OPENING_MS: Range<u32> = 50..500;
/// The reader waits for it.
const AT_ONCE_MS: Range<u32> = 0..0;
/// A shop that believes no proof is not helped by more of them.
const PROVE_AGAIN_MS: Range<u32> = 2_000..6_000;
/// A retry comes so much later than it was allowed to, at most.
const RETRY_SPREAD_MS: u32 = 1_000;
/// Where nobody told when to ask again.
const POLL_MS: u32 = 5_000;
/// An open socket that says nothing for so long may be a dead one.
const SILENCE_MS_MIN: u32 = 30_000;
const SILENCE_POLLS: u32 = 4;
/// After a fault of the shop's own, with a ticket in hand.
const BROKEN_RETRY_S: u32 = 5;
const MS_PER_S: u32 = 1_000;
/// Asking in vain doubles the wait, so often at most.
const DOUBLINGS_MAX: u32 = 4;

/// Something to ask of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Where do I stand?
    AskMine,
    /// A ticket, please.
    Join,
    /// Nothing of the server: the challenge is solved here.
    Prove,
}

/// Why to do it. A plan stands as long as its reason does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The line was rebuilt, and the ticket is void.
    Void,
    /// The ticket has been decided, and the news did not come.
    MyTurn,
    /// The line says that all is gone: only the server says it of this ticket.
    SoldOut,
    /// The line goes on.
    Resumed,
    /// The page may have missed something.
    Doubt,
    /// There is no socket.
    NoSocket,
    /// There is a socket, and it is silent.
    Silence,
    /// The server said to try again.
    Retry,
    /// The click came a moment before the opening.
    Early,
    /// The owner took no clicks: this one is made again.
    Stopped,
    /// The server wants a proof of work.
    Challenged,
    /// Here it is.
    Proved,
}

/// A step and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) why: Why,
    pub(super) step: Step,
    pub(super) at: Moment,
}

/// A step, and between how many milliseconds from now it should come.
struct Wish(Why, Step, Range<u32>);

impl Why {
    /// Whether the server may not have decided yet what is asked of it.
    pub(super) fn may_be_in_vain(self) -> bool {
        matches!(self, Self::MyTurn | Self::SoldOut | Self::Resumed | Self::Void)
    }
}

impl Room {
    /// Plans the next step anew if there is another reason than before. While the server is being
    /// asked, its answer will tell more.
    pub(super) fn think(&mut self, now: Moment, dice: f64) {
        if self.asking.is_some() {
            return;
        }
        let wish = self.wish(now);
        if !wish.as_ref().is_some_and(|wish| wish.0.may_be_in_vain()) {
            self.asked_in_vain = 0;
        }
        let planned = self.plan.map(|plan| plan.why);
        if wish.as_ref().map(|wish| wish.0) == planned {
            return;
        }
        self.plan = wish.map(|Wish(why, step, ms)| {
            let in_vain = self.asked_in_vain.min(DOUBLINGS_MAX);
            let spread = f64::from(ms.end.saturating_sub(ms.start));
            let ms = (ms.start + (dice * spread) as u32) << in_vain;
            Plan { why, step, at: now.plus(Duration::from_millis(ms.into())) }
        });
    }

    fn wish(&self, now: Moment) -> Option<Wish> {
        if self.refusal.is_some() {
            return self.retry();
        }
        match self.place.as_ref()? {
            Place::Waiting { ticket, serving, epoch, poll_after_ms, .. } => {
                let line = self.line;
                let serving = line.map_or(*serving, |line| line.serving.max(*serving));
                let wish = if line.is_some_and(|line| line.epoch != *epoch) {
                    Wish(Why::Void, Step::Join, REJOIN_MS)
                } else if self.line_is(LineState::SoldOut) {
                    Wish(Why::SoldOut, Step::AskMine, SOLD_OUT_MS)
                } else if serving >= *ticket {
                    Wish(Why::MyTurn, Step::AskMine, MY_TURN_MS)
                } else {
                    self.ask_again(*poll_after_ms)
                };
                Some(wish)
            }
            Place::Paused { ticket: None } if self.is_void => {
                Some(Wish(Why::Void, Step::Join, REJOIN_MS))
            }
            Place::Paused { .. } if self.line.is_some() && !self.line_is(LineState::Paused) => {
                Some(Wish(Why::Resumed, Step::AskMine, RESUMED_MS))
            }
            Place::Paused { .. } => Some(self.ask_again(POLL_MS)),
            // An owner has added coupons.
            Place::SoldOut
                if self.line.is_some_and(|line| line.state != LineState::SoldOut)
                    && self.remaining() > 0 =>
            {
                Some(Wish(Why::Resumed, Step::AskMine, RESUMED_MS))
            }
            Place::NotOpen { opens_at, .. } if self.is_early => {
                let ms = u32::try_from(opens_at.until_from(now).as_millis()).unwrap_or(u32::MAX);
                let spread = ms + AT_OPENING_MS.start..ms + AT_OPENING_MS.end;
                Some(Wish(Why::Early, Step::Join, spread))
            }
            Place::Stopped { .. } if self.is_connected && !self.is_stopped => {
                Some(Wish(Why::Resumed, Step::Join, RESUMED_MS))
            }
            Place::Stopped { poll_after_ms } => {
                let twice = poll_after_ms.saturating_mul(2);
                Some(Wish(Why::Stopped, Step::Join, *poll_after_ms..twice))
            }
            Place::Challenge(_) if self.proof(now).is_some() => {
                Some(Wish(Why::Proved, Step::Join, AT_ONCE_MS))
            }
            Place::Challenge(_) if self.proving.is_in_vain => {
                Some(Wish(Why::Challenged, Step::Prove, PROVE_AGAIN_MS))
            }
            Place::Challenge(_) => Some(Wish(Why::Challenged, Step::Prove, AT_ONCE_MS)),
            Place::NotJoined if self.is_void => Some(Wish(Why::Void, Step::Join, REJOIN_MS)),
            Place::NotJoined | Place::NotOpen { .. } | Place::SoldOut if self.is_doubtful => {
                Some(Wish(Why::Doubt, Step::AskMine, DOUBT_MS))
            }
            _ => None,
        }
    }

    /// When to ask where nothing in particular happened.
    fn ask_again(&self, poll_ms: u32) -> Wish {
        if self.is_doubtful {
            Wish(Why::Doubt, Step::AskMine, DOUBT_MS)
        } else if self.is_connected {
            let ms = poll_ms.saturating_mul(SILENCE_POLLS).max(SILENCE_MS_MIN);
            Wish(Why::Silence, Step::AskMine, ms..ms.saturating_add(ms / 2))
        } else {
            Wish(Why::NoSocket, Step::AskMine, poll_ms..poll_ms.saturating_add(poll_ms / 2))
        }
    }

    fn retry(&self) -> Option<Wish> {
        let refusal = self.refusal.as_ref()?;
        let holds_ticket = self.ticket().is_some();
        let after_s = match refusal.retry_after_s() {
            None if holds_ticket && *refusal == shop::Refusal::Broken => Some(BROKEN_RETRY_S),
            told => told,
        };
        let ms = after_s?.saturating_mul(MS_PER_S);
        let step = self.refused_step.unwrap_or(Step::AskMine);
        Some(Wish(Why::Retry, step, ms..ms.saturating_add(RETRY_SPREAD_MS)))
    }
}
