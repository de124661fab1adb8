//! The providers' own symbols, as their brands' rules ask for them. The words beside them say it.

use leptos::prelude::*;
use shop::members::identities::Provider;

/// A provider's symbol. Its colours are in style/sign_in.css.
#[component]
pub fn Symbol(
    /// Whose.
    provider: Provider,
) -> impl IntoView {
    match provider {
        Provider::Google => view! {
            <svg class="provider-symbol" viewBox="0 0 48 48" aria-hidden="true">
                <path
                    class="google-red"
                    d="M24 9.5c3.54 0 6.71 1.22 9.21 3.6l6.85-6.85C35.9 2.38 30.47 0 24 0 14.62 0 6.51 \
                       5.38 2.56 13.22l7.98 6.19C12.43 13.72 17.74 9.5 24 9.5z"
                />
                <path
                    class="google-blue"
                    d="M46.98 24.55c0-1.57-.15-3.09-.38-4.55H24v9.02h12.94c-.58 2.96-2.26 5.48-4.78 \
                       7.18l7.73 6c4.51-4.18 7.09-10.36 7.09-17.65z"
                />
                <path
                    class="google-yellow"
                    d="M10.53 28.59c-.48-1.45-.76-2.99-.76-4.59s.27-3.14.76-4.59l-7.98-6.19C.92 \
                       16.46 0 20.12 0 24c0 3.88.92 7.54 2.56 10.78l7.97-6.19z"
                />
                <path
                    class="google-green"
                    d="M24 48c6.48 0 11.93-2.13 15.89-5.81l-7.73-6c-2.15 1.45-4.92 2.3-8.16 2.3-6.26 \
                       0-11.57-4.22-13.47-9.91l-7.98 6.19C6.51 42.62 14.62 48 24 48z"
                />
            </svg>
        }
        .into_any(),
        Provider::Kakao => view! {
            <svg class="provider-symbol" viewBox="0 0 24 24" aria-hidden="true">
                <path
                    fill="currentcolor"
                    d="M12 3C6.48 3 2 6.58 2 11c0 2.86 1.88 5.37 4.7 6.78l-.96 3.5c-.1.35.3.63.6.43l4.1-2.74c.51.05 \
                       1.03.07 1.56.07 5.52 0 10-3.58 10-8.04S17.52 3 12 3z"
                />
            </svg>
        }
        .into_any(),
        Provider::Naver => view! {
            <svg class="provider-symbol" viewBox="0 0 24 24" aria-hidden="true">
                <path fill="currentcolor" d="M15.2 12.6 8.5 3H3v18h5.8v-9.6l6.7 9.6H21V3h-5.8z" />
            </svg>
        }
        .into_any(),
    }
}
