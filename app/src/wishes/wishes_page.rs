//! `/wishes`: for members.

use super::api::{self, Remove};
use super::wish_card::WishCard;
use crate::cart::AddedNotice;
use crate::cart::api::Add;
use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use crate::members::use_me;
use crate::ui::{Empty, Icon, Loading, PageTitle, Refused, refusal_of};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Refusal;
use shop::wishes::WishPage;

/// What the reader wished for, the newest first.
#[component]
pub fn WishesPage() -> impl IntoView {
    let me = use_me();
    let query = use_query_map();
    let page = Memo::new(move |_| {
        query.with(|query| query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32))
    });
    let add = ServerAction::<Add>::new();
    let remove = ServerAction::<Remove>::new();
    let removed = remove.version();
    let wishes = Resource::new(
        move || (me.version.get(), page.get(), removed.get()),
        move |(_, page, _)| async move {
            match me.member.await {
                // A visitor has none: no need to ask.
                Ok(None) => Err(Refusal::NotSignedIn.into()),
                _ => api::list(page).await,
            }
        },
    );
    let refusal = refusal_of(add);
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match wishes.await {
                    Ok(page) => view! { <Wished page add remove /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
        <div class="wishes-added"><AddedNotice action=add refusal /></div>
    }
}

#[component]
fn Wished(page: WishPage, add: ServerAction<Add>, remove: ServerAction<Remove>) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, wishes.title);
    let total = grouped(page.total);
    let total = td_string!(locale, wishes.total, total = total).to_string();
    let pages = (page.page, page.last_page);
    let list = if page.wishes.is_empty() {
        view! { <NoWishes /> }.into_any()
    } else {
        let cards = page
            .wishes
            .into_iter()
            .map(|wish| view! { <li><WishCard wish add remove /></li> })
            .collect_view();
        view! {
            <ul class="product-grid">{cards}</ul>
            <Pages page=pages.0 last_page=pages.1 />
        }
        .into_any()
    };
    view! {
        <PageTitle text=title />
        <section class="page">
            <header class="page-head">
                <h1>{title}</h1>
                <p>{total}</p>
            </header>
            {list}
        </section>
    }
}

#[component]
fn Pages(page: u32, last_page: u32) -> impl IntoView {
    let locale = use_locale();
    let here = td_string!(locale, catalog.pager.here, page = page, last = last_page).to_string();
    let previous = (page > 1).then(|| {
        view! {
            <a class="button is-quiet" rel="prev" href=format!("/wishes?page={}", page - 1)>
                {Icon::Back} {td_string!(locale, catalog.pager.previous)}
            </a>
        }
    });
    let next = (page < last_page).then(|| {
        view! {
            <a class="button is-quiet" rel="next" href=format!("/wishes?page={}", page + 1)>
                {td_string!(locale, catalog.pager.next)} {Icon::Forward}
            </a>
        }
    });
    (last_page > 1).then(|| {
        view! {
            <nav class="pager" aria-label=td_string!(locale, catalog.pager.label)>
                <span class="pager-side">{previous}</span>
                <span class="pager-here">{here}</span>
                <span class="pager-side">{next}</span>
            </nav>
        }
    })
}

#[component]
fn NoWishes() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Empty
            icon=Icon::Heart
            title=td_string!(locale, wishes.empty.title)
            body=td_string!(locale, wishes.empty.body)
        >
            <a class="button" href="/">{td_string!(locale, wishes.empty.link)}</a>
        </Empty>
    }
}
