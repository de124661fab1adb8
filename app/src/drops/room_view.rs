//! What a drop's page looks like.

use super::announcement::Announcement;
use super::checking::Checking;
use super::door::Door;
use super::facts::Facts;
use super::issued::Issued;
use super::live_room::LiveRoom;
use super::no_script::NoScriptRefresh;
use super::over::{Closed, Paused, SoldOut, Stopped};
use super::remaining::Remaining;
use super::room::Scene;
use super::trouble::Trouble;
use super::waiting::Waiting;
use crate::api_error::ApiError;
use crate::coupons::{DiscountFigure, discount_text};
use crate::i18n::{Locale, td_string};
use crate::language::{grouped, moment, use_locale};
use crate::live::ReconnectingNotice;
use crate::ui::{Icon, PageTitle};
use leptos::prelude::*;
use shop::drops::{Drop, DropNow, Place};

/// The drop's name and worth, what happens in the middle, and the facts below.
#[component]
pub fn RoomView(
    /// The drop.
    drop: DropNow,
    /// The reader's place with it, if somebody is signed in.
    place: Option<Result<Place, ApiError>>,
) -> impl IntoView {
    let locale = use_locale();
    let room = LiveRoom::open(drop.clone(), place);
    let drop = drop.drop;
    view! {
        <PageTitle text=drop.name.clone() description=description(locale, &drop) />
        <article class="drop">
            <header class="drop-head">
                <a class="back" href="/drops">{Icon::Back} {td_string!(locale, drops.title)}</a>
                <h1 class="drop-name">{drop.name.clone()}</h1>
                <DiscountFigure terms=drop.terms />
            </header>
            <section class="drop-stage">
                <ReconnectingNotice />
                <Trouble room />
                <Middle room drop=drop.clone() />
                <Remaining room />
                <Announcement room />
            </section>
            <Facts room drop />
            <NoScriptRefresh shown=room.shown.get_untracked() />
        </article>
    }
}

#[component]
fn Middle(room: LiveRoom, drop: Drop) -> impl IntoView {
    let scene = room.scene();
    let opens_at = room.tell(|room| room.drop().opens_at);
    move || match scene.get() {
        Scene::Door => view! { <Door room opens_at /> }.into_any(),
        Scene::Checking => view! { <Checking /> }.into_any(),
        Scene::Waiting => view! { <Waiting room /> }.into_any(),
        Scene::Issued => view! { <Issued room drop=drop.clone() /> }.into_any(),
        Scene::SoldOut => view! { <SoldOut /> }.into_any(),
        Scene::Paused => view! { <Paused /> }.into_any(),
        Scene::Stopped => view! { <Stopped room /> }.into_any(),
        Scene::Closed => view! { <Closed /> }.into_any(),
    }
}

fn description(locale: Locale, drop: &Drop) -> String {
    let (quota, opens) = (grouped(drop.quota.into()), moment(locale, drop.opens_at));
    let discount = discount_text(locale, &drop.terms);
    td_string!(
        locale,
        drops.description,
        name = &drop.name,
        discount = discount,
        quota = quota,
        opens = opens
    )
    .to_string()
}
