//! What a page says while its socket is away.

use super::{Connection, use_live};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Notice;
use leptos::prelude::*;

/// "Reconnecting; your place is kept", while that is so.
#[component]
pub fn ReconnectingNotice() -> impl IntoView {
    let locale = use_locale();
    let live = use_live();
    move || {
        (live.connection() == Connection::Lost).then(|| {
            view! { <Notice text=td_string!(locale, live.reconnecting).to_owned() quiet=true /> }
        })
    }
}
