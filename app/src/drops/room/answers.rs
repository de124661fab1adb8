//! What the server's answers mean to a room.

use super::Room;
use super::plan::Step;
use shop::Refusal;
use shop::drops::Place;

/// Who clicks so little before the opening has clicked in time: their click counts then.
const EARLY_CLICK_MS_MAX: u64 = 3_000;

/// Nobody is served, and the line cannot be reached either.
const NO_TICKET_NOW: Place = Place::Paused { ticket: None };

impl Room {
    pub(super) fn take_leave(&mut self, answer: Result<Place, Refusal>) {
        self.plan = None;
        match answer {
            Ok(Place::NotJoined) => {
                (self.left, self.is_given_back) = (self.ticket(), true);
                (self.refusal, self.refused_step) = (None, None);
                self.place = Some(Place::NotJoined);
            }
            // Too late: it is being decided, or has been.
            Ok(place) => self.take_place(place),
            Err(refusal) => (self.refusal, self.refused_step) = (Some(refusal), None),
        }
    }

    pub(super) fn take_answer(&mut self, answer: Result<Place, Refusal>) {
        let tells_nothing = matches!(answer, Ok(Place::NotJoined | NO_TICKET_NOW) | Err(_));
        if self.asking == Some(Step::Prove) && tells_nothing {
            // Asked before the click whose challenge is being solved.
            return;
        }
        let step = self.asking.take();
        self.plan = None;
        self.is_early = false;
        match answer {
            Ok(place) => {
                // Clicked, and no ticket could be given in the pause: the click still counts.
                self.is_void |= step == Some(Step::Join) && place == NO_TICKET_NOW;
                if let Place::NotOpen { opens_at, now } = place {
                    let ms = opens_at.until_from(now).as_millis();
                    let is_close = ms <= u128::from(EARLY_CLICK_MS_MAX);
                    self.is_early = step == Some(Step::Join) && is_close;
                    self.drop.opens_at = opens_at;
                }
                self.take_place(place);
            }
            Err(refusal) => {
                self.refusal = Some(refusal);
                self.refused_step = step;
            }
        }
    }

    pub(super) fn take_place(&mut self, place: Place) {
        (self.refusal, self.refused_step) = (None, None);
        // An older answer may arrive after the news: what was issued stays issued.
        if matches!(self.place, Some(Place::Issued(_))) && !matches!(place, Place::Issued(_)) {
            return;
        }
        let ticket = match place {
            Place::Waiting { ticket, .. } => Some(ticket),
            Place::Paused { ticket } => ticket,
            _ => None,
        };
        if ticket.is_some() && ticket == self.left {
            return;
        }
        self.end_proving(&place);
        self.is_stopped |= matches!(place, Place::Stopped { .. });
        let had_ticket = self.ticket().is_some();
        let line_epoch = self.line.map(|line| line.epoch);
        let is_of_this_line = self.ticket_epoch.is_some() && self.ticket_epoch == line_epoch;
        self.is_given_back =
            place == Place::NotJoined && (self.is_given_back || had_ticket && is_of_this_line);
        self.is_void = match place {
            Place::NotJoined => (had_ticket && !is_of_this_line) || self.is_void,
            NO_TICKET_NOW => had_ticket || self.is_void,
            _ => false,
        };
        self.ticket_epoch = match place {
            Place::Waiting { epoch, .. } => Some(epoch),
            Place::Paused { ticket: Some(_) } => self.ticket_epoch.or(line_epoch),
            _ => None,
        };
        if let Place::Waiting { epoch, .. } = place {
            // The answer is newer than a line of another epoch that was heard before it.
            self.line = self.line.filter(|line| line.epoch == epoch);
        }
        self.place = Some(place);
    }
}
