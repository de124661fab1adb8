//! `/sign-up`.

use super::api::SignUp;
use super::sign_in::ProviderButtons;
use super::{log_in_address, use_me, use_next};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, PageTitle, SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use shop::Field;
use shop::Refusal;

/// Makes a member of a visitor, and leads them on to where they wanted to go.
#[component]
pub fn SignUpPage() -> impl IntoView {
    let locale = use_locale();
    let sign_up = ServerAction::<SignUp>::new();
    use_me().reload_after(sign_up);
    let refusal = refusal_of(sign_up);
    let next = use_next();
    let log_in = move || log_in_address(&next.get());
    let title = td_string!(locale, members.sign_up.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, members.sign_up.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=sign_up attr:class="form" attr:novalidate=true>
                <input type="hidden" name="next" value=next />
                <Fields refusal />
                <SubmitButton
                    label=td_string!(locale, members.sign_up.submit)
                    sending=td_string!(locale, members.sign_up.sending)
                    pending=sign_up.pending()
                />
            </ActionForm>
            <ProviderButtons next />
            <p class="sheet-foot">
                {td_string!(locale, members.sign_up.have_account)} " "
                <a href=log_in>{td_string!(locale, members.sign_up.log_in)}</a>
            </p>
        </div>
    }
}

#[component]
fn Fields(refusal: Signal<Option<Refusal>>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <TextField
            field=Field::Name
            name="name"
            label=td_string!(locale, members.field.name)
            refusal
            autocomplete="name"
        />
        <TextField
            field=Field::Email
            name="email"
            label=td_string!(locale, members.field.email)
            refusal
            kind="email"
            inputmode="email"
            autocomplete="email"
        />
        <TextField
            field=Field::Password
            name="password"
            label=td_string!(locale, members.field.password)
            refusal
            kind="password"
            autocomplete="new-password"
            hint=td_string!(locale, members.field.password_hint)
        />
        <TextField
            field=Field::Address
            name="address"
            label=td_string!(locale, members.field.address)
            refusal
            autocomplete="street-address"
            hint=td_string!(locale, members.field.address_hint)
        />
    }
}
