//! An address in the book.

use super::book::Actions;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use shop::addresses::SavedAddress;

/// Who receives where, and what may be done about it.
#[component]
pub fn AddressCard(
    /// The address.
    saved: SavedAddress,
    /// What may be done.
    actions: Actions,
) -> impl IntoView {
    let locale = use_locale();
    let SavedAddress { id, recipient, phone, address, is_default } = saved;
    let edit = td_string!(locale, account.addresses.edit_of, name = recipient.as_str());
    let edit = edit.to_string();
    let badge = is_default.then(|| {
        view! {
            <span class="badge is-default" data-testid="default-address">
                {td_string!(locale, account.addresses.default)}
            </span>
        }
    });
    let phone = match phone {
        Some(phone) => view! { <p class="address-phone">{phone}</p> }.into_any(),
        None => {
            let text = td_string!(locale, account.addresses.no_phone);
            view! { <p class="address-phone is-missing">{text}</p> }.into_any()
        }
    };
    let make_default = (!is_default).then(|| {
        view! {
            <ActionForm action=actions.make_default>
                <input type="hidden" name="address_id" value=id.0 />
                <button class="text-button" type="submit" data-testid="make-default">
                    {td_string!(locale, account.addresses.make_default)}
                </button>
            </ActionForm>
        }
    });
    view! {
        <article class="address">
            <h2 class="address-recipient">{recipient} {badge}</h2>
            {phone}
            <p class="address-line">{address}</p>
            <div class="address-actions">
                {make_default}
                <a
                    class="text-button"
                    href=format!("/account/addresses?edit={}", id.0)
                    aria-label=edit
                >
                    {td_string!(locale, account.addresses.edit)}
                </a>
                // Opens without JavaScript, and asks before it removes.
                <details class="address-remove">
                    <summary class="text-button">
                        {td_string!(locale, account.addresses.remove)}
                    </summary>
                    <ActionForm action=actions.remove attr:class="address-sure">
                        <input type="hidden" name="address_id" value=id.0 />
                        <p>{td_string!(locale, account.addresses.remove_sure)}</p>
                        <button class="button is-quiet" type="submit" data-testid="remove-address">
                            {td_string!(locale, account.addresses.remove_yes)}
                        </button>
                    </ActionForm>
                </details>
            </div>
        </article>
    }
}
