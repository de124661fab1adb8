//! What an owner sees of drops, and does with them.

pub mod api;
mod board;
mod board_page;
mod chart;
mod charts;
mod controls;
mod edit_page;
mod fields;
mod figures;
mod list_page;
mod new_page;
mod pages;
mod steering;
mod stop;
mod table;

pub use board_page::DropBoardPage;
pub use edit_page::EditDropPage;
pub use list_page::OwnerDropsPage;
pub use new_page::NewDropPage;
