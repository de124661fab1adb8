//! The bot: a program that answers what it can, and calls a counsellor for the rest. It has no
//! model, only rules: what it says can be read here.

mod hours;
mod says;
mod topic;

#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
mod key;
#[cfg(feature = "ssr")]
mod reader;
#[cfg(feature = "ssr")]
mod respond;
#[cfg(feature = "ssr")]
mod understand;

pub use hours::{Clock, Hours, Span};
pub use says::{BotSays, SaidCoupon, SaidDrop, SaidOrder, SaidPlace};
pub use topic::{Choice, Topic};
#[cfg(feature = "ssr")]
pub use {reader::Bot, understand::understand};
