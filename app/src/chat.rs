//! Chat: the shopper's side of a talk with the shop.

mod about;
mod answer;
pub mod api;
pub mod bot_words;
mod card_view;
mod chat_corner;
mod chat_page;
mod composer;
pub mod file;
mod greeting;
mod kept;
mod line_view;
mod lines;
mod message_view;
mod my_talk;
mod over;
mod panel;
mod room_tools;
mod say_button;
#[cfg(feature = "ssr")]
mod take_over;
pub mod talk;
mod talk_view;
mod when;

pub use about::{page_is_about, talk_address};
pub use chat_corner::ChatCorner;
pub use chat_page::ChatPage;
pub use line_view::LineView;
pub use message_view::{Eyes, MessageView, body_view};
pub use my_talk::{MyTalk, provide_talk, use_talk};
#[cfg(feature = "ssr")]
pub use take_over::take_over;
pub use when::time_of_day;
