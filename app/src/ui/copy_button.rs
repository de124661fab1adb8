//! A button that copies a text.

use super::Icon;
use crate::browser;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

const THANKS: Duration = Duration::from_secs(2);

/// Copies a text, and says so for a moment. Where a browser cannot copy, the text beside the
/// button can still be selected.
#[component]
pub fn CopyButton(
    /// What it copies.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let locale = use_locale();
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            if browser::copy(&text).await {
                copied.try_set(true);
                let forget = move || {
                    copied.try_set(false);
                };
                set_timeout(forget, THANKS);
            }
        });
    };
    view! {
        <button class="button is-quiet copy" type="button" on:click=copy>
            {move || if copied.get() { Icon::Check } else { Icon::Copy }.into_render()}
            <span aria-live="polite">
                {move || {
                    if copied.get() {
                        td_string!(locale, common.copied)
                    } else {
                        td_string!(locale, common.copy)
                    }
                }}
            </span>
        </button>
    }
}
