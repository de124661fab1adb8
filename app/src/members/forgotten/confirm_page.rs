//! `/confirm?token=…`: a link out of a letter.

use super::api::ConfirmEmail;
use super::use_token;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, PageTitle, SubmitButton, keep_address_secret, refusal_of};
use leptos::prelude::*;

/// One button: a mail server that opens every link to look for harm confirms nothing.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    keep_address_secret();
    let locale = use_locale();
    let confirm = ServerAction::<ConfirmEmail>::new();
    let refusal = refusal_of(confirm);
    let token = use_token();
    let title = td_string!(locale, forgotten.confirm.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, forgotten.confirm.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=confirm attr:class="form">
                <input type="hidden" name="token" value=token />
                <SubmitButton
                    label=td_string!(locale, forgotten.confirm.submit)
                    sending=td_string!(locale, forgotten.confirm.sending)
                    pending=confirm.pending()
                />
            </ActionForm>
        </div>
    }
}
