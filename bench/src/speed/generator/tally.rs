//! What was answered, counted.

use super::answer::Answer;
use shop::drops::Place;

/// Every so many answers one is read whole.
const SAMPLE_EVERY: u64 = 64;
const OK: u16 = 200;

/// What an answer comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A ticket, and its turn has not come.
    Waiting,
    /// Nobody is served just now; a ticket all the same.
    Paused,
    /// A coupon.
    Issued,
    /// None left.
    SoldOut,
    /// What was sent came back.
    Echo,
    /// A status that is not 200, or anything else.
    Else,
}

const KINDS: usize = Said::Else as usize + 1;

/// Their beginnings tell them apart: the shop writes the state first.
const BEGINNINGS: [(&[u8], Said); 5] = [
    (br#"{"state":"waiting","#, Said::Waiting),
    (br#"{"state":"sold_out"}"#, Said::SoldOut),
    (br#"{"state":"paused","#, Said::Paused),
    (br#"{"state":"issued","#, Said::Issued),
    (b"drop_id=", Said::Echo),
];

/// How often each was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [u64; KINDS],
    /// Of the answers that were read whole, those that were not what they began as.
    pub misread: u64,
}

impl Tally {
    /// Counts one.
    pub fn note(&mut self, answer: Answer<'_>) -> Said {
        let said = recognise(answer);
        self.counts[said as usize] += 1;
        if self.answers().is_multiple_of(SAMPLE_EVERY) && !is_whole(said, answer.body) {
            self.misread += 1;
        }
        said
    }

    /// How many were this.
    pub fn of(&self, said: Said) -> u64 {
        self.counts[said as usize]
    }

    /// Tickets, whether their line moves or not.
    pub fn tickets(&self) -> u64 {
        self.of(Said::Waiting) + self.of(Said::Paused)
    }

    /// Answers that a click should not get.
    pub fn odd(&self) -> u64 {
        self.of(Said::Echo) + self.of(Said::Else)
    }

    /// All of them.
    pub fn answers(&self) -> u64 {
        self.counts.iter().sum()
    }
}

fn recognise(answer: Answer<'_>) -> Said {
    if answer.status != OK {
        return Said::Else;
    }
    let begun = BEGINNINGS.iter().find(|(beginning, _)| answer.body.starts_with(beginning));
    begun.map_or(Said::Else, |(_, said)| *said)
}

fn is_whole(said: Said, body: &[u8]) -> bool {
    let place = || serde_json::from_slice::<Place>(body).ok();
    match said {
        Said::Waiting => matches!(place(), Some(Place::Waiting { ticket: 1.., .. })),
        Said::Paused => matches!(place(), Some(Place::Paused { ticket: Some(1..) })),
        Said::Issued => matches!(place(), Some(Place::Issued(_))),
        Said::SoldOut => place() == Some(Place::SoldOut),
        Said::Echo | Said::Else => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(tally: &mut Tally, status: u16, body: &str) -> Said {
        tally.note(Answer { status, body: body.as_bytes() })
    }

    #[test]
    fn each_answer_counts_as_what_it_is() {
        let waiting = r#"{"state":"waiting","ticket":7,"serving":1,"epoch":1,"eta_s":null,"poll_after_ms":1}"#;
        let mut tally = Tally::default();
        for (status, body, said) in [
            (200, waiting, Said::Waiting),
            (200, r#"{"state":"paused","ticket":8}"#, Said::Paused),
            (200, r#"{"state":"issued","code":"A","expires_at":1}"#, Said::Issued),
            (200, r#"{"state":"sold_out"}"#, Said::SoldOut),
            (200, "drop_id=7", Said::Echo),
            (200, r#"{"state":"closed"}"#, Said::Else),
            (503, r#"{"state":"sold_out"}"#, Said::Else),
        ] {
            assert_eq!(note(&mut tally, status, body), said, "{body}");
        }
        assert_eq!((tally.answers(), tally.tickets(), tally.of(Said::Else)), (7, 2, 2));
    }

    #[test]
    fn a_sample_is_read_to_its_end() {
        let mut tally = Tally::default();
        for _ in 0..2 * SAMPLE_EVERY {
            note(&mut tally, 200, r#"{"state":"waiting","ticket":0}"#);
        }
        assert_eq!(tally.misread, 2);
    }
}
