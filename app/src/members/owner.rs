//! The owner's pages of members.

pub mod api;
mod block_card;
mod factor_card;
mod list_page;
mod member_page;
mod role_card;

pub use list_page::MembersPage;
pub use member_page::MemberPage;

use crate::i18n::{Locale, td_string};
use shop::members::Role;

/// A role's name.
pub fn role_text(locale: Locale, role: Role) -> &'static str {
    match role {
        Role::Admin => td_string!(locale, owner_members.role.admin),
        Role::Counsellor => td_string!(locale, owner_members.role.counsellor),
    }
}
