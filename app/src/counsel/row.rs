//! A room in the list.

use super::address::room_address;
use super::live_list::LiveList;
use super::office::Office;
use super::preview::{preview_text, speaker_text};
use super::words::{shopper_name, state_text, while_text};
use crate::i18n::{Locale, td_string};
use crate::language::{moment, use_locale};
use crate::live::Clock;
use leptos::prelude::*;
use shop::Moment;
use shop::chat::counsel::RoomRow;
use shop::chat::{RoomId, RoomState};

/// More is not counted out in a mark.
const UNREAD_SHOWN_MAX: u32 = 99;

/// Who it is, what was said last, and how long they have waited.
#[component]
pub fn Row(
    /// Which room.
    id: RoomId,
    /// The list it is in.
    list: LiveList,
    /// The page around it.
    office: Office,
) -> impl IntoView {
    let row = list.row(id);
    let address = room_address(id, list.tab, list.page);
    let current = move || (office.open_room.get() == Some(id)).then_some("page");
    let shown =
        move || row.get().map(|row| view! { <Shown row clock=list.clock is_open=current /> });
    view! {
        <li>
            <a
                class="counsel-row"
                href=address
                aria-current=current
                data-testid="room-row"
                data-room=id.0.to_string()
            >
                {shown}
            </a>
        </li>
    }
}

#[component]
fn Shown(
    row: RoomRow,
    clock: Clock,
    is_open: impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let locale = use_locale();
    let room = &row.room;
    let name = shopper_name(locale, &row.shopper, room.id);
    let (state, state_at) = (room.state, room.state_at);
    let unread = row.unread();
    let by = match (&room.counsellor, row.is_mine) {
        (Some(name), false) => {
            Some(td_string!(locale, counsel.list.by, name = name.as_str()).to_string())
        }
        _ => None,
    };
    let newest = row.newest.as_ref().map(|newest| {
        let speaker = speaker_text(locale, newest, row.is_mine);
        view! {
            <span class="counsel-row-said">
                <span class="counsel-row-speaker">{speaker}</span>
                {preview_text(locale, &newest.body)}
            </span>
        }
    });
    let told_at = row.newest.as_ref().map_or(room.opened_at, |newest| newest.sent_at);
    let time = match state {
        RoomState::Waiting => view! { <Waits since=state_at clock /> }.into_any(),
        _ => view! { <span class="counsel-row-time">{moment(locale, told_at)}</span> }.into_any(),
    };
    // What is open is being read.
    let mark = move || (unread > 0 && is_open().is_none()).then(|| unread_mark(locale, unread));
    view! {
        <span class="counsel-row-head">
            <strong class="counsel-row-name">{name}</strong>
            {time}
        </span>
        <span class="counsel-row-body">
            {newest}
            {mark}
        </span>
        <span class="counsel-row-foot">
            <span class=format!("counsel-state is-{}", state.as_str())>
                {state_text(locale, state)}
            </span>
            {by.map(|by| view! { <span class="counsel-row-by">{by}</span> })}
        </span>
    }
}

/// How long somebody has waited, ticking.
#[component]
pub fn Waits(
    /// Since when.
    since: Moment,
    /// The server's clock.
    clock: Clock,
) -> impl IntoView {
    let locale = use_locale();
    let time = Memo::new(move |_| while_text(locale, since, clock.now()));
    view! {
        <span class="counsel-waits" data-testid="waits">
            {move || td_string!(locale, counsel.list.waiting_for, time = time.get()).to_string()}
        </span>
    }
}

fn unread_mark(locale: Locale, unread: u32) -> impl IntoView {
    let label = td_string!(locale, counsel.list.unread, count = unread).to_string();
    let shown = match unread {
        0..=UNREAD_SHOWN_MAX => unread.to_string(),
        _ => td_string!(locale, counsel.list.many).to_owned(),
    };
    view! {
        <span class="counsel-unread" data-testid="unread">
            <span aria-hidden="true">{shown}</span>
            <span class="visually-hidden">{label}</span>
        </span>
    }
}
