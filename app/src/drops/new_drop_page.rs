//! `/admin/drops/new`: for admins.

use super::api::Create;
use super::new_drop_fields::{Basics, DiscountFields, Limits, When};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{FormNotice, Loading, PageTitle, Refused, SubmitButton, refusal_of};
use leptos::prelude::*;
use shop::Refusal;

/// The form that makes a drop. The server checks the role again when it is sent.
#[component]
pub fn NewDropPage() -> impl IntoView {
    let me = use_me();
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                let refused = match me.member.await {
                    Ok(Some(member)) if member.is_admin() => None,
                    Ok(Some(_)) => Some(Refusal::NotAllowed.into()),
                    Ok(None) => Some(Refusal::NotSignedIn.into()),
                    Err(error) => Some(error),
                };
                match refused {
                    None => view! { <NewDropForm /> }.into_any(),
                    Some(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn NewDropForm() -> impl IntoView {
    let locale = use_locale();
    let create = ServerAction::<Create>::new();
    let refusal = refusal_of(create);
    let title = td_string!(locale, drops.new.title);
    view! {
        <PageTitle text=title />
        <div class="sheet is-wide">
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, drops.new.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=create attr:class="form" attr:novalidate=true>
                <Basics refusal />
                <When refusal />
                <DiscountFields refusal />
                <Limits refusal />
                <SubmitButton
                    label=td_string!(locale, drops.new.submit)
                    sending=td_string!(locale, drops.new.sending)
                    pending=create.pending()
                />
            </ActionForm>
        </div>
    }
}
