//! Why nobody came in by a provider, as the page says it to which they come back.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Notice;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Why nobody came in: a word in the page's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInTrouble {
    /// They said no.
    Cancelled,
    /// Too late, or in another browser.
    Expired,
    /// The provider could not be asked.
    Provider,
    /// The shop has closed their account.
    Blocked,
}

impl SignInTrouble {
    const ALL: [Self; 4] = [Self::Cancelled, Self::Expired, Self::Provider, Self::Blocked];

    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Provider => "provider",
            Self::Blocked => "blocked",
        }
    }
}

/// The sentence, if the page's address has a word for it.
#[component]
pub fn TroubleNotice() -> impl IntoView {
    let locale = use_locale();
    let query = use_query_map();
    move || {
        let word = query.with(|query| query.get("sign_in"))?;
        let trouble = SignInTrouble::ALL.into_iter().find(|trouble| trouble.as_str() == word)?;
        let text = match trouble {
            SignInTrouble::Cancelled => td_string!(locale, sign_in.trouble.cancelled),
            SignInTrouble::Expired => td_string!(locale, refusals.sign_in_expired),
            SignInTrouble::Provider => td_string!(locale, sign_in.trouble.provider),
            SignInTrouble::Blocked => td_string!(locale, refusals.blocked),
        };
        Some(view! { <Notice text /> })
    }
}
