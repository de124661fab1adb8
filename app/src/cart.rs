//! The cart: what the reader means to order.

mod add_to_cart;
mod added_notice;
pub mod api;
mod cart_link;
mod cart_page;
mod line;
mod my_cart;
mod open_cart;
mod problems;
mod stepper;
mod summary;
#[cfg(feature = "ssr")]
mod take_over;

pub use add_to_cart::AddToCart;
pub use added_notice::AddedNotice;
pub use cart_link::CartLink;
pub use cart_page::CartPage;
pub use my_cart::{MyCart, provide_cart, use_cart, when_done};
pub use problems::{count_problem, line_problem};
#[cfg(feature = "ssr")]
pub use take_over::take_over;
