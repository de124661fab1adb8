//! Whom a provider vouches for is a member already, or is to be one's own way in.

use super::api::LinkIdentity;
use super::provider_text;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, PageTitle, SubmitButton, refusal_of};
use leptos::prelude::*;
use shop::members::identities::Newcomer;

/// A member has this address: they log in first, and are asked then.
#[component]
pub fn LogInCard(
    /// Whom the provider vouches for.
    newcomer: Newcomer,
) -> impl IntoView {
    let locale = use_locale();
    let provider = provider_text(locale, newcomer.provider);
    let email = newcomer.email.unwrap_or_default();
    let lead = td_string!(locale, sign_in.known.lead, email = email, provider = provider);
    let lead = lead.to_string();
    let title = td_string!(locale, sign_in.known.title);
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <h1>{title}</h1>
            <p class="sheet-lead">{lead}</p>
            <a class="button is-wide" href="/log-in?next=%2Fsign-up%2Fcomplete">
                {td_string!(locale, sign_in.known.log_in)}
            </a>
        </div>
    }
}

/// The asker is asked whether it is theirs. By a form, which no other site can send.
#[component]
pub fn LinkCard(
    /// Whom the provider vouches for.
    newcomer: Newcomer,
) -> impl IntoView {
    let locale = use_locale();
    let link = ServerAction::<LinkIdentity>::new();
    let refusal = refusal_of(link);
    let provider = provider_text(locale, newcomer.provider);
    let title = td_string!(locale, sign_in.link.title, provider = provider).to_string();
    let who = newcomer.email.or(newcomer.name);
    view! {
        <PageTitle text=title.clone() />
        <div class="sheet">
            <h1>{title}</h1>
            {who.map(|who| view! { <p class="sheet-lead" data-testid="linked-who">{who}</p> })}
            <p class="sheet-lead">{td_string!(locale, sign_in.link.lead)}</p>
            <FormNotice refusal />
            <ActionForm action=link attr:class="form">
                <SubmitButton
                    label=td_string!(locale, sign_in.link.submit)
                    sending=td_string!(locale, sign_in.link.sending)
                    pending=link.pending()
                />
            </ActionForm>
            <p class="sheet-foot">
                <a href="/account/ways-in">{td_string!(locale, sign_in.link.no)}</a>
            </p>
        </div>
    }
}
