//! What every page is made of.

mod copy_button;
mod empty;
mod field;
mod footer;
mod form;
mod header;
mod icons;
mod id;
mod language_switch;
mod loading;
mod member_menu;
mod notice;
mod page_title;
mod pager;
mod query;
mod refused;
mod search_box;
mod status;

pub use copy_button::CopyButton;
pub use empty::Empty;
pub use field::TextField;
pub use footer::Footer;
pub use form::{FormNotice, SubmitButton, refusal_of};
pub use header::Header;
pub use icons::{Icon, Mark};
pub use id::use_id;
pub use language_switch::LanguageSwitch;
pub use loading::Loading;
pub use member_menu::MemberMenu;
pub use notice::Notice;
pub use page_title::PageTitle;
pub use pager::Pager;
pub use query::escape;
pub use refused::{NotFound, Refused};
pub use search_box::SearchBox;
pub use status::answer_with;
