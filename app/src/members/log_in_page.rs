//! `/log-in`.

use super::api::LogIn;
use super::forgotten::DoneByLink;
use super::sign_in::{ProviderButtons, TroubleNotice};
use super::{use_me, use_next};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, PageTitle, SubmitButton, TextField, escape, refusal_of};
use leptos::prelude::*;
use shop::Field;

/// Signs a member in, and leads them on to where they wanted to go.
#[component]
pub fn LogInPage() -> impl IntoView {
    let locale = use_locale();
    let log_in = ServerAction::<LogIn>::new();
    use_me().reload_after(log_in);
    let refusal = refusal_of(log_in);
    let next = use_next();
    let sign_up = move || format!("/sign-up?next={}", escape(&next.get()));
    let title = td_string!(locale, members.log_in.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, members.log_in.lead)}</p>
            <DoneByLink />
            <TroubleNotice />
            <FormNotice refusal />
            <ActionForm action=log_in attr:class="form" attr:novalidate=true>
                <input type="hidden" name="next" value=next />
                <TextField
                    field=Field::Email
                    name="email"
                    label=td_string!(locale, members.field.email)
                    refusal
                    kind="email"
                    inputmode="email"
                    autocomplete="username"
                />
                <TextField
                    field=Field::Password
                    name="password"
                    label=td_string!(locale, members.field.password)
                    refusal
                    kind="password"
                    autocomplete="current-password"
                />
                <SubmitButton
                    label=td_string!(locale, members.log_in.submit)
                    sending=td_string!(locale, members.log_in.sending)
                    pending=log_in.pending()
                />
            </ActionForm>
            <ProviderButtons next />
            <p class="sheet-foot">
                <a href="/forgotten">{td_string!(locale, forgotten.link)}</a>
            </p>
            <p class="sheet-foot">
                {td_string!(locale, members.log_in.no_account)} " "
                <a href=sign_up>{td_string!(locale, members.log_in.sign_up)}</a>
            </p>
        </div>
    }
}
