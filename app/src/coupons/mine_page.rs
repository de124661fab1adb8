//! `/coupons`: the reader's coupons.

use super::{CouponCard, api};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{Empty, Icon, Loading, PageTitle, Refused};
use leptos::prelude::*;
use shop::coupons::Coupon;
use shop::{Moment, Refusal};

/// Every coupon the reader was issued, newest first.
#[component]
pub fn MyCouponsPage() -> impl IntoView {
    let me = use_me();
    let coupons = Resource::new(
        move || me.version.get(),
        move |_| async move {
            // A visitor has none: no need to ask.
            match me.member.await {
                Ok(None) => Err(Refusal::NotSignedIn.into()),
                _ => api::mine().await,
            }
        },
    );
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match coupons.await {
                    Ok((coupons, now)) => view! { <Coupons coupons now /> }.into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Coupons(coupons: Vec<Coupon>, now: Moment) -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, coupons.title);
    let count = coupons.len();
    let count = td_string!(locale, coupons.count, count = count).to_string();
    let list = if coupons.is_empty() {
        view! { <NoCoupons /> }.into_any()
    } else {
        let cards = coupons.into_iter().map(|coupon| {
            let Coupon { code, drop_name: name, terms, expires_at, state, .. } = coupon;
            view! { <li><CouponCard code name terms expires_at now state /></li> }
        });
        view! { <ul class="coupon-list">{cards.collect_view()}</ul> }.into_any()
    };
    view! {
        <PageTitle text=title />
        <section class="page">
            <header class="page-head">
                <h1>{title}</h1>
                <p>{count}</p>
            </header>
            {list}
        </section>
    }
}

#[component]
fn NoCoupons() -> impl IntoView {
    let locale = use_locale();
    view! {
        <Empty
            icon=Icon::Ticket
            title=td_string!(locale, coupons.empty.title)
            body=td_string!(locale, coupons.empty.body)
        >
            <a class="button" href="/drops">{td_string!(locale, coupons.empty.link)}</a>
        </Empty>
    }
}
