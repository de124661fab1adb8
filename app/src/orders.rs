//! Orders: checking out, and what becomes of what was bought.

pub mod api;
mod bill;
mod card_choice;
mod checkout;
mod list_page;
mod order_page;
pub mod owner;
mod pages;
mod state;

pub use checkout::CheckoutPage;
pub use list_page::OrdersPage;
pub use order_page::OrderPage;
pub use state::state_text;
