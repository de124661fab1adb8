//! The place to write in a room.

use super::api::{self, Say};
use super::open_room::OpenRoom;
use super::room_view::SCROLL_ID;
use super::slash::suggested;
use crate::browser;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, Icon, refusal_of};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use server_fn::ServerFn;
use shop::chat::counsel::Canned;
use shop::chat::{MESSAGE_CHARS_MAX, RoomState};

const FIELD_ID: &str = "counsel-text";

/// A field and its button, for whoever may speak in the room.
#[component]
pub fn Composer(
    /// The room.
    room: OpenRoom,
) -> impl IntoView {
    let locale = use_locale();
    let (state, is_mine) = (room.state(), room.is_mine());
    let holder = room.tell(|talk| talk.room().and_then(|room| room.counsellor.clone()));
    // Why nothing can be said. What is being written stays when the room becomes the reader's.
    let silence = Memo::new(move |_| match state.get() {
        RoomState::Closed => Some(td_string!(locale, counsel.said.closed).to_owned()),
        RoomState::Taken if !is_mine.get() => {
            let name = holder.get().unwrap_or_default();
            Some(td_string!(locale, counsel.room.held_by, name = name).to_string())
        }
        _ => None,
    });
    move || match silence.get() {
        Some(text) => view! { <p class="counsel-hint">{text}</p> }.into_any(),
        None => view! { <Form room is_mine /> }.into_any(),
    }
}

#[component]
fn Form(room: OpenRoom, is_mine: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let text = RwSignal::new(String::new());
    let canned = canned_replies();
    let offered = Memo::new(move |_| {
        canned.with(|canned| {
            text.with(|text| suggested(text, canned).into_iter().cloned().collect::<Vec<_>>())
        })
    });
    let say = move || {
        let said = text.get_untracked();
        if !said.trim().is_empty() {
            room.write(said);
            text.set(String::new());
            browser::scroll_to_origin(SCROLL_ID);
        }
    };
    let put = move |reply: &Canned| {
        text.set(reply.text.clone());
        browser::focus(FIELD_ID);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        say();
    };
    let key = move |event: KeyboardEvent| {
        let is_enter = event.key() == "Enter" && !event.shift_key();
        // Enter ends a Korean syllable as well. A phone's Enter is a new line.
        if event.is_composing() || !is_enter {
            return;
        }
        let first = offered.with_untracked(|offered| offered.first().cloned());
        if let Some(reply) = first {
            event.prevent_default();
            put(&reply);
        } else if browser::has_keyboard() {
            event.prevent_default();
            say();
        }
    };
    let suggestions = move || {
        let offered = offered.get();
        (!offered.is_empty()).then(|| view! { <Suggestions offered put /> })
    };
    // Only the refusal that a browser without JavaScript is led back with.
    let plain = ServerAction::<Say>::new();
    let hint = move || {
        (!is_mine.get()).then(|| {
            let text = td_string!(locale, counsel.composer.takes);
            view! { <p class="counsel-hint is-small">{text}</p> }
        })
    };
    view! {
        <div class="counsel-composer" class:needs-script=move || !is_mine.get()>
            <FormNotice refusal=refusal_of(plain) />
            {suggestions}
            <form method="post" action=Say::url() on:submit=submit>
                <input type="hidden" name="room_id" value=room.id.0.to_string() />
                <AllCanned canned put />
                <label class="visually-hidden" for=FIELD_ID>
                    {td_string!(locale, counsel.composer.label)}
                </label>
                <textarea
                    id=FIELD_ID
                    name="text"
                    rows="2"
                    maxlength=MESSAGE_CHARS_MAX.to_string()
                    placeholder=td_string!(locale, counsel.composer.placeholder)
                    prop:value=move || text.get()
                    on:input=move |event| {
                        text.set(event_target_value(&event));
                        room.types();
                    }
                    on:keydown=key
                    data-testid="counsel-text"
                ></textarea>
                <button class="button is-hot" type="submit" data-testid="counsel-send">
                    {Icon::Send}
                    <span class="visually-hidden">{td_string!(locale, counsel.composer.send)}</span>
                </button>
            </form>
            {hint}
        </div>
    }
}

/// They come after the page: whoever has not written yet calls none.
fn canned_replies() -> RwSignal<Vec<Canned>> {
    let canned = RwSignal::new(vec![]);
    Effect::new(move |_| {
        spawn_local(async move {
            if let Ok(replies) = api::canned().await {
                canned.try_set(replies);
            }
        });
    });
    canned
}

#[component]
fn Suggestions(
    offered: Vec<Canned>,
    put: impl Fn(&Canned) + Copy + Send + 'static,
) -> impl IntoView {
    let label = td_string!(use_locale(), counsel.composer.canned);
    let offered = offered.into_iter().enumerate().map(move |(at, reply)| {
        let (shortcut, text) = (reply.shortcut.clone(), reply.text.clone());
        let is_first = at == 0;
        view! {
            <li>
                <button
                    type="button"
                    class:is-first=is_first
                    on:click=move |_| put(&reply)
                    data-testid="canned"
                >
                    <kbd>"/" {shortcut}</kbd>
                    <span>{text}</span>
                </button>
            </li>
        }
    });
    view! { <ul class="counsel-suggestions" aria-label=label>{offered.collect_view()}</ul> }
}

/// All of them behind a button, for a thumb.
#[component]
fn AllCanned(
    canned: RwSignal<Vec<Canned>>,
    put: impl Fn(&Canned) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let label = td_string!(use_locale(), counsel.composer.canned);
    let is_open = RwSignal::new(false);
    let choose = move |reply: &Canned| {
        is_open.set(false);
        put(reply);
    };
    let all =
        move || is_open.get().then(|| view! { <Suggestions offered=canned.get() put=choose /> });
    view! {
        <button
            class="counsel-canned-button needs-script"
            type="button"
            title=label
            aria-expanded=move || if is_open.get() { "true" } else { "false" }
            disabled=move || canned.with(Vec::is_empty)
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            <span aria-hidden="true">"/"</span>
            <span class="visually-hidden">{label}</span>
        </button>
        {all}
    }
}
