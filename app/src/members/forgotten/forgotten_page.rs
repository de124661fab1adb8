//! `/forgotten`.

use super::api::ForgetPassword;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, Notice, PageTitle, SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Field;

/// Asks for the address, and says afterwards that a letter is on its way if somebody has it.
#[component]
pub fn ForgottenPage() -> impl IntoView {
    let locale = use_locale();
    let ask = ServerAction::<ForgetPassword>::new();
    let refusal = refusal_of(ask);
    let query = use_query_map();
    let sent = move || {
        let is_sent = query.with(|query| query.get("sent").is_some());
        let text = td_string!(locale, forgotten.ask.sent);
        is_sent.then(|| view! { <Notice text quiet=true /> })
    };
    let title = td_string!(locale, forgotten.ask.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, forgotten.ask.lead)}</p>
            {sent}
            <FormNotice refusal />
            <ActionForm action=ask attr:class="form" attr:novalidate=true>
                <TextField
                    field=Field::Email
                    name="email"
                    label=td_string!(locale, members.field.email)
                    refusal
                    kind="email"
                    inputmode="email"
                    autocomplete="username"
                />
                <SubmitButton
                    label=td_string!(locale, forgotten.ask.submit)
                    sending=td_string!(locale, forgotten.ask.sending)
                    pending=ask.pending()
                />
            </ActionForm>
            <p class="sheet-foot">
                <a href="/log-in">{td_string!(locale, forgotten.ask.log_in)}</a>
            </p>
        </div>
    }
}
