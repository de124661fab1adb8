//! Drops: their list, a drop's page with its line, and what an owner does with them.

mod announcement;
pub mod api;
mod card;
mod checking;
mod countdown;
mod door;
mod drop_page;
mod facts;
mod issued;
mod list_page;
mod live_room;
mod no_script;
mod over;
pub mod owner;
mod remaining;
pub mod room;
mod room_view;
mod solving;
mod trouble;
mod waiting;

pub use countdown::Countdown;
pub use drop_page::DropPage;
pub use list_page::DropsPage;
