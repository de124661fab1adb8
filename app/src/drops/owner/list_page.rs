//! `/admin/drops`.

use super::api::{self, GoOn, Stop};
use super::pages::Pages;
use super::stop::EmergencyStop;
use super::table::Table;
use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use crate::ui::{Empty, Icon, Loading, OwnerFrame, Refused};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::drops::OwnerDrops;

/// All drops, the newest first.
#[component]
pub fn OwnerDropsPage() -> impl IntoView {
    let locale = use_locale();
    let query = use_query_map();
    let page = Memo::new(move |_| {
        query.with(|query| query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32))
    });
    let (stop, go_on) = (ServerAction::<Stop>::new(), ServerAction::<GoOn>::new());
    let listed = Resource::new(
        move || (page.get(), stop.version().get(), go_on.version().get()),
        |(page, ..)| api::owner_list(page),
    );
    view! {
        <OwnerFrame title=td_string!(locale, owner_drops.title)>
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    match listed.await {
                        Ok(list) => {
                            let stopped = list.stopped.clone();
                            view! {
                                <Listed list />
                                <EmergencyStop stopped stop go_on />
                            }
                            .into_any()
                        }
                        Err(error) => view! { <Refused error /> }.into_any(),
                    }
                })}
            </Transition>
        </OwnerFrame>
    }
}

#[component]
fn Listed(list: OwnerDrops) -> impl IntoView {
    let locale = use_locale();
    let OwnerDrops { drops, now, total, page, last_page, .. } = list;
    let new = td_string!(locale, owner_drops.new);
    if drops.is_empty() {
        return view! {
            <Empty
                icon=Icon::Ticket
                title=td_string!(locale, owner_drops.list.empty_title)
                body=td_string!(locale, owner_drops.list.empty_body)
            >
                <a class="button" href="/admin/drops/new">{new}</a>
            </Empty>
        }
        .into_any();
    }
    let total = td_string!(locale, owner_drops.list.total, total = grouped(total)).to_string();
    view! {
        <div class="owner-bar">
            <p>{total}</p>
            <a class="button" href="/admin/drops/new" data-testid="new-drop">{new}</a>
        </div>
        <Table drops now />
        <Pages page last_page />
    }
    .into_any()
}
