//! A page that cannot be shown, and why.

use super::{Empty, Icon, PageTitle, answer_with, escape};
use crate::api_error::ApiError;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::sentences;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shop::Refusal;

const STATUS_NOT_FOUND: u16 = 404;

/// The page that stands in for one the server refused.
#[component]
pub fn Refused(
    /// What the server answered.
    error: ApiError,
) -> impl IntoView {
    answer_with(error.refusal.status());
    match error.refusal {
        refusal if refusal.status() == STATUS_NOT_FOUND => view! { <NotFound /> }.into_any(),
        Refusal::NotSignedIn => view! { <MembersOnly /> }.into_any(),
        Refusal::FactorNeeded => view! { <FactorFirst /> }.into_any(),
        refusal => view! { <Trouble refusal /> }.into_any(),
    }
}

/// There is no such page.
#[component]
pub fn NotFound() -> impl IntoView {
    answer_with(STATUS_NOT_FOUND);
    let locale = use_locale();
    let title = td_string!(locale, common.not_found.title);
    view! {
        <PageTitle text=title />
        <Empty icon=Icon::Search is_page=true title body=td_string!(locale, common.not_found.body)>
            <a class="button" href="/">{td_string!(locale, common.not_found.home)}</a>
            <a class="button is-quiet" href="/drops">
                {td_string!(locale, common.not_found.drops)}
            </a>
        </Empty>
    }
}

#[component]
fn MembersOnly() -> impl IntoView {
    let locale = use_locale();
    let next = escape(&use_location().pathname.get_untracked());
    let title = td_string!(locale, common.members_only.title);
    view! {
        <PageTitle text=title />
        <Empty
            icon=Icon::Person
            is_page=true
            title
            body=td_string!(locale, common.members_only.body)
        >
            <a class="button" href=format!("/log-in?next={next}")>
                {td_string!(locale, common.nav.log_in)}
            </a>
            <a class="button is-quiet" href=format!("/sign-up?next={next}")>
                {td_string!(locale, common.nav.sign_up)}
            </a>
        </Empty>
    }
}

#[component]
fn FactorFirst() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, security.needed.title);
    view! {
        <PageTitle text=title />
        <Empty
            icon=Icon::Lock
            is_page=true
            title
            body=sentences::refusal(locale, &Refusal::FactorNeeded)
        >
            <a class="button" href="/account/factor">{td_string!(locale, security.needed.go)}</a>
        </Empty>
    }
}

#[component]
fn Trouble(refusal: Refusal) -> impl IntoView {
    let locale = use_locale();
    let here = use_location();
    let again = move || format!("{}{}", here.pathname.get(), here.search.get());
    let title = match refusal {
        Refusal::NotAllowed => td_string!(locale, common.trouble.forbidden),
        _ => td_string!(locale, common.trouble.title),
    };
    view! {
        <PageTitle text=title />
        <Empty
            icon=Icon::Attention
            is_page=true
            title
            body=sentences::refusal(locale, &refusal)
        >
            // Through the server, so that it helps without a working page as well.
            <a class="button" rel="external" href=again>{td_string!(locale, common.retry)}</a>
        </Empty>
    }
}
