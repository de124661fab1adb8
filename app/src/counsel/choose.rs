//! Beside the list while no room is open.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Empty, Icon};
use leptos::prelude::*;

/// An invitation. A phone has no room for it.
#[component]
pub fn ChooseRoom() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, counsel.choose.title);
    view! {
        <section class="counsel-choose">
            <Empty icon=Icon::Chat title body=td_string!(locale, counsel.choose.body) />
        </section>
    }
}
