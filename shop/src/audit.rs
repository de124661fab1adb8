//! The record of what owners do: who changed what, and when.

#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod note;

#[cfg(feature = "ssr")]
pub use list::list;
#[cfg(feature = "ssr")]
pub(crate) use note::note;

use crate::Moment;
use crate::members::MemberId;
use serde::{Deserialize, Serialize};

/// How many entries a page of the record shows.
pub const ENTRIES_PER_PAGE: u32 = 30;

/// What something was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A product, by its number.
    Product(u64),
    /// An order, by its number.
    Order(u64),
    /// A drop, by its number.
    Drop(u64),
    /// A member, by their number.
    Member(u64),
    /// The shop as a whole, which has no number.
    Shop,
}

impl Subject {
    /// The words for the kinds, in the tables and in addresses.
    pub const KINDS: [&str; 5] = ["product", "order", "drop", "member", "shop"];

    /// Its kind's word and its number.
    pub fn parts(self) -> (&'static str, u64) {
        match self {
            Self::Product(id) => ("product", id),
            Self::Order(id) => ("order", id),
            Self::Drop(id) => ("drop", id),
            Self::Member(id) => ("member", id),
            Self::Shop => ("shop", 0),
        }
    }

    /// The subject of a kind's word and a number.
    pub fn from_parts(kind: &str, id: u64) -> Option<Self> {
        match kind {
            "product" => Some(Self::Product(id)),
            "order" => Some(Self::Order(id)),
            "drop" => Some(Self::Drop(id)),
            "member" => Some(Self::Member(id)),
            "shop" => Some(Self::Shop),
            _ => None,
        }
    }
}

/// Something that an owner did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// Who.
    pub actor: Actor,
    /// The feature and the verb, as in `drops.pause`.
    pub action: String,
    /// To what.
    pub subject: Subject,
    /// What changed: names and values, for a person to read.
    pub detail: Vec<(String, String)>,
}

/// Somebody who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Their number.
    pub id: MemberId,
    /// Their name.
    pub name: String,
}

/// A page of the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// Newest first.
    pub entries: Vec<Entry>,
    /// Whom to choose from: whoever has a role, and whoever is on this page.
    pub actors: Vec<Actor>,
    /// This page, from 1.
    pub page: u32,
    /// Whether there is one more.
    pub has_next: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_known_by_its_word_and_its_number() {
        for kind in Subject::KINDS {
            // There is one shop, and it has no number.
            let number = if kind == "shop" { 0 } else { 7 };
            let subject = Subject::from_parts(kind, number).expect("a kind");
            assert_eq!(subject.parts(), (kind, number));
        }
        assert_eq!(Subject::from_parts("moon", 7), None);
    }
}
