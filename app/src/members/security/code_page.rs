//! `/log-in/code`: the second step of a log-in.

use super::api::LogInCode;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::{use_me, use_next};
use crate::ui::{FormNotice, PageTitle, SubmitButton, TextField, escape, refusal_of};
use leptos::prelude::*;
use shop::{Field, Refusal};

/// Asks for the telephone's code; whoever has it not at hand gives a recovery code.
#[component]
pub fn LogInCodePage() -> impl IntoView {
    let locale = use_locale();
    let log_in = ServerAction::<LogInCode>::new();
    use_me().reload_after(log_in);
    let refusal = refusal_of(log_in);
    let next = use_next();
    let again = move || format!("/log-in?next={}", escape(&next.get()));
    let title = td_string!(locale, security.code.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, security.code.lead)}</p>
            <FormNotice refusal />
            <CodeForm log_in refusal />
            <details class="recovery">
                <summary>{td_string!(locale, security.code.lost)}</summary>
                <RecoveryForm log_in />
            </details>
            <p class="sheet-foot">
                <a href=again>{td_string!(locale, security.code.again)}</a>
            </p>
        </div>
    }
}

#[component]
fn CodeForm(log_in: ServerAction<LogInCode>, refusal: Signal<Option<Refusal>>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <ActionForm action=log_in attr:class="form" attr:novalidate=true>
            <input type="hidden" name="next" value=use_next() />
            <TextField
                field=Field::Code
                name="code"
                label=td_string!(locale, security.code.field)
                refusal
                inputmode="numeric"
                autocomplete="one-time-code"
            />
            <SubmitButton
                label=td_string!(locale, security.code.submit)
                sending=td_string!(locale, security.code.sending)
                pending=log_in.pending()
            />
        </ActionForm>
    }
}

#[component]
fn RecoveryForm(log_in: ServerAction<LogInCode>) -> impl IntoView {
    let locale = use_locale();
    view! {
        <ActionForm action=log_in attr:class="form" attr:novalidate=true>
            <input type="hidden" name="next" value=use_next() />
            <div class="field">
                <label for="field-recovery">{td_string!(locale, security.code.recovery)}</label>
                <input
                    id="field-recovery"
                    name="code"
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    placeholder="XXXX-XXXX-XXXX-XXXX"
                />
            </div>
            <SubmitButton
                label=td_string!(locale, security.code.submit)
                sending=td_string!(locale, security.code.sending)
                pending=log_in.pending()
            />
        </ActionForm>
    }
}
