//! The form of an address: a new one, or another text for one.

use super::api::{Add, Edit};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use shop::addresses::SavedAddress;
use shop::{Field, Refusal};

/// Adds an address.
#[component]
pub fn AddForm(
    /// What sends it.
    action: ServerAction<Add>,
) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(action);
    view! {
        <section class="address-form" aria-labelledby="new-address">
            <h2 id="new-address">{td_string!(locale, account.addresses.new.title)}</h2>
            <FormNotice refusal />
            <ActionForm action=action attr:class="form" attr:novalidate=true>
                <Fields refusal />
                <SubmitButton
                    label=td_string!(locale, account.addresses.new.submit)
                    sending=td_string!(locale, account.addresses.new.sending)
                    pending=action.pending()
                />
            </ActionForm>
        </section>
    }
}

/// Edits an address where it stands.
#[component]
pub fn EditForm(
    /// What it says now.
    saved: SavedAddress,
    /// What sends it.
    action: ServerAction<Edit>,
) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(action);
    let id = saved.id.0;
    view! {
        <section class="address-form" aria-labelledby="edit-address">
            <h2 id="edit-address">{td_string!(locale, account.addresses.change.title)}</h2>
            <FormNotice refusal />
            <ActionForm action=action attr:class="form" attr:novalidate=true>
                <input type="hidden" name="address_id" value=id />
                <Fields refusal saved />
                <SubmitButton
                    label=td_string!(locale, account.addresses.change.submit)
                    sending=td_string!(locale, account.addresses.change.sending)
                    pending=action.pending()
                />
                <a class="button is-quiet is-wide" href="/account/addresses">
                    {td_string!(locale, account.addresses.change.cancel)}
                </a>
            </ActionForm>
        </section>
    }
}

#[component]
fn Fields(
    refusal: Signal<Option<Refusal>>,
    #[prop(optional)] saved: Option<SavedAddress>,
) -> impl IntoView {
    let locale = use_locale();
    // The default one stays so until another is chosen: there is nothing to choose.
    let may_choose = !saved.as_ref().is_some_and(|saved| saved.is_default);
    let (recipient, phone, address) = match saved {
        Some(saved) => (saved.recipient, saved.phone.unwrap_or_default(), saved.address),
        None => Default::default(),
    };
    view! {
        <TextField
            field=Field::Recipient
            name="recipient"
            label=td_string!(locale, account.addresses.field.recipient)
            refusal
            autocomplete="name"
            value=recipient
        />
        <TextField
            field=Field::Phone
            name="phone"
            label=td_string!(locale, account.addresses.field.phone)
            refusal
            kind="tel"
            inputmode="tel"
            autocomplete="tel"
            hint=td_string!(locale, account.addresses.field.phone_hint)
            is_optional=true
            value=phone
        />
        <TextField
            field=Field::Address
            name="address"
            label=td_string!(locale, account.addresses.field.address)
            refusal
            autocomplete="street-address"
            hint=td_string!(locale, account.addresses.field.address_hint)
            value=address
        />
        {may_choose.then(|| {
            view! {
                <label class="choice">
                    <input type="checkbox" name="default" value="true" />
                    {td_string!(locale, account.addresses.field.default)}
                </label>
            }
        })}
    }
}
