//! One message.

use super::MessageKey;
use super::bot::{BotSays, Choice};
use crate::catalog::ProductId;
use crate::orders::{OrderId, State};
use crate::{Bilingual, Moment, Won};
use serde::{Deserialize, Serialize};

/// A message that has its place in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// 1, 2, 3 … in its room, without a gap.
    pub number: u32,
    /// By what its sender knows it.
    pub key: MessageKey,
    /// Who speaks.
    pub side: Side,
    /// The counsellor's name, if one speaks.
    pub name: Option<String>,
    /// What is said.
    pub body: Body,
    /// When it was sent.
    pub sent_at: Moment,
}

/// Who speaks in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The member or the visitor.
    Shopper,
    /// A person of the shop's.
    Counsellor,
    /// The program that answers first.
    Bot,
    /// Nobody: something has happened.
    Shop,
}

impl Side {
    /// The word in the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Shopper => "shopper",
            Self::Counsellor => "counsellor",
            Self::Bot => "bot",
            Self::Shop => "shop",
        }
    }
}

/// What is in a message. What the shop itself says is facts; a page makes sentences of them in
/// its reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// Somebody's words.
    Text {
        /// As [`super::MessageText`] allows.
        text: String,
        /// What it is about, as it was when it was sent.
        card: Option<Card>,
    },
    /// The bot's words.
    Bot {
        /// What it says.
        says: BotSays,
        /// What it offers to be asked next.
        choices: Vec<Choice>,
    },
    /// The room has come to a counsellor.
    Taken {
        /// Their name.
        counsellor: String,
    },
    /// The room waits for a counsellor.
    Waiting,
    /// The talk is over.
    Closed,
    /// The talk goes on.
    Reopened,
    /// Of a kind that only a newer release knows: a page that was loaded before it reads on.
    #[serde(other)]
    Unknown,
}

/// A product or an order that a message is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Card {
    /// A product.
    Product {
        /// Which.
        id: ProductId,
        /// Its name.
        name: Bilingual,
        /// What a piece costs.
        price: Won,
        /// Address of its picture.
        picture: Option<String>,
    },
    /// An order of the shopper's.
    Order {
        /// Which.
        id: OrderId,
        /// How it stood.
        state: State,
        /// What it came to.
        total: Won,
        /// When it was placed.
        placed_at: Moment,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_a_newer_release_says_does_not_spoil_the_rest() {
        let said = r#"[{"kind":"picture","address":"/media/1"},
                       {"kind":"bot","says":{"about":"weather","sun":true},"choices":[]},
                       {"kind":"closed"}]"#;
        let bodies: Vec<Body> = serde_json::from_str(said).unwrap();
        let bot = Body::Bot { says: BotSays::Unknown, choices: vec![] };
        assert_eq!(bodies, [Body::Unknown, bot, Body::Closed]);
    }
}
