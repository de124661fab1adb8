//! What a page may load and run: its Content-Security-Policy.
//!
//! Only what is the shop's own, and of scripts inside the page only those that carry the nonce of
//! this very rendering. A header and not a `meta`: that one could not forbid frames.

use http::HeaderValue;
use http::header::CONTENT_SECURITY_POLICY;
use leptos::config::LeptosOptions;
use leptos::prelude::{use_context, use_nonce};
use leptos_axum::ResponseOptions;

/// While `bin/dev` watches, the page listens to another port for what has changed.
const WATCHED_BY: &str = "LEPTOS_WATCH";

/// Says it of the page that is being rendered. Without a nonce no script inside it runs.
pub fn say(options: &LeptosOptions) {
    let Some(response) = use_context::<ResponseOptions>() else { return };
    let nonce = use_nonce().map(|nonce| format!("'nonce-{nonce}' ")).unwrap_or_default();
    let reload = match std::env::var_os(WATCHED_BY) {
        Some(_) => format!(" ws://*:{}", options.reload_port),
        None => String::new(),
    };
    if let Ok(policy) = HeaderValue::from_str(&policy(&nonce, &reload)) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// `blob:` is the picture that an owner has chosen and not sent yet, `data:` what a style draws.
fn policy(nonce: &str, reload: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' {nonce}'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' blob: data:; font-src 'self'; media-src 'self'; manifest-src 'self'; \
         connect-src 'self' blob:{reload}; form-action 'self'; base-uri 'none'; object-src 'none'; \
         frame-ancestors 'none'"
    )
}
