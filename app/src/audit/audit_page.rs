//! `/admin/audit`.

use super::api;
use super::entry::EntryCard;
use super::filter::{Filter, FilterForm};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{Empty, Icon, Loading, OwnerFrame, Refused, TurnPages};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::audit::AuditPage as Page;

/// Who changed what, and when.
#[component]
pub fn AuditPage() -> impl IntoView {
    let locale = use_locale();
    let me = use_me();
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(Filter::of));
    let found = Resource::new(
        move || (me.version.get(), asked.get()),
        |(_, Filter { subject, actor, page })| api::list(subject, actor, page),
    );
    view! {
        <OwnerFrame title=td_string!(locale, owner.audit.title)>
            <p class="owner-lead">{td_string!(locale, owner.audit.lead)}</p>
            <Transition fallback=|| view! { <Loading /> }>
                {move || {
                    let filter = asked.get();
                    Suspend::new(async move {
                        match found.await {
                            Ok(page) => view! { <Found filter page /> }.into_any(),
                            Err(error) => view! { <Refused error /> }.into_any(),
                        }
                    })
                }}
            </Transition>
        </OwnerFrame>
    }
}

#[component]
fn Found(filter: Filter, page: Page) -> impl IntoView {
    let locale = use_locale();
    let Page { entries, actors, page, has_next } = page;
    let list = if entries.is_empty() {
        let (title, body) = if filter.lets_everything_through() {
            let title = td_string!(locale, owner.audit.empty.title);
            (title, td_string!(locale, owner.audit.empty.body))
        } else {
            let title = td_string!(locale, owner.audit.no_match.title);
            (title, td_string!(locale, owner.audit.no_match.body))
        };
        view! { <Empty icon=Icon::Clock title body /> }.into_any()
    } else {
        let entries = entries.into_iter().map(|entry| view! { <EntryCard entry /> });
        view! {
            <ol class="audit-list" aria-label=td_string!(locale, owner.audit.list)>
                {entries.collect_view()}
            </ol>
        }
        .into_any()
    };
    let address = {
        let filter = filter.clone();
        move |page| filter.address(page)
    };
    view! {
        <FilterForm filter actors />
        {list}
        <TurnPages page has_next address />
    }
}
