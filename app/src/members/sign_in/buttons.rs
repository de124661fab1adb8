//! A button for each provider, by its own brand's rules.

use super::api;
use super::symbol::Symbol;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::escape;
use leptos::prelude::*;
use shop::members::identities::Provider;

/// Links, so that they work without JavaScript; through the server, which leads on to the provider.
#[component]
pub fn ProviderButtons(
    /// Where to go afterwards.
    #[prop(into)]
    next: Signal<String>,
) -> impl IntoView {
    let locale = use_locale();
    let offered = Resource::new(|| (), |()| api::providers());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let offered = offered.await.unwrap_or_default();
                (!offered.is_empty()).then(|| {
                    let buttons = offered.into_iter().map(|provider| {
                        view! { <li><ProviderButton provider next /></li> }
                    });
                    view! {
                        <section class="providers">
                            <h2 class="providers-title">{td_string!(locale, sign_in.or)}</h2>
                            <ul class="providers-list">{buttons.collect_view()}</ul>
                        </section>
                    }
                })
            })}
        </Transition>
    }
}

#[component]
fn ProviderButton(provider: Provider, next: Signal<String>) -> impl IntoView {
    let locale = use_locale();
    let text = match provider {
        Provider::Google => td_string!(locale, sign_in.button.google),
        Provider::Kakao => td_string!(locale, sign_in.button.kakao),
        Provider::Naver => td_string!(locale, sign_in.button.naver),
    };
    let word = provider.as_str();
    let href = move || format!("/sign-in/{word}?next={}", escape(&next.get()));
    view! {
        <a
            class=format!("provider-button is-{word}")
            href=href
            rel="external"
            data-testid=format!("sign-in-{word}")
        >
            <Symbol provider />
            <span>{text}</span>
        </a>
    }
}
