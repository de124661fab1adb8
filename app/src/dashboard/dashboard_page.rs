//! `/admin`.

use super::api;
use super::chart::{Chart, Series};
use super::tiles::Tiles;
use crate::browser;
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use crate::members::use_me;
use crate::ui::{Loading, OwnerFrame, Refused};
use leptos::prelude::*;
use leptos::task::spawn_local;
use shop::dashboard::Dashboard;
use std::time::Duration;

/// The numbers are asked for again this often, while somebody looks.
const REFRESH_EVERY: Duration = Duration::from_secs(10);

/// Today's numbers, and thirty days as bars.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let locale = use_locale();
    let me = use_me();
    let dashboard = Resource::new(move || me.version.get(), |_| api::show());
    view! {
        <OwnerFrame title=td_string!(locale, owner.dashboard.title)>
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    match dashboard.await {
                        Ok(first) => view! { <Shown first /> }.into_any(),
                        Err(error) => view! { <Refused error /> }.into_any(),
                    }
                })}
            </Transition>
        </OwnerFrame>
    }
}

#[component]
fn Shown(first: Dashboard) -> impl IntoView {
    let locale = use_locale();
    // Not the resource: a table that somebody has opened stays open.
    let shown = RwSignal::new(first);
    refresh(shown);
    let as_of = move || {
        let now = moment(locale, shown.with(|shown| shown.now));
        td_string!(locale, owner.dashboard.as_of, moment = now).to_string()
    };
    view! {
        <p class="owner-lead">{as_of}</p>
        <Tiles shown />
        <div class="charts">
            <Chart shown series=Series::Orders />
            <Chart shown series=Series::Revenue />
        </div>
    }
}

fn refresh(shown: RwSignal<Dashboard>) {
    Effect::new(move |_| {
        let ask = move || {
            if !browser::is_visible() {
                return;
            }
            spawn_local(async move {
                // What cannot be read just now is read ten seconds later; the page may be gone.
                if let Ok(dashboard) = api::show().await {
                    shown.try_set(dashboard);
                }
            });
        };
        if let Ok(interval) = set_interval_with_handle(ask, REFRESH_EVERY) {
            on_cleanup(move || interval.clear());
        }
    });
}
