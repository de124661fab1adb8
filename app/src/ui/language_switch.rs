//! Korean or English.

use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use leptos::prelude::*;
use leptos_i18n::Locale as _;

/// A plain form: the server remembers the choice and leads back to this page.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let locale = use_locale();
    let button = move |language: Locale, name: &'static str| {
        let pressed = if language == locale { "true" } else { "false" };
        let tag = language.as_str();
        view! {
            <button type="submit" name="language" value=tag lang=tag aria-pressed=pressed>
                {name}
            </button>
        }
    };
    view! {
        <form
            class="languages"
            method="post"
            action="/language"
            aria-label=td_string!(locale, common.language.label)
        >
            {button(Locale::ko, td_string!(locale, common.language.ko))}
            {button(Locale::en, td_string!(locale, common.language.en))}
        </form>
    }
}
