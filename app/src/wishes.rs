//! Wishes: what a member means to come back to.

pub mod api;
mod wish_button;
mod wish_card;
mod wishes_page;

pub use wish_button::{WishButton, Wished, use_wished};
pub use wishes_page::WishesPage;
