//! Signing in by Google, Kakao and Naver: the buttons, what is still to be said, and a member's own
//! ways in.

pub mod api;
mod buttons;
mod complete_page;
mod link_card;
mod symbol;
mod trouble;
mod ways_page;

pub use buttons::ProviderButtons;
pub use complete_page::CompletePage;
pub use trouble::{SignInTrouble, TroubleNotice};
pub use ways_page::WaysInPage;

use crate::i18n::{Locale, td_string};
use shop::members::identities::Provider;

/// A provider's name.
fn provider_text(locale: Locale, provider: Provider) -> &'static str {
    match provider {
        Provider::Google => td_string!(locale, sign_in.provider.google),
        Provider::Kakao => td_string!(locale, sign_in.provider.kakao),
        Provider::Naver => td_string!(locale, sign_in.provider.naver),
    }
}
