//! What a browser keeps on its way to a provider and back.

use super::{Cookies, append_cookie, cookie};
use http::HeaderValue;
use leptos::prelude::{expect_context, use_context};
use shop::Shop;
use shop::members::identities::{Answer, Provider};

/// As long as its seal is believed.
const ATTEMPT_MAX_AGE_S: u32 = 10 * 60;
/// As long as its seal is believed.
const ANSWER_MAX_AGE_S: u32 = 30 * 60;

/// Those whom this server asks to vouch for somebody.
#[derive(Clone, Debug)]
pub struct OfferedProviders(pub Vec<Provider>);

impl Cookies {
    /// The name of the cookie with which a browser goes to a provider.
    pub fn attempt_name(self) -> &'static str {
        if self.https { "__Host-sign-in" } else { "sign-in" }
    }

    /// Sends a browser on its way.
    pub fn attempt(self, sealed: &str) -> HeaderValue {
        self.text(self.attempt_name(), sealed, ATTEMPT_MAX_AGE_S)
    }

    /// Ends the way.
    pub fn no_attempt(self) -> HeaderValue {
        self.text(self.attempt_name(), "", 0)
    }

    /// Lets a browser keep what a provider said, until the rest is said.
    pub fn answer(self, sealed: &str) -> HeaderValue {
        self.text(self.answer_name(), sealed, ANSWER_MAX_AGE_S)
    }

    fn answer_name(self) -> &'static str {
        if self.https { "__Host-sign-up" } else { "sign-up" }
    }
}

/// Those whom this server asks to vouch for somebody.
pub fn offered_providers() -> Vec<Provider> {
    use_context().map_or_else(Vec::new, |OfferedProviders(offered)| offered)
}

/// What a provider said of the asker, some minutes ago at most.
pub fn answer(shop: &Shop) -> Option<Answer> {
    let cookies: Cookies = use_context()?;
    shop.seals.open(&cookie(cookies.answer_name())?, shop.now())
}

/// Takes it away: it has done what it was for.
pub fn forget_answer() {
    let cookies: Cookies = expect_context();
    append_cookie(cookies.text(cookies.answer_name(), "", 0));
}
