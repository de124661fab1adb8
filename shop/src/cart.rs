//! Carts: what somebody means to order.
//!
//! A cart holds wishes, not promises: nothing is reserved. Whoever looks at it is told, line by
//! line, what has changed since; whoever orders it is told again if that changes meanwhile.

mod contents;

#[cfg(feature = "ssr")]
mod add;
#[cfg(feature = "ssr")]
mod again;
#[cfg(feature = "ssr")]
mod change;
#[cfg(feature = "ssr")]
mod changed;
#[cfg(feature = "ssr")]
mod merge;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod show;
#[cfg(feature = "ssr")]
mod sweep;
#[cfg(feature = "ssr")]
mod take_over;

pub use contents::{Cart, Line, LineProblem, most_of};
#[cfg(feature = "ssr")]
pub use {
    add::{Added, add},
    change::{choose, remove, set_count},
    show::{count, show},
    sweep::{SWEPT_AT_ONCE, sweep},
    take_over::take_over,
};

/// Pieces of one product at most.
pub const COUNT_MAX: u16 = 99;
/// Products in a cart at most: more than anybody orders at once, and a page still shows them.
pub const LINES_MAX: u32 = 100;
/// A visitor's cart that nobody touched for so long is swept away, and its cookie ends.
pub const VISITOR_CART_DAYS: u32 = 90;

/// Whose cart it is.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CartOwner {
    /// A member's, on whatever machine they log in.
    Member(crate::members::MemberId),
    /// The cart of whoever has the secret: a visitor's browser.
    Visitor(crate::members::VisitorKey),
}
