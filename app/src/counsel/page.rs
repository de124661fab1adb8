//! `/counsel`: the list of rooms, and the one that is open beside it.

use super::api;
use super::bell::{BellSwitch, BellTitle};
use super::office::Office;
use super::rooms::Rooms;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{Admitted, Audience, Loading, Refused};
use leptos::prelude::*;
use leptos_router::components::Outlet;
use shop::members::Member;

/// Everything that a counsellor works with.
#[component]
pub fn CounselPage() -> impl IntoView {
    view! {
        <Admitted audience=Audience::Staff let:member>
            <AtWork member />
        </Admitted>
    }
}

#[component]
fn AtWork(member: Member) -> impl IntoView {
    let office = Office::open(member);
    let class = move || match office.open_room.get() {
        Some(_) => "counsel is-in-room",
        None => "counsel",
    };
    view! {
        <BellTitle bell=office.bell />
        <div class=class data-testid="counsel">
            <section class="counsel-list">
                <Head office />
                <List office />
            </section>
            <Outlet />
        </div>
    }
}

#[component]
fn Head(office: Office) -> impl IntoView {
    let locale = use_locale();
    let others = office.others();
    let text = move || {
        others.with(|others| {
            if others.is_empty() {
                return td_string!(locale, counsel.at_work.alone).to_owned();
            }
            let names: Vec<_> = others.iter().map(|colleague| colleague.name.as_str()).collect();
            let names = names.join(", ");
            td_string!(locale, counsel.at_work.others, names = names).to_string()
        })
    };
    view! {
        <header class="counsel-head">
            <h1>{td_string!(locale, counsel.title)}</h1>
            <div class="counsel-tools">
                <a class="text-button" href="/counsel/canned">
                    {td_string!(locale, counsel.canned.title)}
                </a>
                <BellSwitch bell=office.bell />
            </div>
            <p class="counsel-at-work" data-testid="at-work">
                <i class="counsel-lamp" aria-hidden="true"></i>
                {text}
            </p>
        </header>
    }
}

#[component]
fn List(office: Office) -> impl IntoView {
    let asked = office.asked;
    let read = Resource::new(
        move || asked.get(),
        |(tab, page)| async move { (tab, api::list(tab, page).await) },
    );
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match read.await {
                    (tab, Ok(list)) => view! { <Rooms list tab office /> }.into_any(),
                    (_, Err(error)) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}
