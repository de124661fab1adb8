//! `/account/profile`.

use super::own_profile::use_profile;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::api::ChangeProfile;
use crate::members::use_me;
use crate::ui::{
    FormNotice, Icon, Loading, PageTitle, Refused, SubmitButton, TextField, refusal_of,
};
use leptos::prelude::*;
use shop::Field;
use shop::members::Profile;

/// The member's name, to change, and their e-mail address, to look at.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let change = ServerAction::<ChangeProfile>::new();
    use_me().reload_after(change);
    let profile = use_profile();
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match profile.await {
                    Ok(profile) => view! { <ProfileForm profile change /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn ProfileForm(profile: Profile, change: ServerAction<ChangeProfile>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(change);
    let title = td_string!(locale, account.profile.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <a class="back" href="/account">{Icon::Back} {td_string!(locale, account.back)}</a>
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, account.profile.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=change attr:class="form" attr:novalidate=true>
                <TextField
                    field=Field::Name
                    name="name"
                    label=td_string!(locale, members.field.name)
                    refusal
                    autocomplete="name"
                    value=profile.name
                />
                <dl class="fixed-field">
                    <dt>{td_string!(locale, account.profile.email)}</dt>
                    <dd>{profile.email}</dd>
                    <dd class="field-hint">
                        <a href="/account/email">{td_string!(locale, account.profile.email_hint)}</a>
                    </dd>
                </dl>
                <SubmitButton
                    label=td_string!(locale, account.profile.submit)
                    sending=td_string!(locale, account.profile.sending)
                    pending=change.pending()
                />
            </ActionForm>
        </div>
    }
}
