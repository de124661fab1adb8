//! What is wrong with a form that asks again who somebody is.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::log_in_address;
use crate::ui::{FormNotice, Notice};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shop::Refusal;

/// As [`FormNotice`]; whoever signed in too long ago is led to the log-in, and back to the form.
#[component]
pub fn ProofNotice(
    /// Why it was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    let log_in = StoredValue::new(log_in_address(&use_location().pathname.get_untracked()));
    move || match refusal.get() {
        Some(Refusal::LogInAgain) => view! {
            <Notice text=td_string!(locale, security.log_in_first)>
                <a class="button is-quiet" href=log_in.get_value()>
                    {td_string!(locale, security.log_in_again)}
                </a>
            </Notice>
        }
        .into_any(),
        _ => view! { <FormNotice refusal /> }.into_any(),
    }
}
