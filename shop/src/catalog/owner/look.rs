//! What the owner wants to see of the list. It stands in an address, so whatever is not
//! understood is as if it were not there.

use serde::{Deserialize, Serialize};

/// The part of the list that is asked for, as an address has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnerLook {
    /// `day`, `week`, `month`, `half_year`; anything else is all.
    pub since: String,
    /// `on_sale`, `sold_out`, `withdrawn`; anything else is all.
    pub standing: String,
    /// `creator`; anything else is the name.
    pub by: String,
    /// The beginning of a name.
    pub words: String,
    /// Which page, from 1.
    pub page: u32,
}

/// How long ago a product may have been made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// Thirty days.
    Month,
    /// Half a year.
    HalfYear,
}

/// Whether a product can be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It can.
    OnSale,
    /// There is none left.
    SoldOut,
    /// The owner took it out of the shop.
    Withdrawn,
}

/// Whose name the words begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchBy {
    /// The product's.
    #[default]
    Name,
    /// The member's who made it.
    Creator,
}

impl Since {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::HalfYear];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::HalfYear => "half_year",
        }
    }

    /// How many days it is.
    pub fn days(self) -> u32 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 30,
            Self::HalfYear => 182,
        }
    }
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::OnSale, Self::SoldOut, Self::Withdrawn];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OnSale => "on_sale",
            Self::SoldOut => "sold_out",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The number in the tables.
    pub fn number(self) -> u8 {
        match self {
            Self::OnSale => 0,
            Self::SoldOut => 1,
            Self::Withdrawn => 2,
        }
    }
}

impl SearchBy {
    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Creator => "creator",
        }
    }
}

impl OwnerLook {
    /// How long ago at most; `None` is any time.
    pub fn since(&self) -> Option<Since> {
        Since::ALL.into_iter().find(|since| since.as_str() == self.since)
    }

    /// In which standing; `None` is any.
    pub fn standing(&self) -> Option<Standing> {
        Standing::ALL.into_iter().find(|standing| standing.as_str() == self.standing)
    }

    /// Whose name the words begin.
    pub fn by(&self) -> SearchBy {
        if self.by == SearchBy::Creator.as_str() { SearchBy::Creator } else { SearchBy::Name }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_says_is_understood_or_left_out() {
        let look = OwnerLook {
            since: "week".into(),
            standing: "sold_out".into(),
            by: "creator".into(),
            ..OwnerLook::default()
        };
        assert_eq!(look.since().map(Since::days), Some(7));
        assert_eq!(look.standing(), Some(Standing::SoldOut));
        assert_eq!(look.by(), SearchBy::Creator);
        let strange = OwnerLook {
            since: "' or 1=1".into(),
            standing: "lost".into(),
            by: "price".into(),
            ..OwnerLook::default()
        };
        assert_eq!((strange.since(), strange.standing()), (None, None));
        assert_eq!(strange.by(), SearchBy::Name);
    }
}
