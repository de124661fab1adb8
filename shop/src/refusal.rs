//! Why the shop says no. Facts only: the sentences are in the catalogue of texts, in the
//! reader's language.

use serde::{Deserialize, Serialize};

/// A verb's answer when it did not do what was asked, and changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Some fields of the form are wrong; each with what is wrong about it.
    Form(Vec<(Field, Problem)>),
    /// What came was no form of ours: not UTF-8, a number that is none, a field missing.
    NotUnderstood,
    /// One answer for both, so that nobody learns which addresses have an account.
    WrongEmailOrPassword,
    /// For members only.
    NotSignedIn,
    /// For another role.
    NotAllowed,
    /// No such product.
    NoSuchProduct,
    /// No such drop.
    NoSuchDrop,
    /// No such page or server function.
    NoSuchPage,
    /// Sent from another site's page.
    ForeignOrigin,
    /// Larger than the shop reads.
    TooLarge,
    /// Too many at once; worth trying again.
    Busy {
        /// Seconds to wait before the next try.
        retry_after_s: u32,
    },
    /// A part that this needs is down; worth trying again.
    Unavailable {
        /// Seconds to wait before the next try.
        retry_after_s: u32,
    },
    /// The shop's own fault. The log knows more.
    Broken,
}

/// A field of one of the shop's forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A person's or a drop's name.
    Name,
    /// An e-mail address.
    Email,
    /// A password.
    Password,
    /// A postal address.
    Address,
    /// How many coupons a drop has.
    Quota,
    /// When a drop opens.
    OpensAt,
    /// When a drop closes.
    ClosesAt,
    /// A fixed discount in won.
    DiscountWon,
    /// A discount in percent.
    DiscountPercent,
    /// The most a percent discount may take off, in won.
    DiscountCap,
    /// The least an order must come to, in won.
    MinimumSpend,
    /// How many days a coupon is valid.
    ValidDays,
    /// How many coupons are issued a second.
    Rate,
}

/// What is wrong about a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was given.
    Missing,
    /// Fewer characters than needed.
    TooShort {
        /// Characters at least.
        min: u32,
    },
    /// More characters than fit.
    TooLong {
        /// Characters at most.
        max: u32,
    },
    /// No e-mail address.
    NotAnEmail,
    /// Another member has it.
    Taken,
    /// One of the passwords that everybody guesses first.
    TooCommon,
    /// Not a whole number.
    NotANumber,
    /// Not between the two.
    OutOfRange {
        /// At least.
        min: u64,
        /// At most.
        max: u64,
    },
    /// Not a date and a time.
    NotATime,
    /// Closing is not after opening.
    NotAfterOpening,
    /// Already past.
    AlreadyPast,
    /// Holds characters that cannot be shown.
    NotPrintable,
}

impl Refusal {
    /// The HTTP status that says it.
    pub fn status(&self) -> u16 {
        match self {
            Self::Form(problems) if problems.iter().any(|(_, p)| *p == Problem::Taken) => 409,
            Self::Form(_) => 422,
            Self::NotUnderstood => 400,
            Self::WrongEmailOrPassword | Self::NotSignedIn => 401,
            Self::NotAllowed | Self::ForeignOrigin => 403,
            Self::NoSuchProduct | Self::NoSuchDrop | Self::NoSuchPage => 404,
            Self::TooLarge => 413,
            Self::Busy { .. } => 429,
            Self::Unavailable { .. } => 503,
            Self::Broken => 500,
        }
    }

    /// Seconds after which a new try is worth it, if it ever is.
    pub fn retry_after_s(&self) -> Option<u32> {
        match self {
            Self::Busy { retry_after_s } | Self::Unavailable { retry_after_s } => {
                Some(*retry_after_s)
            }
            _ => None,
        }
    }

    /// What is wrong about one field of the form.
    pub fn problem(&self, field: Field) -> Option<Problem> {
        match self {
            Self::Form(problems) => {
                problems.iter().find(|(which, _)| *which == field).map(|(_, problem)| *problem)
            }
            _ => None,
        }
    }
}

/// Collects what is wrong with a form, so that all of it is said at once.
#[derive(Debug, Default)]
pub struct Problems(Vec<(Field, Problem)>);

impl Problems {
    /// Keeps the value, or notes the problem.
    pub fn take<T>(&mut self, field: Field, parsed: Result<T, Problem>) -> Option<T> {
        parsed.map_err(|problem| self.note(field, problem)).ok()
    }

    /// Notes a problem.
    pub fn note(&mut self, field: Field, problem: Problem) {
        self.0.push((field, problem));
    }

    /// The refusal of the whole form.
    pub fn refuse(self) -> Refusal {
        Refusal::Form(self.0)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
