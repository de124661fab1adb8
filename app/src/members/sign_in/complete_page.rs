//! `/sign-up/complete`: where somebody goes on whom a provider vouches for.

use super::api::{self, CompleteSignUp};
use super::link_card::{LinkCard, LogInCard};
use super::provider_text;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{FormNotice, Loading, PageTitle, Refused, SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use shop::members::identities::{Newcomer, NextStep};
use shop::{Field, Refusal};

/// What is missing for a member, or the question whether to link it to the member who is there.
#[component]
pub fn CompletePage() -> impl IntoView {
    let me = use_me();
    let newcomer = Resource::new(|| (), |()| api::arrived());
    let complete = ServerAction::<CompleteSignUp>::new();
    me.reload_after(complete);
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match newcomer.await {
                    Ok(Some(newcomer)) => match newcomer.next_step {
                        NextStep::Complete => {
                            view! { <CompleteForm newcomer complete /> }.into_any()
                        }
                        NextStep::LogIn => view! { <LogInCard newcomer /> }.into_any(),
                        NextStep::Link => view! { <LinkCard newcomer /> }.into_any(),
                    },
                    Ok(None) => {
                        view! { <Refused error=Refusal::SignInExpired.into() /> }.into_any()
                    }
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn CompleteForm(newcomer: Newcomer, complete: ServerAction<CompleteSignUp>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(complete);
    let title = td_string!(locale, sign_in.complete.title);
    let provider = provider_text(locale, newcomer.provider);
    let lead = td_string!(locale, sign_in.complete.lead, provider = provider).to_string();
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <h1>{title}</h1>
            <p class="sheet-lead">{lead}</p>
            <FormNotice refusal />
            <ActionForm action=complete attr:class="form" attr:novalidate=true>
                <TextField
                    field=Field::Name
                    name="name"
                    label=td_string!(locale, members.field.name)
                    refusal
                    autocomplete="name"
                    value=newcomer.name.unwrap_or_default()
                />
                <EmailField
                    email=newcomer.email
                    is_verified=newcomer.email_is_verified
                    refusal
                />
                <TextField
                    field=Field::Address
                    name="address"
                    label=td_string!(locale, members.field.address)
                    refusal
                    autocomplete="street-address"
                    hint=td_string!(locale, members.field.address_hint)
                />
                <SubmitButton
                    label=td_string!(locale, members.sign_up.submit)
                    sending=td_string!(locale, members.sign_up.sending)
                    pending=complete.pending()
                />
            </ActionForm>
        </div>
    }
}

/// To look at, if the provider says that it is theirs; else to fill in.
#[component]
fn EmailField(
    email: Option<String>,
    is_verified: bool,
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    let label = td_string!(locale, members.field.email);
    if is_verified {
        return view! {
            <dl class="fixed-field">
                <dt>{label}</dt>
                <dd>{email.unwrap_or_default()}</dd>
            </dl>
        }
        .into_any();
    }
    view! {
        <TextField
            field=Field::Email
            name="email"
            label
            refusal
            kind="email"
            inputmode="email"
            autocomplete="email"
            value=email.unwrap_or_default()
        />
    }
    .into_any()
}
