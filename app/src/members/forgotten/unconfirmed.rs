//! What a member is told whose address is not confirmed.

use super::api::SendConfirmation;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, Notice, refusal_of};
use leptos::prelude::*;

/// A notice with a button that sends the letter again.
#[component]
pub fn Unconfirmed() -> impl IntoView {
    let locale = use_locale();
    let send = ServerAction::<SendConfirmation>::new();
    let refusal = refusal_of(send);
    view! {
        <Notice text=td_string!(locale, forgotten.unconfirmed.notice) quiet=true>
            <ActionForm action=send>
                <button class="button is-quiet" type="submit" disabled=send.pending()>
                    {td_string!(locale, forgotten.unconfirmed.again)}
                </button>
            </ActionForm>
        </Notice>
        <FormNotice refusal />
    }
}
