//! The way into the line: the countdown, and the big button.

use super::countdown::Countdown;
use super::live_room::LiveRoom;
use super::room::Shown;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::log_in_address;
use leptos::prelude::*;
use shop::Moment;

/// Counts down; then the button wakes up, in the same place.
#[component]
pub fn Door(
    /// The room.
    room: LiveRoom,
    /// When the button wakes up.
    opens_at: Memo<Moment>,
) -> impl IntoView {
    let locale = use_locale();
    let shown = room.shown;
    let is_open = Memo::new(move |_| shown.with(|shown| matches!(shown, Shown::MayJoin { .. })));
    let is_paused = is_paused(room);
    let heading = move || match (is_open.get(), is_paused.get()) {
        (true, false) => td_string!(locale, drops.join.title),
        (true, true) => td_string!(locale, drops.join.paused_title),
        (false, _) => td_string!(locale, drops.join.soon_title),
    };
    let clock = room.clock;
    view! {
        <div class="door" class:is-open=is_open>
            <h2 class="stage-title">{heading}</h2>
            {move || (!is_open.get()).then(|| view! { <Countdown clock until=opens_at /> })}
            {if room.is_member {
                view! { <JoinButton room is_open /> }.into_any()
            } else {
                view! { <LogInFirst room is_open /> }.into_any()
            }}
        </div>
    }
}

/// Whether it is open, and nobody is served just now.
fn is_paused(room: LiveRoom) -> Memo<bool> {
    let shown = room.shown;
    Memo::new(move |_| shown.with(|shown| *shown == Shown::MayJoin { is_paused: true }))
}

#[component]
fn JoinButton(room: LiveRoom, is_open: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let pending = room.join.pending();
    let label = move || match (is_open.get(), pending.get()) {
        (false, _) => td_string!(locale, drops.join.wait),
        (true, true) => td_string!(locale, drops.join.sending),
        (true, false) => td_string!(locale, drops.join.button),
    };
    let is_paused = is_paused(room);
    let is_given_back = room.tell(|room| room.is_given_back());
    let body = move || match (is_open.get(), is_paused.get(), is_given_back.get()) {
        (true, _, true) => td_string!(locale, drops.join.given_back_body),
        (true, false, _) => td_string!(locale, drops.join.body),
        (true, true, _) => td_string!(locale, drops.join.paused_body),
        (false, ..) => td_string!(locale, drops.join.soon_body),
    };
    view! {
        <ActionForm action=room.join>
            <input type="hidden" name="drop_id" value=room.drop_id.0.to_string() />
            <button
                class="button is-hot is-huge"
                type="submit"
                disabled=move || !is_open.get() || pending.get()
                data-testid="join-button"
            >
                {label}
            </button>
        </ActionForm>
        <p class="stage-body" data-testid="join-body">{body}</p>
    }
}

#[component]
fn LogInFirst(room: LiveRoom, is_open: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let label = move || match is_open.get() {
        true => td_string!(locale, drops.join.log_in),
        false => td_string!(locale, drops.join.log_in_early),
    };
    let address = log_in_address(&format!("/drops/{}", room.drop_id.0));
    view! {
        <a class="button is-hot is-huge" href=address data-testid="join-button">{label}</a>
        <p class="stage-body">{td_string!(locale, drops.join.log_in_body)}</p>
    }
}
