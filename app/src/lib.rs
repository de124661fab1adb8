//! What people see, and the typed server functions behind it.
//!
//! Compiled twice: for the browser (feature `hydrate`) and for the server (feature `ssr`).
//! [`app`] reads as the sitemap; each feature has a folder with its pages and its `api`.

// A page is one type made of all its elements: rustc follows it deeper than it does by itself.
#![recursion_limit = "256"]

include!(concat!(env!("OUT_DIR"), "/i18n/mod.rs"));

pub mod addresses;
pub mod api_error;
pub mod app;
#[cfg(feature = "ssr")]
pub mod asking;
pub mod audit;
#[cfg(feature = "hydrate")]
pub mod browser;
#[cfg(not(feature = "hydrate"))]
#[path = "browser/absent.rs"]
pub mod browser;
pub mod cart;
pub mod catalog;
pub mod chat;
pub mod counsel;
pub mod coupons;
pub mod dashboard;
pub mod drops;
pub mod language;
#[cfg(feature = "ssr")]
pub mod letters;
pub mod live;
pub mod members;
pub mod orders;
#[cfg(feature = "ssr")]
pub mod policy;
pub mod sentences;
pub mod ui;
pub mod wishes;

pub use app::{App, shell};
