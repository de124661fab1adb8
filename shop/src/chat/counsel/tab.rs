//! The rooms that counsellors look at together.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Some of the rooms, in an order of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tab {
    /// Nobody looks after them; who waits longest comes first.
    #[default]
    Waiting,
    /// The reader's own; where something was said last comes first.
    Mine,
    /// All of them, whatever their state; where something was said last comes first.
    All,
    /// Those that are over; the newest end comes first.
    Closed,
}

impl Tab {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Mine, Self::All, Self::Closed];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Mine => "mine",
            Self::All => "all",
            Self::Closed => "closed",
        }
    }
}

impl FromStr for Tab {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|tab| tab.as_str() == text).ok_or("no tab of rooms")
    }
}

#[cfg(test)]
mod tests {
    use super::Tab;

    #[test]
    fn the_words_are_the_tabs() {
        for tab in Tab::ALL {
            assert_eq!(tab.as_str().parse(), Ok(tab));
        }
        assert!("lost".parse::<Tab>().is_err());
    }
}
