//! Who is signed in, and the way in and out.

use super::Icon;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::{log_in_address, use_me};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shop::members::Member;

/// The reader's name and the way out, or the ways in.
#[component]
pub fn MemberMenu() -> impl IntoView {
    let me = use_me();
    view! {
        <Transition fallback=|| ()>
            {move || Suspend::new(async move {
                // Who cannot be recognised is shown the ways in.
                match me.member.await.ok().flatten() {
                    Some(member) => view! { <SignedIn member /> }.into_any(),
                    None => view! { <WaysIn /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn SignedIn(member: Member) -> impl IntoView {
    let locale = use_locale();
    let log_out = use_me().log_out;
    // A counsellor sees the talks and the orders, an admin everything.
    let counsel = member.is_staff().then(|| {
        view! {
            <a class="menu-link is-staff" href="/counsel" data-testid="counsel-link">
                {Icon::Chat} <span>{td_string!(locale, common.nav.counsel)}</span>
            </a>
        }
    });
    let owner = member.is_staff().then(|| {
        let address = if member.is_admin() { "/admin" } else { "/admin/orders" };
        view! {
            <a class="menu-link is-staff" href=address>
                {Icon::Plus} <span>{td_string!(locale, common.nav.owner)}</span>
            </a>
        }
    });
    let is_staff = member.is_staff();
    let name = td_string!(locale, common.nav.member_name, name = member.name).to_string();
    view! {
        {counsel}
        {owner}
        <a class="menu-link" href="/coupons">
            {Icon::Ticket} <span>{td_string!(locale, common.nav.coupons)}</span>
        </a>
        <a
            class="member-name"
            class:is-staff=is_staff
            href="/account"
            data-testid="member-name"
        >
            {Icon::Person} <span>{name}</span>
        </a>
        <ActionForm action=log_out>
            <button class="menu-link" type="submit" data-testid="log-out">
                {Icon::Leave} <span>{td_string!(locale, common.nav.log_out)}</span>
            </button>
        </ActionForm>
    }
}

#[component]
fn WaysIn() -> impl IntoView {
    let locale = use_locale();
    let pathname = use_location().pathname;
    let address = move || log_in_address(&pathname.get());
    view! {
        <a class="menu-link" href=address>
            {Icon::Person} <span>{td_string!(locale, common.nav.log_in)}</span>
        </a>
        <a class="menu-link is-strong" href="/sign-up">
            <span>{td_string!(locale, common.nav.sign_up)}</span>
        </a>
    }
}
