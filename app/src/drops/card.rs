//! A drop in a list.

use super::countdown::Countdown;
use crate::coupons::{DiscountFigure, minimum_text};
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, moment, use_locale};
use crate::live::Clock;
use leptos::prelude::*;
use shop::drops::{Drop, Stage};

/// Its worth, its name, and where it stands. All of it is one link.
#[component]
pub fn DropCard(
    /// The drop.
    drop: Drop,
    /// The server's clock.
    clock: Clock,
) -> impl IntoView {
    let locale = use_locale();
    let (opens_at, terms) = (drop.opens_at, drop.terms);
    let stage = {
        let drop = drop.clone();
        Memo::new(move |_| drop.stage(clock.now()))
    };
    let quota = grouped(drop.quota.into());
    let quota = td_string!(locale, drops.quota, quota = quota).to_string();
    let (id, name) = (drop.id.0, drop.name.clone());
    view! {
        <article class=move || class(stage.get()) data-testid="drop-card">
            <div class="drop-card-stub"><DiscountFigure terms /></div>
            <div class="drop-card-body">
                <p class="badge">{move || badge(locale, stage.get())}</p>
                <h2 class="drop-card-name"><a href=format!("/drops/{id}")>{name}</a></h2>
                <p class="drop-card-when">{move || when(locale, stage.get(), &drop)}</p>
                <p class="drop-card-terms">{quota} " · " {minimum_text(locale, &terms)}</p>
                {move || (stage.get() == Stage::Upcoming).then(|| {
                    view! { <Countdown clock until=opens_at /> }
                })}
            </div>
        </article>
    }
}

fn class(stage: Stage) -> &'static str {
    match stage {
        Stage::Open | Stage::Paused => "drop-card is-open",
        Stage::Upcoming => "drop-card",
        Stage::SoldOut | Stage::Closed => "drop-card is-gone",
    }
}

/// Where a drop stands, in a word or two.
pub(super) fn badge(locale: Locale, stage: Stage) -> &'static str {
    match stage {
        Stage::Upcoming => td_string!(locale, drops.stage.upcoming),
        Stage::Open => td_string!(locale, drops.stage.open),
        Stage::Paused => td_string!(locale, drops.stage.paused),
        Stage::SoldOut => td_string!(locale, drops.stage.sold_out),
        Stage::Closed => td_string!(locale, drops.stage.closed),
    }
}

fn when(locale: Locale, stage: Stage, drop: &Drop) -> String {
    let (opens, closes) = (moment(locale, drop.opens_at), moment(locale, drop.closes_at));
    match stage {
        Stage::Upcoming => td_string!(locale, drops.opens, moment = opens).to_string(),
        Stage::Open | Stage::Paused => {
            td_string!(locale, drops.closes, moment = closes).to_string()
        }
        Stage::SoldOut => td_string!(locale, drops.opens, moment = opens).to_string(),
        Stage::Closed => td_string!(locale, drops.closed_at, moment = closes).to_string(),
    }
}
