//! Where the order goes.

use super::desk::Desk;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::TextField;
use leptos::prelude::*;
use shop::addresses::SavedAddress;
use shop::{Field, Refusal};

/// One of the address book, or a new one. The fields of a new one are always there, so that the
/// form works without JavaScript; the stylesheet shows them when they are meant.
#[component]
pub fn AddressChoice(
    /// The checkout.
    desk: Desk,
) -> impl IntoView {
    let locale = use_locale();
    let refusal = desk.refusal;
    let book = Memo::new(move |_| desk.quote.with(|quote| quote.addresses.clone()));
    // A new address that was refused without JavaScript is still the one that is meant.
    let is_new_meant = refusal.with_untracked(is_about_new_address);
    let saved = move || {
        let options = book.get().into_iter().map(|address| {
            let is_chosen = address.is_default && !is_new_meant;
            view! { <AddressOption address is_chosen /> }
        });
        options.collect_view()
    };
    let is_new_only = is_new_meant || book.with_untracked(Vec::is_empty);
    view! {
        <fieldset class="panel address-choice">
            <legend>{td_string!(locale, checkout.address.title)}</legend>
            {saved}
            <label class="option is-new">
                <input type="radio" name="address_id" value="" checked=is_new_only />
                <span class="option-name">{td_string!(locale, checkout.address.new)}</span>
            </label>
            <div class="address-fields">
                <TextField
                    field=Field::Recipient
                    name="recipient"
                    label=td_string!(locale, checkout.address.recipient)
                    refusal
                    autocomplete="shipping name"
                />
                <TextField
                    field=Field::Phone
                    name="phone"
                    label=td_string!(locale, checkout.address.phone)
                    refusal
                    kind="tel"
                    inputmode="tel"
                    autocomplete="shipping tel"
                    is_optional=true
                />
                <TextField
                    field=Field::Address
                    name="address"
                    label=td_string!(locale, checkout.address.line)
                    refusal
                    autocomplete="shipping street-address"
                    hint=td_string!(locale, checkout.address.kept)
                />
            </div>
        </fieldset>
    }
}

fn is_about_new_address(refusal: &Option<Refusal>) -> bool {
    let fields = [Field::Recipient, Field::Phone, Field::Address];
    refusal.as_ref().is_some_and(|no| fields.iter().any(|field| no.problem(*field).is_some()))
}

#[component]
fn AddressOption(address: SavedAddress, is_chosen: bool) -> impl IntoView {
    let locale = use_locale();
    let SavedAddress { id, recipient, phone, address, is_default } = address;
    let default = is_default.then(|| {
        view! { <span class="badge">{td_string!(locale, checkout.address.default)}</span> }
    });
    view! {
        <label class="option">
            <input type="radio" name="address_id" value=id.0.to_string() checked=is_chosen />
            <span class="option-name">{recipient} {default}</span>
            <span class="option-terms">{address}</span>
            {phone.map(|phone| view! { <span class="option-terms">{phone}</span> })}
        </label>
    }
}
