//! The counsellors' side of the chat: every room, and one's own.

mod actions;
mod address;
pub mod api;
mod bell;
mod beside;
mod canned_page;
mod choose;
mod composer;
mod line;
mod live_list;
mod notes;
mod office;
mod open_room;
mod pace;
mod page;
mod preview;
mod room_page;
mod room_view;
mod rooms;
mod row;
mod slash;
mod tabs;
mod watch;
mod words;

pub use canned_page::CannedPage;
pub use choose::ChooseRoom;
pub use page::CounselPage;
pub use room_page::CounselRoomPage;
