//! The way to one's second factor.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::Icon;
use leptos::prelude::*;

/// A part of the account page for whoever works for the shop. Others who still have a factor find
/// its page by its address.
#[component]
pub fn FactorLink() -> impl IntoView {
    let me = use_me();
    view! {
        <Transition fallback=|| ()>
            {move || Suspend::new(async move {
                let member = me.member.await.ok().flatten();
                let is_staff = |member: &_| is_staff(member);
                member.as_ref().is_some_and(is_staff).then(|| view! { <Shown /> })
            })}
        </Transition>
    }
}

fn is_staff(member: &shop::members::Member) -> bool {
    member.is_staff() || member.needs_factor
}

#[component]
fn Shown() -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="account-sessions" aria-labelledby="factor">
            <h2 id="factor">{td_string!(locale, security.factor.title)}</h2>
            <p class="field-hint">{td_string!(locale, security.factor.hint)}</p>
            <a class="button is-quiet" href="/account/factor" data-testid="factor-link">
                {Icon::Lock} {td_string!(locale, security.factor.go)}
            </a>
        </section>
    }
}
