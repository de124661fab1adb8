//! What the bot can talk about, and the buttons that ask for it.

use serde::{Deserialize, Serialize};

/// What somebody wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// A greeting.
    Greeting,
    /// A thank-you, or a goodbye.
    Thanks,
    /// Whether this is a person.
    Myself,
    /// Where their order is.
    Orders,
    /// Their coupons.
    Coupons,
    /// The first-come coupons, and their place in a line.
    Drops,
    /// What delivery costs.
    Delivery,
    /// Calling an order off, and the money back.
    Cancelling,
    /// When counsellors are there.
    Hours,
    /// A person.
    Counsellor,
}

/// A button under what the bot says. The app gives it its words; pressing it sends them as if the
/// shopper had written them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Where is my order?
    Orders,
    /// My coupons.
    Coupons,
    /// The next first-come coupon.
    Drops,
    /// What does delivery cost?
    Delivery,
    /// Cancelling and returning.
    Cancelling,
    /// When are you there?
    Hours,
    /// A person, please.
    Counsellor,
}

impl Choice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Orders,
        Self::Coupons,
        Self::Drops,
        Self::Delivery,
        Self::Cancelling,
        Self::Hours,
        Self::Counsellor,
    ];

    /// What its words must be understood as.
    pub fn topic(self) -> Topic {
        match self {
            Self::Orders => Topic::Orders,
            Self::Coupons => Topic::Coupons,
            Self::Drops => Topic::Drops,
            Self::Delivery => Topic::Delivery,
            Self::Cancelling => Topic::Cancelling,
            Self::Hours => Topic::Hours,
            Self::Counsellor => Topic::Counsellor,
        }
    }
}
