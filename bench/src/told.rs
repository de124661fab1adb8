//! What a member was told, as the checker wants to know it.

use crate::http::Response;
use shop::Moment;
use shop::drops::{Place, Ticket};
use shop::members::MemberId;
use std::time::Duration;

/// A page waits as long when nothing says how long.
const ASK_AGAIN_AFTER: Duration = Duration::from_secs(1);
const OK: u16 = 200;
const TOO_MANY_REQUESTS: u16 = 429;
const REQUEST_TIMEOUT: u16 = 408;

/// One answer to one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// To whom.
    pub member: MemberId,
    /// When it had come in, on the shop's clock.
    pub at: Moment,
    /// What.
    pub answer: Answer,
}

/// What the shop said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "You have it", with its code.
    Issued(String),
    /// "Every coupon is somebody else's."
    SoldOut,
    /// "Your ticket."
    Waiting {
        /// The ticket.
        ticket: Ticket,
        /// Which line it belongs to.
        epoch: i64,
        /// When to ask again.
        poll_after: Duration,
    },
    /// "Nobody is served just now."
    Paused,
    /// "You are not in the line."
    NotJoined,
    /// "Not open yet."
    NotOpen,
    /// "The time is over."
    Closed,
    /// "Prove your work first": a rehearsal has none of it.
    Challenged,
    /// Any other status.
    Refused {
        /// Which.
        status: u16,
        /// When to ask again.
        retry_after: Duration,
    },
    /// No answer came, or none that could be read: anything may have happened.
    Unknown,
}

impl Answer {
    /// Reads an answer of `drops/join` or `drops/mine`.
    pub fn read(response: &Response) -> Self {
        if response.status != OK {
            let retry_after =
                response.retry_after_s.map_or(ASK_AGAIN_AFTER, |s| Duration::from_secs(s.into()));
            return Self::Refused { status: response.status, retry_after };
        }
        match serde_json::from_slice(&response.body) {
            Ok(Place::Issued(coupon)) => Self::Issued(coupon.code),
            Ok(Place::SoldOut) => Self::SoldOut,
            Ok(Place::Waiting { ticket, epoch, poll_after_ms, .. }) => {
                let poll_after = Duration::from_millis(poll_after_ms.into());
                Self::Waiting { ticket, epoch, poll_after }
            }
            Ok(Place::Paused { .. } | Place::Stopped { .. }) => Self::Paused,
            Ok(Place::Challenge(_)) => Self::Challenged,
            Ok(Place::NotJoined) => Self::NotJoined,
            Ok(Place::NotOpen { .. }) => Self::NotOpen,
            Ok(Place::Closed) => Self::Closed,
            Err(_) => Self::Unknown,
        }
    }

    /// Whether the member knows now what became of them.
    pub fn is_decision(&self) -> bool {
        matches!(self, Self::Issued(_) | Self::SoldOut | Self::Closed)
    }

    /// When to ask again; `None` if that is of no use.
    pub fn ask_again_after(&self) -> Option<Duration> {
        match self {
            Self::Waiting { poll_after, .. } => Some(*poll_after),
            Self::Refused { status: TOO_MANY_REQUESTS | REQUEST_TIMEOUT, retry_after } => {
                Some(*retry_after)
            }
            Self::Refused { status: 400..500, .. } => None,
            Self::Refused { retry_after, .. } => Some(*retry_after),
            // Not in the line, and not too late: click at once.
            Self::NotJoined => Some(Duration::ZERO),
            Self::Paused | Self::NotOpen | Self::Unknown => Some(ASK_AGAIN_AFTER),
            Self::Issued(_) | Self::SoldOut | Self::Closed | Self::Challenged => None,
        }
    }

    /// Its name in the report.
    pub fn name(&self) -> String {
        match self {
            Self::Issued(_) => "issued".into(),
            Self::SoldOut => "sold out".into(),
            Self::Waiting { .. } => "waiting".into(),
            Self::Paused => "paused".into(),
            Self::NotJoined => "not joined".into(),
            Self::NotOpen => "not open".into(),
            Self::Closed => "closed".into(),
            Self::Challenged => "challenged".into(),
            Self::Refused { status, .. } => format!("refused {status}"),
            Self::Unknown => "unknown".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(status: u16, body: &str) -> Response {
        let body = body.as_bytes().to_vec();
        Response { status, retry_after_s: (status == 503).then_some(2), closes: false, body }
    }

    #[test]
    fn the_shops_answers_are_understood() {
        let waiting = r#"{"state":"waiting","ticket":1234,"serving":1000,"epoch":17,
                          "eta_s":null,"poll_after_ms":1170}"#;
        let issued = r#"{"state":"issued","code":"ABCD-EFGH-JKMN","expires_at":1}"#;
        let poll_after = Duration::from_millis(1_170);
        for (body, answer) in [
            (waiting, Answer::Waiting { ticket: 1_234, epoch: 17, poll_after }),
            (issued, Answer::Issued("ABCD-EFGH-JKMN".into())),
            (r#"{"state":"sold_out"}"#, Answer::SoldOut),
            (r#"{"state":"not_joined"}"#, Answer::NotJoined),
            ("<!doctype html>", Answer::Unknown),
        ] {
            assert_eq!(Answer::read(&response(200, body)), answer);
        }
    }

    #[test]
    fn only_what_may_change_is_asked_again() {
        let busy = Answer::read(&response(503, ""));
        assert_eq!(busy.ask_again_after(), Some(Duration::from_secs(2)));
        assert!(Answer::read(&response(500, "")).ask_again_after().is_some());
        assert!(Answer::read(&response(429, "")).ask_again_after().is_some());
        assert_eq!(Answer::read(&response(401, "")).ask_again_after(), None);
        assert!(Answer::Unknown.ask_again_after().is_some());
        assert_eq!(Answer::SoldOut.ask_again_after(), None);
    }
}
