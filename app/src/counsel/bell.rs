//! What a counsellor hears and sees of news while they look elsewhere: a short sound, and a number
//! in the title.

use crate::browser::{self, Shelf};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::ev;
use leptos::prelude::*;
use leptos_meta::Title;
use shop::chat::RoomId;

const SOUND_ID: &str = "counsel-bell";
/// Where the browser keeps that it shall be still.
const KEPT_AS: &str = "counsel.bell";
const STILL: &str = "still";

/// The bell of the page.
#[derive(Clone, Copy)]
pub struct Bell {
    /// The rooms that called while nobody looked.
    calls: RwSignal<Vec<RoomId>>,
    is_still: RwSignal<bool>,
    /// Browsers play nothing on a page that was never clicked, and complain about the try.
    was_clicked: StoredValue<bool>,
}

impl Bell {
    /// A bell that hangs as long as its page.
    pub fn hang() -> Self {
        let bell = Self {
            calls: RwSignal::new(vec![]),
            is_still: RwSignal::new(false),
            was_clicked: StoredValue::new(false),
        };
        Effect::new(move |_| {
            bell.is_still.set(Shelf::Browser.get(KEPT_AS).as_deref() == Some(STILL));
            let clicked = window_event_listener(ev::pointerdown, move |_| {
                bell.was_clicked.set_value(true);
            });
            let shown = window_event_listener(ev::visibilitychange, move |_| {
                if browser::is_visible() {
                    bell.calls.set(vec![]);
                }
            });
            on_cleanup(move || {
                clicked.remove();
                shown.remove();
            });
        });
        bell
    }

    /// A room calls. Whoever looks at it hears nothing.
    pub fn ring(self, room: RoomId, looked_at: Option<RoomId>) {
        let is_visible = browser::is_visible();
        if is_visible && looked_at == Some(room) {
            return;
        }
        if !is_visible {
            self.calls.update(|calls| {
                if !calls.contains(&room) {
                    calls.push(room);
                }
            });
        }
        if self.was_clicked.get_value() && !self.is_still.get_untracked() {
            browser::play(SOUND_ID);
        }
    }

    fn turn(self) {
        let is_still = !self.is_still.get_untracked();
        self.is_still.set(is_still);
        Shelf::Browser.put(KEPT_AS, if is_still { STILL } else { "" });
        if !is_still {
            browser::play(SOUND_ID);
        }
    }
}

/// The page's title: how many rooms have called stands before it.
#[component]
pub fn BellTitle(
    /// The bell.
    bell: Bell,
) -> impl IntoView {
    let locale = use_locale();
    let page = td_string!(locale, counsel.title);
    let text = move || {
        let title = td_string!(locale, common.title, page = page).to_string();
        match bell.calls.with(Vec::len) {
            0 => title,
            count => {
                td_string!(locale, counsel.title_calls, count = count, title = title).to_string()
            }
        }
    };
    view! { <Title text /> }
}

/// The sound, and the switch that stills it.
#[component]
pub fn BellSwitch(
    /// The bell.
    bell: Bell,
) -> impl IntoView {
    let locale = use_locale();
    let text = move || match bell.is_still.get() {
        true => td_string!(locale, counsel.sound.off),
        false => td_string!(locale, counsel.sound.on),
    };
    let icon = move || if bell.is_still.get() { Icon::Still } else { Icon::Bell }.into_render();
    view! {
        <audio id=SOUND_ID src="/bell.wav" preload="none"></audio>
        <button
            class="text-button counsel-bell needs-script"
            type="button"
            aria-pressed=move || if bell.is_still.get() { "false" } else { "true" }
            title=text
            on:click=move |_| bell.turn()
            data-testid="bell"
        >
            {icon}
            <span class="visually-hidden">{text}</span>
        </button>
    }
}
