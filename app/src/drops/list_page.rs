//! `/drops`.

use super::api;
use super::card::DropCard;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::live::Clock;
use crate::ui::{Empty, Icon, Loading, PageTitle, Refused};
use leptos::prelude::*;
use shop::drops::DropList;

/// Every drop that is open, upcoming or lately over.
#[component]
pub fn DropsPage() -> impl IntoView {
    let drops = Resource::new(|| (), |()| api::list());
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match drops.await {
                    Ok(list) => view! { <Listed list /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Listed(list: DropList) -> impl IntoView {
    let locale = use_locale();
    let clock = Clock::ticking_from(list.now);
    let title = td_string!(locale, drops.title);
    let listed = if list.drops.is_empty() {
        view! {
            <Empty
                icon=Icon::Ticket
                title=td_string!(locale, drops.empty.title)
                body=td_string!(locale, drops.empty.body)
            >
                <a class="button" href="/">{td_string!(locale, common.not_found.home)}</a>
            </Empty>
        }
        .into_any()
    } else {
        let cards = list.drops.into_iter().map(|drop| view! { <li><DropCard drop clock /></li> });
        view! { <ul class="drop-list">{cards.collect_view()}</ul> }.into_any()
    };
    view! {
        <PageTitle text=title />
        <section class="page">
            <header class="page-head">
                <h1>{title}</h1>
                <p>{td_string!(locale, drops.lead)}</p>
            </header>
            {listed}
        </section>
    }
}
