//! Drops: their list, a drop's page with its line, and making one.

mod announcement;
pub mod api;
mod card;
mod countdown;
mod door;
mod drop_page;
mod facts;
mod issued;
mod list_page;
mod live_room;
mod new_drop_fields;
mod new_drop_page;
mod no_script;
mod over;
mod remaining;
pub mod room;
mod room_view;
mod trouble;
mod waiting;

pub use countdown::Countdown;
pub use drop_page::DropPage;
pub use list_page::DropsPage;
pub use new_drop_page::NewDropPage;
