//! The first thing on the home page: the drop that is open, or opens next.

use crate::coupons::DiscountFigure;
use crate::drops::Countdown;
use crate::i18n::td_string;
use crate::language::{grouped, moment, use_locale};
use crate::live::Clock;
use crate::ui::Icon;
use leptos::prelude::*;
use shop::Moment;
use shop::drops::{Drop, DropList, Stage};

/// The open drop, else the next one, else a quiet word.
#[component]
pub fn Hero(
    /// The drops, if they could be read.
    drops: Option<DropList>,
) -> impl IntoView {
    let urgent = drops.and_then(|list| Some((most_urgent(&list)?, list.now)));
    match urgent {
        Some((drop, now)) => view! { <DropHero drop now /> }.into_any(),
        None => view! { <QuietHero /> }.into_any(),
    }
}

/// The drop that a shopper should know of first.
fn most_urgent(list: &DropList) -> Option<Drop> {
    let first_at = |stage| list.drops.iter().find(|drop| drop.stage(list.now) == stage);
    first_at(Stage::Open).or_else(|| first_at(Stage::Upcoming)).cloned()
}

#[component]
fn DropHero(drop: Drop, now: Moment) -> impl IntoView {
    let locale = use_locale();
    let clock = Clock::ticking_from(now);
    let opens_at = drop.opens_at;
    let is_open = Memo::new(move |_| clock.now() >= opens_at);
    let (opens, closes) = (moment(locale, opens_at), moment(locale, drop.closes_at));
    let opens = td_string!(locale, drops.opens, moment = opens).to_string();
    let closes = td_string!(locale, drops.closes, moment = closes).to_string();
    let quota = grouped(u64::from(drop.quota));
    let quota = td_string!(locale, catalog.hero.quota, quota = quota).to_string();
    view! {
        <section class="hero" aria-labelledby="hero-title">
            <div class="hero-text">
                <p class="hero-eyebrow">
                    {move || if is_open.get() {
                        td_string!(locale, catalog.hero.eyebrow_open)
                    } else {
                        td_string!(locale, catalog.hero.eyebrow_next)
                    }}
                </p>
                <h1 id="hero-title" class="hero-title">{drop.name}</h1>
                <p class="hero-facts">
                    <span>
                        {move || if is_open.get() { closes.clone() } else { opens.clone() }}
                    </span>
                    <span>{quota}</span>
                </p>
                {move || (!is_open.get()).then(|| view! { <Countdown clock until=opens_at /> })}
                <a class="button is-hot" href=format!("/drops/{}", drop.id.0)>
                    {move || if is_open.get() {
                        td_string!(locale, catalog.hero.enter)
                    } else {
                        td_string!(locale, catalog.hero.look)
                    }}
                    {Icon::Forward}
                </a>
            </div>
            <DiscountFigure terms=drop.terms />
        </section>
    }
}

#[component]
fn QuietHero() -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="hero is-quiet" aria-labelledby="hero-title">
            <div class="hero-text">
                <h1 id="hero-title" class="hero-title">
                    {td_string!(locale, catalog.hero.quiet_title)}
                </h1>
                <p class="hero-facts">{td_string!(locale, catalog.hero.quiet_body)}</p>
                <a class="button is-quiet" href="/drops">
                    {td_string!(locale, catalog.hero.quiet_link)}
                </a>
            </div>
        </section>
    }
}
