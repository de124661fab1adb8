//! The bot: a program that answers what it can, and calls a counsellor for the rest. It has no
//! model, only rules: what it says can be read here.

mod hours;
mod says;
mod topic;

#[cfg(feature = "ssr")]
mod understand;

pub use hours::{Clock, Hours, Span};
pub use says::{BotSays, SaidCoupon, SaidDrop, SaidOrder, SaidPlace};
pub use topic::{Choice, Topic};
#[cfg(feature = "ssr")]
pub use understand::understand;
