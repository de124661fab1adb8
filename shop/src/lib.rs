//! The shop without a screen: its types, its rules and its verbs.
//!
//! The types and the rules compile for the browser and for the server. The verbs, which speak
//! to MySQL, Redis and Kafka, stand behind the feature `ssr`. Nothing here knows leptos or axum,
//! so every verb is tested without HTTP.

pub mod addresses;
pub mod audit;
pub mod cart;
pub mod catalog;
pub mod chat;
pub mod coupons;
pub mod dashboard;
pub mod drops;
pub mod language;
pub mod live;
pub mod members;
pub mod moment;
pub mod money;
pub mod orders;
pub mod refusal;
mod typed;
pub mod wishes;

#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
pub mod letters;
#[cfg(feature = "ssr")]
mod like;
#[cfg(feature = "ssr")]
pub mod parts;

pub use language::{Bilingual, Language};
pub use moment::Moment;
pub use money::Won;
pub use refusal::{CouponProblem, Field, Problem, Refusal};

#[cfg(feature = "ssr")]
pub use parts::{Fault, Outcome, Shop};
