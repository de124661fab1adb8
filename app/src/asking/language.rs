//! In which language somebody asks.

use super::Cookies;
use crate::i18n::Locale;
use head::cookie::cookie_of;
use http::HeaderMap;
use http::request::Parts;
use leptos::prelude::use_context;
use leptos_i18n::context::I18nContextOptions;
use leptos_i18n::locale::resolve_locale_with_options;

/// The names that a reader's choice may have, over http and over https.
const NAMES: [&str; 2] = ["language", "__Host-language"];

impl Cookies {
    /// The name of the cookie in which a reader's choice of a language is kept.
    pub fn language_name(self) -> &'static str {
        let [over_http, over_https] = NAMES;
        if self.https { over_https } else { over_http }
    }
}

/// The asker's language: their cookie, then what their browser prefers, then Korean.
pub fn locale() -> Locale {
    let parts: Option<Parts> = use_context();
    let chosen = parts.and_then(|parts| chosen_language(&parts.headers)?.parse().ok());
    let as_accepted = I18nContextOptions { enable_cookie: false, ..Default::default() };
    chosen.unwrap_or_else(|| resolve_locale_with_options(as_accepted))
}

/// The language that a reader has chosen. One that only this host can have set goes first.
pub fn chosen_language(headers: &HeaderMap) -> Option<&str> {
    NAMES.iter().rev().find_map(|name| cookie_of(headers, name))
}
