//! Why the shop says no. Facts only: the sentences are in the catalogue of texts, in the
//! reader's language.

use crate::Won;
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
    /// For staff with a second factor, and the asker has none yet.
    FactorNeeded,
    /// What this needs was shown too long ago, or not at all: logging in anew shows it.
    LogInAgain,
    /// The second factor is set already, or what was on offer is over.
    FactorMovedOn,
    /// No such product.
    NoSuchProduct,
    /// No such drop.
    NoSuchDrop,
    /// No such category.
    NoSuchCategory,
    /// No such order of theirs.
    NoSuchOrder,
    /// No such address of theirs.
    NoSuchAddress,
    /// No such coupon of theirs.
    NoSuchCoupon,
    /// No such member.
    NoSuchMember,
    /// No such talk of theirs.
    NoSuchRoom,
    /// No such open session of theirs.
    NoSuchSession,
    /// A link out of a letter that is used, expired, or none of ours.
    LinkOver,
    /// An order of nothing.
    EmptyCart,
    /// What the shopper agreed to is no longer so: a price, a stock, a product. Their cart says
    /// which.
    CartChanged,
    /// More than one order may hold: it has to be two.
    OrderTooLarge {
        /// Different products at most.
        lines: u32,
        /// What the goods may come to at most.
        goods: Won,
    },
    /// The coupon cannot be spent on this order.
    CouponRefused(CouponProblem),
    /// The order is in another state by now, which does not allow it.
    OrderMovedOn,
    /// The drop is in another state by now, which does not allow it.
    DropMovedOn,
    /// The talk is over; it can be reopened.
    RoomClosed,
    /// The room is in another state by now, which does not allow it.
    RoomMovedOn,
    /// Another message was sent under this key.
    OtherMessage,
    /// The card was refused; the order still waits to be paid.
    PaymentRefused,
    /// Somebody else saved it meanwhile; nothing was overwritten.
    EditedMeanwhile,
    /// The shop has closed this account.
    Blocked,
    /// Not while an order is neither delivered nor called off.
    OrdersUnderWay,
    /// What a provider said of somebody is too old, or was not for them: they start anew.
    SignInExpired,
    /// A member comes in by it already, or the asker by another of the same provider.
    IdentityTaken,
    /// The asker could not come in any more.
    LastWayIn,
    /// Nobody would run the shop any more.
    LastAdmin,
    /// An admin may do this to others only.
    NotYourself,
    /// The shop has no room left to keep it.
    StorageFull,
    /// What it takes a script to do, and the asker's browser has none.
    NeedsScript,
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
    /// Clicked too often in too short a time.
    TooManyClicks {
        /// Seconds to wait before the next try.
        retry_after_s: u32,
    },
    /// Too many wrong codes of a second factor.
    TooManyCodes {
        /// Seconds to wait before the next try.
        retry_after_s: u32,
    },
    /// Said too much in too short a time.
    TooManyMessages {
        /// Seconds to wait before the next try.
        retry_after_s: u32,
    },
    /// Too many wrong passwords, or too many accounts made, from where the asker is; or too many
    /// wrong passwords in the asker's session.
    TooManyTries {
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

/// Why a coupon cannot be spent on an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CouponProblem {
    /// Its time is over.
    Expired,
    /// Another order has it.
    Spent,
    /// The goods come to less than its minimum.
    NotEnough {
        /// The minimum.
        minimum: Won,
    },
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
    /// Whether a discount is fixed or in percent.
    DiscountKind,
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
    /// How many pieces.
    Count,
    /// Who receives an order.
    Recipient,
    /// A telephone number.
    Phone,
    /// A code of a second factor.
    Code,
    /// The password that is to be replaced.
    CurrentPassword,
    /// That the terms of an order are accepted.
    Agreement,
    /// The coupon of an order.
    Coupon,
    /// The card of a payment.
    Card,
    /// A product's name in Korean.
    NameKo,
    /// A product's name in English.
    NameEn,
    /// A maker's name in Korean.
    MakerKo,
    /// A maker's name in English.
    MakerEn,
    /// What is said of a product in Korean.
    DetailKo,
    /// What is said of a product in English.
    DetailEn,
    /// A product's category.
    Category,
    /// A price in won.
    Price,
    /// Pieces in stock.
    Stock,
    /// The pictures of a product.
    Pictures,
    /// One picture of a product, by its position from 1.
    Picture(u8),
    /// Why something is done.
    Reason,
    /// What is written to somebody.
    Message,
    /// What calls a canned reply.
    Shortcut,
    /// A member's role.
    Role,
    /// The first day of a time.
    FirstDay,
    /// The last day of a time.
    LastDay,
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
    /// A password that is the member's own name or address, or the shop's.
    YourOwnName,
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
    /// No telephone number.
    NotAPhone,
    /// Not the password that the member has.
    WrongPassword,
    /// No code of the member's, or one that was used before.
    WrongCode,
    /// Not agreed to.
    NotAgreed,
    /// None of the choices.
    NotAChoice,
    /// Nothing is left of it.
    SoldOut,
    /// More than there may be.
    TooMany {
        /// At most.
        max: u32,
    },
    /// No picture of a kind that the shop takes.
    NotAPicture,
    /// A picture that ends in the middle, or is damaged.
    DamagedPicture,
    /// A file of more bytes than the shop takes.
    FileTooLarge {
        /// Megabytes at most.
        max_mb: u32,
    },
    /// A picture of more pixels than the shop takes.
    PictureTooLarge {
        /// Pixels on a side at most.
        max_px: u32,
    },
}

impl Refusal {
    /// The HTTP status that says it.
    pub fn status(&self) -> u16 {
        match self {
            Self::Form(problems) if problems.iter().any(|(_, p)| *p == Problem::Taken) => 409,
            Self::Form(_) => 422,
            Self::NotUnderstood => 400,
            Self::WrongEmailOrPassword
            | Self::NotSignedIn
            | Self::LogInAgain
            | Self::SignInExpired => 401,
            Self::NotAllowed
            | Self::FactorNeeded
            | Self::ForeignOrigin
            | Self::Blocked
            | Self::NeedsScript => 403,
            Self::NoSuchProduct
            | Self::NoSuchDrop
            | Self::NoSuchCategory
            | Self::NoSuchOrder
            | Self::NoSuchAddress
            | Self::NoSuchCoupon
            | Self::NoSuchMember
            | Self::NoSuchRoom
            | Self::NoSuchSession
            | Self::NoSuchPage => 404,
            Self::CartChanged
            | Self::OrderMovedOn
            | Self::DropMovedOn
            | Self::RoomClosed
            | Self::RoomMovedOn
            | Self::OtherMessage
            | Self::EditedMeanwhile
            | Self::FactorMovedOn
            | Self::OrdersUnderWay
            | Self::LastAdmin
            | Self::IdentityTaken
            | Self::LastWayIn
            | Self::NotYourself => 409,
            Self::EmptyCart | Self::OrderTooLarge { .. } | Self::CouponRefused(_) => 422,
            Self::PaymentRefused => 402,
            Self::LinkOver => 410,
            Self::StorageFull => 507,
            Self::TooLarge => 413,
            Self::Busy { .. }
            | Self::TooManyClicks { .. }
            | Self::TooManyCodes { .. }
            | Self::TooManyMessages { .. }
            | Self::TooManyTries { .. } => 429,
            Self::Unavailable { .. } => 503,
            Self::Broken => 500,
        }
    }

    /// Seconds after which a new try is worth it, if it ever is.
    pub fn retry_after_s(&self) -> Option<u32> {
        match self {
            Self::Busy { retry_after_s }
            | Self::TooManyClicks { retry_after_s }
            | Self::TooManyCodes { retry_after_s }
            | Self::TooManyMessages { retry_after_s }
            | Self::TooManyTries { retry_after_s }
            | Self::Unavailable { retry_after_s } => Some(*retry_after_s),
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

    /// Notes everything that is wrong with a part of the form.
    pub fn note_all(&mut self, refusal: Refusal) {
        if let Refusal::Form(problems) = refusal {
            self.0.extend(problems);
        }
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
