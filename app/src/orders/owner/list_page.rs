//! `/admin/orders`.

use super::address::{asked_in, file_address, list_address};
use super::api;
use super::filter::OrderFilter;
use super::table::OrderTable;
use super::tabs::StateTabs;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{Audience, Empty, Icon, Loading, OwnerFrame, Pager, Refused, answer_with};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::Refusal;
use shop::orders::owner::{OrderList, OrderSearch};

/// Everybody's orders, newest first, and the way to find some of them.
#[component]
pub fn OwnerOrdersPage() -> impl IntoView {
    let locale = use_locale();
    let me = use_me();
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(asked_in));
    let found = Resource::new(
        move || asked.get(),
        |(search, page)| api::owner_list(search.state, search.words, search.from, search.to, page),
    );
    view! {
        <OwnerFrame title=td_string!(locale, owner_orders.title) audience=Audience::Staff>
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    let found = found.await;
                    let is_admin = me.member.await.ok().flatten().is_some_and(|me| me.is_admin());
                    let (search, _) = asked.get_untracked();
                    match found {
                        Ok(list) => view! { <Found search list is_admin /> }.into_any(),
                        Err(error) => match error.refusal {
                            refusal @ Refusal::Form(_) => {
                                view! { <NotUnderstood search refusal /> }.into_any()
                            }
                            _ => view! { <Refused error /> }.into_any(),
                        },
                    }
                })}
            </Transition>
        </OwnerFrame>
    }
}

#[component]
fn Found(search: OrderSearch, list: OrderList, is_admin: bool) -> impl IntoView {
    let locale = use_locale();
    let OrderList { orders, counts, page, last_page } = list;
    let file = (is_admin && !orders.is_empty()).then(|| {
        view! {
            <a
                class="button is-quiet"
                href=file_address(&search)
                rel="external"
                download
                data-testid="orders-file"
            >
                {td_string!(locale, owner_orders.file)}
            </a>
        }
    });
    let table = if orders.is_empty() {
        let body = td_string!(locale, owner_orders.empty.body);
        let title = td_string!(locale, owner_orders.empty.title);
        view! { <Empty icon=Icon::Search title body /> }.into_any()
    } else {
        view! { <OrderTable orders /> }.into_any()
    };
    let looked_for = search.clone();
    let link = move |to| list_address(&looked_for, to);
    view! {
        <OrderFilter search=search.clone() />
        <div class="owner-orders-bar">
            <StateTabs search counts />
            {file}
        </div>
        {table}
        <Pager page last_page link />
    }
}

/// The filter once more, with what is wrong beside its fields.
#[component]
fn NotUnderstood(search: OrderSearch, refusal: Refusal) -> impl IntoView {
    answer_with(refusal.status());
    view! { <OrderFilter search refusal /> }
}
