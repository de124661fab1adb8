//! Where there is no way in: sold out, closed, a pause, or a stop of all clicks.

use super::live_room::LiveRoom;
use super::room::Shown;
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

/// The owner takes no clicks just now. Who has clicked is joined by the page itself.
#[component]
pub fn Stopped(
    /// The room.
    room: LiveRoom,
) -> impl IntoView {
    let locale = use_locale();
    let shown = room.shown;
    let has_clicked =
        Memo::new(move |_| shown.with(|shown| *shown == Shown::Stopped { has_clicked: true }));
    let body = move || match has_clicked.get() {
        true => td_string!(locale, drops.stopped.clicked),
        false => td_string!(locale, drops.stopped.body),
    };
    let again = room.is_member.then(|| {
        view! {
            <ActionForm action=room.join>
                <input type="hidden" name="drop_id" value=room.drop_id.0.to_string() />
                <button class="button is-quiet" type="submit" disabled=room.join.pending()>
                    {td_string!(locale, drops.stopped.again)}
                </button>
            </ActionForm>
        }
    });
    view! {
        <div class="over" data-testid="stopped">
            <h2 class="stage-title">{td_string!(locale, drops.stopped.title)}</h2>
            <p class="stage-body">{body}</p>
            {again}
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
