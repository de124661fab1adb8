//! `/account/ways-in`: how a member may sign in.

use super::api::{self, UnlinkIdentity};
use super::provider_text;
use super::symbol::Symbol;
use super::trouble::TroubleNotice;
use crate::api_error::ApiError;
use crate::i18n::td_string;
use crate::language::{date, use_locale};
use crate::members::use_me;
use crate::ui::{FormNotice, Icon, Loading, Notice, PageTitle, Refused, refusal_of};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Refusal;
use shop::members::identities::{Identity, Provider, WaysIn};

/// Every provider of the shop, linked or not; the last way in cannot be taken away.
#[component]
pub fn WaysInPage() -> impl IntoView {
    let me = use_me();
    let unlink = ServerAction::<UnlinkIdentity>::new();
    let ways = Resource::new(
        move || (me.version.get(), unlink.version().get()),
        move |_| async move {
            // A visitor has none: no need to ask.
            match me.member.await {
                Ok(None) => Err(ApiError::from(Refusal::NotSignedIn)),
                _ => Ok((api::own_ways().await?, api::providers().await?)),
            }
        },
    );
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match ways.await {
                    Ok((ways, offered)) => view! { <Ways ways offered unlink /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Ways(
    ways: WaysIn,
    offered: Vec<Provider>,
    unlink: ServerAction<UnlinkIdentity>,
) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, sign_in.ways.title);
    let password = if ways.has_password {
        td_string!(locale, sign_in.ways.has_password)
    } else {
        td_string!(locale, sign_in.ways.no_password)
    };
    // One that the shop no longer offers can still be taken away.
    let shown = Provider::ALL.into_iter().filter_map(|provider| {
        let of_it = |identity: &&Identity| identity.provider == provider;
        let linked = ways.identities.iter().find(of_it).cloned();
        (linked.is_some() || offered.contains(&provider)).then_some((provider, linked))
    });
    let (may_change, may_lose_one) = (ways.may_change, ways.may_lose_one());
    let rows = shown.map(|(provider, linked)| {
        view! { <Way provider linked may_change may_lose_one unlink /> }
    });
    view! {
        <PageTitle text=title />
        <div class="sheet">
            <a class="back" href="/account">{Icon::Back} {td_string!(locale, account.back)}</a>
            <h1>{title}</h1>
            <p class="sheet-lead">{td_string!(locale, sign_in.ways.lead)}</p>
            <TroubleNotice />
            <Linked />
            <FormNotice refusal=refusal_of(unlink) />
            {(!may_change).then(|| view! { <LogInAgain /> })}
            <ul class="ways-in">
                <li class="way-in">
                    {Icon::Lock}
                    <div class="way-in-text">
                        <h2>{td_string!(locale, members.field.password)}</h2>
                        <p>{password}</p>
                    </div>
                </li>
                {rows.collect_view()}
            </ul>
        </div>
    }
}

/// Whoever signed in long ago may look, and no more.
#[component]
fn LogInAgain() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Notice text=td_string!(locale, sign_in.ways.log_in_first) quiet=true>
            <a class="button is-quiet" href="/log-in?next=%2Faccount%2Fways-in">
                {td_string!(locale, security.log_in_again)}
            </a>
        </Notice>
    }
}

/// What was linked just now.
#[component]
fn Linked() -> impl IntoView {
    let locale = use_locale();
    let query = use_query_map();
    move || {
        let is_linked = query.with(|query| query.get("saved")).as_deref() == Some("linked");
        let text = td_string!(locale, sign_in.ways.linked_now);
        is_linked.then(|| view! { <Notice text quiet=true /> })
    }
}

#[component]
fn Way(
    provider: Provider,
    linked: Option<Identity>,
    may_change: bool,
    may_lose_one: bool,
    unlink: ServerAction<UnlinkIdentity>,
) -> impl IntoView {
    let locale = use_locale();
    let (name, word) = (provider_text(locale, provider), provider.as_str());
    let says = match &linked {
        Some(linked) => {
            let since = date(locale, linked.linked_at);
            td_string!(locale, sign_in.ways.since, date = since).to_string()
        }
        None => td_string!(locale, sign_in.ways.not_linked).to_owned(),
    };
    let link_text = td_string!(locale, sign_in.ways.link);
    let unlink_text = td_string!(locale, sign_in.ways.unlink);
    let action = match linked {
        _ if !may_change => ().into_any(),
        None => view! {
            <a
                class="button is-quiet"
                href=format!("/sign-in/{word}?link=true")
                rel="external"
                aria-label=format!("{name} {link_text}")
                data-testid=format!("link-{word}")
            >
                {link_text}
            </a>
        }
        .into_any(),
        Some(_) if !may_lose_one => {
            view! { <p class="field-hint">{td_string!(locale, sign_in.ways.last)}</p> }.into_any()
        }
        Some(_) => view! {
            <ActionForm action=unlink>
                <input type="hidden" name="provider" value=word />
                <button
                    class="button is-quiet"
                    type="submit"
                    aria-label=format!("{name} {unlink_text}")
                    data-testid=format!("unlink-{word}")
                >
                    {unlink_text}
                </button>
            </ActionForm>
        }
        .into_any(),
    };
    view! {
        <li class="way-in">
            <span class=format!("way-in-symbol is-{word}")><Symbol provider /></span>
            <div class="way-in-text">
                <h2>{name}</h2>
                <p>{says}</p>
            </div>
            {action}
        </li>
    }
}
