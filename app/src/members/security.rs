//! What keeps a member's account theirs.

pub mod api;
mod sessions_card;

pub use sessions_card::SessionsCard;
