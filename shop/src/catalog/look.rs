//! What a shopper asks of the catalogue, as it stands in an address.

use serde::{Deserialize, Serialize};

/// What a list of products is asked for, as people and addresses write it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Look {
    /// Words of a name, a maker or a category; none finds everything.
    pub words: String,
    /// The slug of a category; none finds all of them.
    pub category: String,
    /// The least that a product costs, in won.
    pub min: String,
    /// The most that a product costs, in won.
    pub max: String,
    /// Whether only what can be had now is asked for; empty, `0` and `false` say no.
    pub in_stock: String,
    /// The order: a word of [`Sort`]; another one is as none.
    pub sort: String,
    /// Which page, from 1; 0 is the first.
    pub page: u32,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// What matches the words best; the newest first among equals.
    Match,
    /// The newest first.
    #[default]
    Newest,
    /// The cheapest first.
    PriceLow,
    /// The dearest first.
    PriceHigh,
    /// The most bought first.
    Popular,
}

impl Sort {
    /// All of them, as a choice offers them.
    pub const ALL: [Self; 5] =
        [Self::Match, Self::Newest, Self::Popular, Self::PriceLow, Self::PriceHigh];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Newest => "newest",
            Self::PriceLow => "price_low",
            Self::PriceHigh => "price_high",
            Self::Popular => "popular",
        }
    }

    /// The order that is meant where none is named: the best match for words, else the newest.
    pub fn without_word(has_words: bool) -> Self {
        if has_words { Self::Match } else { Self::Newest }
    }
}
