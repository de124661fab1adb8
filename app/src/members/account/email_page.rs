//! `/account/email`.

use super::own_profile::use_profile;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::forgotten::api::ChangeEmail;
use crate::members::security::ProofNotice;
use crate::ui::{Icon, Loading, PageTitle, Refused, SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use shop::Field;

/// The form of another e-mail address, for members.
#[component]
pub fn EmailPage() -> impl IntoView {
    let change = ServerAction::<ChangeEmail>::new();
    let profile = use_profile();
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match profile.await {
                    Ok(profile) => view! { <EmailForm email=profile.email change /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn EmailForm(email: String, change: ServerAction<ChangeEmail>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(change);
    let title = td_string!(locale, forgotten.email.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <a class="back" href="/account">{Icon::Back} {td_string!(locale, account.back)}</a>
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, forgotten.email.lead)}</p>
            <ProofNotice refusal />
            <ActionForm action=change attr:class="form" attr:novalidate=true>
                <dl class="fixed-field">
                    <dt>{td_string!(locale, forgotten.email.now)}</dt>
                    <dd>{email}</dd>
                </dl>
                <TextField
                    field=Field::Email
                    name="email"
                    label=td_string!(locale, forgotten.email.new)
                    refusal
                    kind="email"
                    inputmode="email"
                    autocomplete="email"
                />
                <TextField
                    field=Field::CurrentPassword
                    name="current_password"
                    label=td_string!(locale, account.password.current)
                    refusal
                    kind="password"
                    autocomplete="current-password"
                />
                <SubmitButton
                    label=td_string!(locale, forgotten.email.submit)
                    sending=td_string!(locale, forgotten.email.sending)
                    pending=change.pending()
                />
            </ActionForm>
        </div>
    }
}
