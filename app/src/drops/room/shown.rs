//! What to show.

use super::Room;
use shop::Moment;
use shop::drops::{IssuedCoupon, LineState, Place, Ticket};
use std::time::Duration;

/// What the heart of the page shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// How long until it opens.
    Countdown(Duration),
    /// It is open: the big button.
    MayJoin {
        /// Whether nobody is served just now: there are tickets all the same.
        is_paused: bool,
    },
    /// The reader has clicked, and the challenge is being solved.
    Checking,
    /// In the line.
    Waiting {
        /// The reader's ticket.
        ticket: Ticket,
        /// How many are decided before it; `None` if that is not known just now. Zero is "now".
        position: Option<u64>,
        /// Seconds until its turn, if known.
        eta_s: Option<u64>,
        /// Whether nobody is served just now.
        is_paused: bool,
    },
    /// The reader has a coupon.
    Issued(IssuedCoupon),
    /// Every coupon is somebody else's.
    SoldOut,
    /// Nobody may join just now: a pause, and the line cannot be reached.
    Paused,
    /// The owner takes no clicks just now.
    Stopped {
        /// Whether the reader has clicked, and is joined by itself later.
        has_clicked: bool,
    },
    /// The time is over.
    Closed,
}

/// Which part of the page stands in its middle: it is built once, and its figures move in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The countdown and the button, which wakes up when it is over.
    Door,
    /// A proof of work.
    Checking,
    /// The ticket and the position.
    Waiting,
    /// The coupon.
    Issued,
    /// Everything is gone.
    SoldOut,
    /// A pause, seen from outside the line.
    Paused,
    /// A stop of all clicks.
    Stopped,
    /// The time is over.
    Closed,
}

impl Shown {
    /// The part of the page that shows it.
    pub fn scene(&self) -> Scene {
        match self {
            Self::Countdown(_) | Self::MayJoin { .. } => Scene::Door,
            Self::Checking => Scene::Checking,
            Self::Waiting { .. } => Scene::Waiting,
            Self::Issued(_) => Scene::Issued,
            Self::SoldOut => Scene::SoldOut,
            Self::Paused => Scene::Paused,
            Self::Stopped { .. } => Scene::Stopped,
            Self::Closed => Scene::Closed,
        }
    }
}

impl Room {
    /// What to show at a moment of the server's clock.
    pub fn shown(&self, now: Moment) -> Shown {
        match &self.place {
            Some(Place::Issued(coupon)) => Shown::Issued(coupon.clone()),
            Some(Place::Waiting { ticket, serving, eta_s, .. }) => {
                let serving = self.line.map_or(*serving, |line| line.serving.max(*serving));
                let position = ticket.saturating_sub(serving);
                Shown::Waiting {
                    ticket: *ticket,
                    position: Some(position),
                    eta_s: self.eta_s(position).or(eta_s.map(u64::from)),
                    is_paused: self.is_paused(),
                }
            }
            Some(Place::Paused { ticket: Some(ticket) }) => Shown::Waiting {
                ticket: *ticket,
                position: self.line.map(|line| ticket.saturating_sub(line.serving)),
                eta_s: None,
                // The line knows first that it goes on.
                is_paused: self.line.is_none_or(|line| line.state == LineState::Paused),
            },
            Some(Place::Paused { ticket: None }) => Shown::Paused,
            Some(Place::SoldOut) => Shown::SoldOut,
            Some(Place::Closed) => Shown::Closed,
            Some(
                Place::NotOpen { .. }
                | Place::NotJoined
                | Place::Stopped { .. }
                | Place::Challenge(_),
            )
            | None => self.shown_without_ticket(now),
        }
    }

    fn shown_without_ticket(&self, now: Moment) -> Shown {
        let is_sold_out = match self.line {
            Some(line) => line.state == LineState::SoldOut,
            None => self.drop.remaining() == 0,
        };
        if is_sold_out {
            Shown::SoldOut
        } else if now < self.drop.opens_at {
            Shown::Countdown(self.drop.opens_at.until_from(now))
        } else if now >= self.drop.closes_at {
            Shown::Closed
        } else if self.is_stopped {
            let has_clicked =
                matches!(self.place, Some(Place::Stopped { .. } | Place::Challenge(_)));
            Shown::Stopped { has_clicked }
        } else if self.challenge().is_some() {
            Shown::Checking
        } else {
            Shown::MayJoin { is_paused: self.is_paused() }
        }
    }

    fn eta_s(&self, position: u64) -> Option<u64> {
        let speed_per_s = self.speed_per_s.filter(|speed| *speed > 0)?;
        Some(position.div_ceil(speed_per_s.into()))
    }
}
