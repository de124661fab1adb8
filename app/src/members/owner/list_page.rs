//! `/admin/members`.

use super::{api, role_text};
use crate::i18n::td_string;
use crate::language::{date, use_locale};
use crate::members::use_me;
use crate::ui::{Empty, Icon, Loading, OwnerFrame, Refused, TurnPages, escape};
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use shop::members::owner::{ListedMember, MemberList};

/// Members, newest first, and a search by the beginning of a name or an e-mail address.
#[component]
pub fn MembersPage() -> impl IntoView {
    let locale = use_locale();
    let me = use_me();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| {
            let words = query.get("q").unwrap_or_default();
            let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32);
            (words.trim().to_owned(), page)
        })
    });
    let found = Resource::new(
        move || (me.version.get(), asked.get()),
        |(_, (words, page))| api::list(words, page),
    );
    view! {
        <OwnerFrame title=td_string!(locale, owner_members.title)>
            <Search asked />
            <Transition fallback=|| view! { <Loading /> }>
                {move || {
                    let (words, _) = asked.get();
                    Suspend::new(async move {
                        match found.await {
                            Ok(list) => view! { <Found words list /> }.into_any(),
                            Err(error) => view! { <Refused error /> }.into_any(),
                        }
                    })
                }}
            </Transition>
        </OwnerFrame>
    }
}

#[component]
fn Search(asked: Memo<(String, u32)>) -> impl IntoView {
    let locale = use_locale();
    let words = move || asked.with(|(words, _)| words.clone());
    view! {
        <search class="owner-search">
            <Form method="GET" action="/admin/members">
                <div class="field">
                    <label for="member-words">
                        {td_string!(locale, owner_members.search.label)}
                    </label>
                    <input
                        id="member-words"
                        type="search"
                        name="q"
                        value=words
                        prop:value=words
                        autocomplete="off"
                        enterkeyhint="search"
                    />
                </div>
                <button class="button" type="submit">
                    {td_string!(locale, owner_members.search.submit)}
                </button>
            </Form>
        </search>
    }
}

#[component]
fn Found(words: String, list: MemberList) -> impl IntoView {
    let locale = use_locale();
    let MemberList { members, page, has_next } = list;
    if members.is_empty() {
        return view! { <Nobody words /> }.into_any();
    }
    let members = members.into_iter().map(|member| view! { <Row member /> });
    let address = move |page| match words.as_str() {
        "" => format!("/admin/members?page={page}"),
        words => format!("/admin/members?q={}&page={page}", escape(words)),
    };
    view! {
        <ul class="member-list" aria-label=td_string!(locale, owner_members.list)>
            {members.collect_view()}
        </ul>
        <TurnPages page has_next address />
    }
    .into_any()
}

#[component]
fn Row(member: ListedMember) -> impl IntoView {
    let locale = use_locale();
    let joined = date(locale, member.signed_up_at);
    let joined = td_string!(locale, owner_members.joined, date = joined).to_string();
    let roles = member.roles.into_iter().map(|role| {
        view! { <span class="badge">{role_text(locale, role)}</span> }
    });
    let blocked = member.is_blocked.then(|| {
        view! { <span class="badge is-gone">{td_string!(locale, owner_members.blocked)}</span> }
    });
    view! {
        <li class="member-row" data-testid="member">
            <a class="member-row-name" href=format!("/admin/members/{}", member.id.0)>
                {member.name}
            </a>
            <span class="member-row-email">{member.email}</span>
            <span class="member-row-badges">{roles.collect_view()} {blocked}</span>
            <span class="member-row-joined">{joined}</span>
        </li>
    }
}

#[component]
fn Nobody(words: String) -> impl IntoView {
    let locale = use_locale();
    if words.is_empty() {
        let title = td_string!(locale, owner_members.nobody.title);
        let body = td_string!(locale, owner_members.nobody.body);
        return view! { <Empty icon=Icon::Person title body /> }.into_any();
    }
    let title = td_string!(locale, owner_members.not_found.title, words = words).to_string();
    view! {
        <Empty
            icon=Icon::Search
            title
            body=td_string!(locale, owner_members.not_found.body)
        >
            <a class="button" href="/admin/members">
                {td_string!(locale, owner_members.search.all)}
            </a>
        </Empty>
    }
    .into_any()
}
