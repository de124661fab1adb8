//! The owner's orders: everybody's, and what becomes of them.

mod actions;
mod address;
pub mod api;
mod bill;
mod filter;
mod items;
mod list_page;
mod order_page;
mod spreadsheet;
mod table;
mod tabs;
mod timeline;

pub use items::items_text;
pub use list_page::OwnerOrdersPage;
pub use order_page::OwnerOrderPage;
pub use spreadsheet::column_titles;
