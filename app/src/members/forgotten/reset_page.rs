//! `/reset?token=…`: a link out of a letter.

use super::api::ResetPassword;
use super::use_token;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{FormNotice, PageTitle, SubmitButton, TextField, keep_address_secret, refusal_of};
use leptos::prelude::*;
use shop::Field;

/// The form of a new password.
#[component]
pub fn ResetPage() -> impl IntoView {
    keep_address_secret();
    let locale = use_locale();
    let reset = ServerAction::<ResetPassword>::new();
    use_me().reload_after(reset);
    let refusal = refusal_of(reset);
    let token = use_token();
    let title = td_string!(locale, forgotten.reset.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, forgotten.reset.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=reset attr:class="form" attr:novalidate=true>
                <input type="hidden" name="token" value=token />
                <TextField
                    field=Field::Password
                    name="new_password"
                    label=td_string!(locale, forgotten.reset.new)
                    refusal
                    kind="password"
                    autocomplete="new-password"
                    hint=td_string!(locale, members.field.password_hint)
                />
                <SubmitButton
                    label=td_string!(locale, forgotten.reset.submit)
                    sending=td_string!(locale, forgotten.reset.sending)
                    pending=reset.pending()
                />
            </ActionForm>
            <p class="sheet-foot">
                <a href="/forgotten">{td_string!(locale, forgotten.reset.again)}</a>
            </p>
        </div>
    }
}
