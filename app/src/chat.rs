//! Chat: the shopper's side of a talk with the shop.

pub mod api;
#[cfg(feature = "ssr")]
mod take_over;

#[cfg(feature = "ssr")]
pub use take_over::take_over;
pub mod talk;
