//! `/account`: where a member finds what is theirs.

use super::own_profile::use_profile;
use crate::i18n::{Locale, td_string};
use crate::language::{date, grouped, use_locale};
use crate::members::forgotten::Unconfirmed;
use crate::members::security::{FactorLink, SessionsCard};
use crate::ui::{Icon, Loading, Notice, PageTitle, Refused};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::members::Profile;

/// A greeting, what was saved just now, and a card for everything of theirs.
#[component]
pub fn AccountPage() -> impl IntoView {
    let profile = use_profile();
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match profile.await {
                    Ok(profile) => view! { <Account profile /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Account(profile: Profile) -> impl IntoView {
    let locale = use_locale();
    let greeting = td_string!(locale, account.greeting, name = profile.name.as_str()).to_string();
    let since = date(locale, profile.signed_up_at);
    let since = td_string!(locale, account.since, date = since).to_string();
    view! {
        <PageTitle text=td_string!(locale, account.title) />
        <section class="page account">
            <header class="page-head">
                <h1 data-testid="greeting">{greeting}</h1>
                <p>{profile.email.clone()}</p>
                <p class="account-since">{since}</p>
            </header>
            <Saved />
            {(!profile.is_email_confirmed).then(|| view! { <Unconfirmed /> })}
            <nav aria-label=td_string!(locale, account.cards.label)>
                <ul class="account-cards">{cards(locale, &profile)}</ul>
            </nav>
            <FactorLink />
            <SessionsCard />
            <p class="account-leave">
                <a href="/account/leave">{td_string!(locale, security.leave.title)}</a>
            </p>
        </section>
    }
}

/// What the form that led here has saved.
#[component]
fn Saved() -> impl IntoView {
    let locale = use_locale();
    let query = use_query_map();
    move || {
        let text = match query.with(|query| query.get("saved")).as_deref() {
            Some("name") => td_string!(locale, account.saved.name),
            Some("password") => td_string!(locale, account.saved.password),
            Some("factor") => td_string!(locale, security.saved.factor),
            Some("no_factor") => td_string!(locale, security.saved.no_factor),
            Some("session") => td_string!(locale, security.saved.session),
            Some("sessions") => td_string!(locale, security.saved.sessions),
            Some("email") => td_string!(locale, forgotten.confirm.done),
            Some("letter") => td_string!(locale, forgotten.unconfirmed.sent),
            Some("new-email") => td_string!(locale, forgotten.email.sent),
            _ => return None,
        };
        Some(view! { <Notice text quiet=true /> })
    }
}

fn cards(locale: Locale, profile: &Profile) -> impl IntoView + use<> {
    let orders = grouped(profile.orders);
    let orders = td_string!(locale, account.cards.orders_count, count = orders).to_string();
    let coupons = grouped(profile.coupons);
    let coupons = td_string!(locale, account.cards.coupons_count, count = coupons).to_string();
    let wishes = grouped(profile.wishes);
    let wishes = td_string!(locale, account.cards.wishes_count, count = wishes).to_string();
    let places = grouped(profile.addresses);
    let places = td_string!(locale, account.cards.addresses_count, count = places).to_string();
    let (name, key) = (
        td_string!(locale, account.cards.profile_hint).to_owned(),
        td_string!(locale, account.cards.password_hint).to_owned(),
    );
    let ways = td_string!(locale, account.cards.ways_in_hint).to_owned();
    [
        ("/orders", Icon::Parcel, td_string!(locale, account.cards.orders), orders),
        ("/coupons", Icon::Ticket, td_string!(locale, account.cards.coupons), coupons),
        ("/wishes", Icon::Heart, td_string!(locale, account.cards.wishes), wishes),
        ("/account/addresses", Icon::Pin, td_string!(locale, account.cards.addresses), places),
        ("/account/profile", Icon::Person, td_string!(locale, account.cards.profile), name),
        ("/account/ways-in", Icon::Check, td_string!(locale, account.cards.ways_in), ways),
        ("/account/password", Icon::Lock, td_string!(locale, account.cards.password), key),
    ]
    .into_iter()
    .map(|(address, icon, title, says)| {
        view! {
            <li>
                <a class="account-card" href=address>
                    <span class="account-card-icon">{icon}</span>
                    <span class="account-card-title">{title}</span>
                    <span class="account-card-says">{says}</span>
                </a>
            </li>
        }
    })
    .collect_view()
}
