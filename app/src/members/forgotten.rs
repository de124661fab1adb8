//! The links in letters: a new password, and an e-mail address that is confirmed.

pub mod api;
mod confirm_page;
mod forgotten_page;
mod reset_page;
mod unconfirmed;

pub use confirm_page::ConfirmPage;
pub use forgotten_page::ForgottenPage;
pub use reset_page::ResetPage;
pub use unconfirmed::Unconfirmed;

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Notice;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The token in this page's address.
fn use_token() -> Memo<String> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get("token").unwrap_or_default()))
}

/// Beside the form of logging in: what a link out of a letter has just done.
#[component]
pub fn DoneByLink() -> impl IntoView {
    let locale = use_locale();
    let query = use_query_map();
    move || {
        let text = match query.with(|query| query.get("done")).as_deref() {
            Some("reset") => td_string!(locale, forgotten.reset.done),
            Some("confirm") => td_string!(locale, forgotten.confirm.done),
            _ => return None,
        };
        Some(view! { <Notice text quiet=true /> })
    }
}
