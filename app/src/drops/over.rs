//! Where there is no way in: sold out, closed, or a pause.

use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;

/// Every coupon is somebody else's.
#[component]
pub fn SoldOut() -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="over" data-testid="sold-out">
            <h2 class="stage-title">{td_string!(locale, drops.sold_out.title)}</h2>
            <p class="stage-body">{td_string!(locale, drops.sold_out.body)}</p>
            <WhereNext />
        </div>
    }
}

/// The time to join is over.
#[component]
pub fn Closed() -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="over" data-testid="closed">
            <h2 class="stage-title">{td_string!(locale, drops.closed.title)}</h2>
            <p class="stage-body">{td_string!(locale, drops.closed.body)}</p>
            <WhereNext />
        </div>
    }
}

/// Nobody may join just now.
#[component]
pub fn Paused() -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="over" data-testid="paused">
            <h2 class="stage-title">{td_string!(locale, drops.paused.title)}</h2>
            <p class="stage-body">{td_string!(locale, drops.paused.body)}</p>
        </div>
    }
}

#[component]
fn WhereNext() -> impl IntoView {
    let locale = use_locale();
    view! {
        <div class="stage-actions">
            <a class="button" href="/drops">{td_string!(locale, drops.sold_out.link)}</a>
            <a class="button is-quiet" href="/">{td_string!(locale, drops.issued.shop)}</a>
        </div>
    }
}
