//! What is shown while something is on its way.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// A calm sign that the page is still coming. Server-rendered pages never show it.
#[component]
pub fn Loading() -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="loading" role="status">
            <span class="loading-dots" aria-hidden="true"><i></i><i></i><i></i></span>
            <p>{td_string!(locale, common.loading)}</p>
        </div>
    }
}
