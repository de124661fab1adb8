//! The states of an order, and which may follow which.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// What an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Waits to be paid; its stock and its coupon are reserved.
    Placed,
    /// Paid.
    Paid,
    /// Being packed.
    Preparing,
    /// On its way.
    Shipped,
    /// There.
    Delivered,
    /// Called off before it was shipped; stock, coupon and money have gone back.
    Cancelled,
    /// Not paid in time; stock and coupon have gone back.
    Expired,
}

impl State {
    /// All of them, in the order of an order's life.
    pub const ALL: [Self; 7] = [
        Self::Placed,
        Self::Paid,
        Self::Preparing,
        Self::Shipped,
        Self::Delivered,
        Self::Cancelled,
        Self::Expired,
    ];

    /// The word in the tables and in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Paid => "paid",
            Self::Preparing => "preparing",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }

    /// Whether an order in this state may next be in the other.
    pub fn may_become(self, next: Self) -> bool {
        match next {
            Self::Placed => false,
            Self::Paid | Self::Expired => self == Self::Placed,
            Self::Preparing => self == Self::Paid,
            Self::Shipped => self == Self::Preparing,
            Self::Delivered => self == Self::Shipped,
            Self::Cancelled => matches!(self, Self::Placed | Self::Paid | Self::Preparing),
        }
    }

    /// Where the shop moves a paid order next; `None` where nothing is left to do.
    pub fn next_step(self) -> Option<Self> {
        let steps = [Self::Preparing, Self::Shipped, Self::Delivered];
        steps.into_iter().find(|next| self.may_become(*next))
    }
}

impl FromStr for State {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|state| state.as_str() == text);
        known.ok_or("no state of an order")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_the_states() {
        for state in State::ALL {
            assert_eq!(state.as_str().parse(), Ok(state));
        }
        assert!("lost".parse::<State>().is_err());
    }

    #[test]
    fn an_order_goes_one_way_and_ends() {
        let road = [State::Placed, State::Paid, State::Preparing, State::Shipped, State::Delivered];
        for pair in road.windows(2) {
            assert!(pair[0].may_become(pair[1]) && !pair[1].may_become(pair[0]), "{pair:?}");
        }
        for end in [State::Delivered, State::Cancelled, State::Expired] {
            assert!(State::ALL.iter().all(|next| !end.may_become(*next)), "{end:?}");
        }
        assert!(!State::Shipped.may_become(State::Cancelled), "it is on its way");
        assert!(!State::Paid.may_become(State::Expired), "it is paid");
        assert_eq!(State::Placed.next_step(), None, "the shopper pays, nobody else");
    }
}
