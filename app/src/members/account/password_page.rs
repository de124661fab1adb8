//! `/account/password`.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::api::ChangePassword;
use crate::ui::{
    Admitted, Audience, FormNotice, Icon, PageTitle, SubmitButton, TextField, refusal_of,
};
use leptos::prelude::*;
use shop::Field;

/// The form of a new password, for members.
#[component]
pub fn PasswordPage() -> impl IntoView {
    let change = ServerAction::<ChangePassword>::new();
    view! {
        <Admitted audience=Audience::Members let:_member>
            <PasswordForm change />
        </Admitted>
    }
}

#[component]
fn PasswordForm(change: ServerAction<ChangePassword>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(change);
    let title = td_string!(locale, account.password.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <a class="back" href="/account">{Icon::Back} {td_string!(locale, account.back)}</a>
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, account.password.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=change attr:class="form" attr:novalidate=true>
                <TextField
                    field=Field::CurrentPassword
                    name="current_password"
                    label=td_string!(locale, account.password.current)
                    refusal
                    kind="password"
                    autocomplete="current-password"
                />
                <TextField
                    field=Field::Password
                    name="new_password"
                    label=td_string!(locale, account.password.new)
                    refusal
                    kind="password"
                    autocomplete="new-password"
                    hint=td_string!(locale, members.field.password_hint)
                />
                <SubmitButton
                    label=td_string!(locale, account.password.submit)
                    sending=td_string!(locale, account.password.sending)
                    pending=change.pending()
                />
            </ActionForm>
        </div>
    }
}
