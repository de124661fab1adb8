//! The list: tabs, rooms, and the ways to other pages of it.

use super::address::list_address;
use super::live_list::LiveList;
use super::office::Office;
use super::row::Row;
use super::tabs::RoomTabs;
use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use crate::live::{Connection, use_live};
use crate::ui::{Empty, Icon, Notice, TurnPages};
use leptos::prelude::*;
use shop::chat::counsel::{RoomList, Tab};

/// One page of it.
#[component]
pub fn Rooms(
    /// What was found.
    list: RoomList,
    /// In which tab.
    tab: Tab,
    /// The page around it.
    office: Office,
) -> impl IntoView {
    let locale = use_locale();
    let list = LiveList::open(list, tab, office);
    let ids = list.tell(|list| list.rooms.iter().map(|row| row.room.id).collect::<Vec<_>>());
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let has_next = list.tell(|list| list.has_next);
    let rooms = move || {
        if is_empty.get() {
            let (title, body) = empty_text(locale, list.tab);
            return view! { <Empty icon=Icon::Chat title body /> }.into_any();
        }
        view! {
            <ul class="counsel-rooms" aria-label=td_string!(locale, counsel.list.label)>
                <For each=move || ids.get() key=|id| *id let:id>
                    <Row id list office />
                </For>
            </ul>
        }
        .into_any()
    };
    let pages = move || {
        let address = move |page| list_address(list.tab, page);
        view! { <TurnPages page=list.page has_next=has_next.get() address /> }
    };
    view! {
        <RoomTabs list office />
        <Lost />
        {rooms}
        {pages}
        <Reload list />
    }
}

/// What it says while no news come by themselves.
#[component]
fn Lost() -> impl IntoView {
    let locale = use_locale();
    let live = use_live();
    move || {
        (live.connection() == Connection::Lost).then(|| {
            view! { <Notice text=td_string!(locale, counsel.list.lost) quiet=true /> }
        })
    }
}

/// Without JavaScript the list stands still: a link loads it anew.
#[component]
fn Reload(list: LiveList) -> impl IntoView {
    let text = td_string!(use_locale(), counsel.list.reload);
    let address = list_address(list.tab, list.page);
    let html = format!("<a class=\"button is-quiet\" href=\"{address}\">{text}</a>");
    view! { <noscript inner_html=html></noscript> }
}

fn empty_text(locale: Locale, tab: Tab) -> (&'static str, &'static str) {
    match tab {
        Tab::Waiting => (
            td_string!(locale, counsel.empty.waiting),
            td_string!(locale, counsel.empty.waiting_body),
        ),
        Tab::Mine => {
            (td_string!(locale, counsel.empty.mine), td_string!(locale, counsel.empty.mine_body))
        }
        Tab::All => {
            (td_string!(locale, counsel.empty.all), td_string!(locale, counsel.empty.all_body))
        }
        Tab::Closed => (
            td_string!(locale, counsel.empty.closed),
            td_string!(locale, counsel.empty.closed_body),
        ),
    }
}
