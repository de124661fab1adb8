//! While the reader's device does its proof of work.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// What is going on, and what for.
#[component]
pub fn Checking() -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="over" data-testid="checking">
            <h2 class="stage-title">{td_string!(locale, drops.challenge.title)}</h2>
            <p class="stage-body">{td_string!(locale, drops.challenge.body)}</p>
        </div>
    }
}
