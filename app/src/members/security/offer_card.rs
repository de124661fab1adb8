//! A second factor that is being set up: the secret, the recovery codes, and the first code.

use super::api::ConfirmFactor;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use shop::Field;
use shop::members::factor::Offer;

/// What to do with the telephone, in three steps.
#[component]
pub fn OfferCard(
    /// What is on offer.
    offer: Offer,
    /// Takes it.
    confirm: ServerAction<ConfirmFactor>,
) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(confirm);
    let codes = offer.recovery_codes.into_iter().map(|code| view! { <li>{code}</li> });
    view! {
        <section class="factor-step" aria-labelledby="factor-scan">
            <h2 id="factor-scan">{td_string!(locale, security.factor.scan)}</h2>
            <p>{td_string!(locale, security.factor.scan_lead)}</p>
            <img
                class="factor-picture"
                src=offer.picture
                alt=td_string!(locale, security.factor.picture)
                width="240"
                height="240"
            />
            <p class="factor-secret" data-testid="factor-secret">{offer.secret}</p>
            <p>
                <a href=offer.address rel="external">{td_string!(locale, security.factor.open)}</a>
            </p>
        </section>
        <section class="factor-step" aria-labelledby="factor-codes">
            <h2 id="factor-codes">{td_string!(locale, security.factor.codes)}</h2>
            <p>{td_string!(locale, security.factor.codes_lead)}</p>
            <ul class="recovery-codes" data-testid="recovery-codes">{codes.collect_view()}</ul>
        </section>
        <section class="factor-step" aria-labelledby="factor-confirm">
            <h2 id="factor-confirm">{td_string!(locale, security.factor.confirm)}</h2>
            <FormNotice refusal />
            <ActionForm action=confirm attr:class="form" attr:novalidate=true>
                <TextField
                    field=Field::Code
                    name="code"
                    label=td_string!(locale, security.code.field)
                    refusal
                    inputmode="numeric"
                    autocomplete="one-time-code"
                />
                <SubmitButton
                    label=td_string!(locale, security.factor.submit)
                    sending=td_string!(locale, security.factor.sending)
                    pending=confirm.pending()
                />
            </ActionForm>
        </section>
    }
}
