//! How a room is, and what it may become.

use super::RoomId;
use crate::Moment;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A room, as both sides may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Which room.
    pub id: RoomId,
    /// Who looks after it.
    pub state: RoomState,
    /// Since when.
    pub state_at: Moment,
    /// The counsellor's name, while it is taken.
    pub counsellor: Option<String>,
    /// When the talk began.
    pub opened_at: Moment,
    /// The number of the newest message; 0 if there is none.
    pub last_number: u32,
    /// Up to which message the shopper has read.
    pub read_by_shopper: u32,
    /// Up to which message the shop has read.
    pub read_by_shop: u32,
}

/// Who looks after a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoomState {
    /// The bot answers.
    Bot,
    /// Nobody yet: it waits for a counsellor.
    Waiting,
    /// A counsellor.
    Taken,
    /// The talk is over.
    Closed,
}

impl RoomState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Bot, Self::Waiting, Self::Taken, Self::Closed];

    /// The word in the tables and in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bot => "bot",
            Self::Waiting => "waiting",
            Self::Taken => "taken",
            Self::Closed => "closed",
        }
    }

    /// Whether a room in this state may next be in the other. A taken room may be taken by
    /// another counsellor: that is handing over.
    pub fn may_become(self, next: Self) -> bool {
        match next {
            Self::Bot => false,
            Self::Waiting => self != Self::Waiting,
            Self::Taken => self != Self::Closed,
            Self::Closed => self != Self::Closed,
        }
    }
}

impl FromStr for RoomState {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|state| state.as_str() == text);
        known.ok_or("no state of a room")
    }
}

#[cfg(test)]
mod tests {
    use super::RoomState;

    #[test]
    fn the_words_are_the_states() {
        for state in RoomState::ALL {
            assert_eq!(state.as_str().parse(), Ok(state));
        }
        assert!("lost".parse::<RoomState>().is_err());
    }

    #[test]
    fn a_talk_that_people_had_goes_on_with_people() {
        assert!(RoomState::ALL.iter().all(|state| !state.may_become(RoomState::Bot)));
        assert!(RoomState::Closed.may_become(RoomState::Waiting), "it can be reopened");
        assert!(!RoomState::Closed.may_become(RoomState::Taken), "but not taken unasked");
        assert!(RoomState::Taken.may_become(RoomState::Taken), "it can be handed over");
    }
}
