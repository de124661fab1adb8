//! `/account/leave`.

use super::api::Leave;
use super::proof_notice::ProofNotice;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{Admitted, Audience, Icon, PageTitle, SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use shop::Field;

/// Says what goes and what stays, and lets a member go.
#[component]
pub fn LeavePage() -> impl IntoView {
    let leave = ServerAction::<Leave>::new();
    use_me().reload_after(leave);
    view! {
        <Admitted audience=Audience::Members let:_member>
            <LeaveForm leave />
        </Admitted>
    }
}

#[component]
fn LeaveForm(leave: ServerAction<Leave>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(leave);
    let title = td_string!(locale, security.leave.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <a class="back" href="/account">{Icon::Back} {td_string!(locale, account.back)}</a>
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, security.leave.lead)}</p>
            <ul class="leave-facts">
                <li>{td_string!(locale, security.leave.gone)}</li>
                <li>{td_string!(locale, security.leave.coupons)}</li>
                <li>{td_string!(locale, security.leave.orders)}</li>
                <li>{td_string!(locale, security.leave.again)}</li>
            </ul>
            <ProofNotice refusal />
            <ActionForm action=leave attr:class="form" attr:novalidate=true>
                <TextField
                    field=Field::CurrentPassword
                    name="current_password"
                    label=td_string!(locale, account.password.current)
                    refusal
                    kind="password"
                    autocomplete="current-password"
                />
                <SubmitButton
                    label=td_string!(locale, security.leave.submit)
                    sending=td_string!(locale, security.leave.sending)
                    pending=leave.pending()
                />
            </ActionForm>
        </div>
    }
}
