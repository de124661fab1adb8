//! The talk over a page: a sheet on a phone, a card in the corner on a desk.

use super::talk_view::TalkView;
use super::use_talk;
use crate::browser;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

/// The panel. Escape and its button close it; the keyboard goes in with it, and back.
#[component]
pub fn Panel(
    /// The talk as a page of its own.
    address: Signal<String>,
) -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let close = move || {
        talk.is_open.set(false);
        browser::focus("chat-button");
    };
    Effect::new(move |_| {
        // A phone's keyboard would hide what there is to read.
        let first = if browser::has_keyboard() { "chat-text" } else { "chat-panel" };
        request_animation_frame(move || {
            browser::focus("chat-panel");
            browser::focus(first);
        });
        let pressed = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
            // Escape may only undo a syllable.
            if event.key() == "Escape" && !event.is_composing() && !event.default_prevented() {
                close();
            }
        });
        on_cleanup(move || pressed.remove());
    });
    view! {
        <div class="chat-veil" on:click=move |_| close()></div>
        <div
            id="chat-panel"
            class="chat-panel"
            role="dialog"
            aria-labelledby="talk-title"
            tabindex="-1"
            data-testid="chat-panel"
        >
            <TalkView>
                <a
                    class="chat-tool"
                    href=address
                    aria-label=td_string!(locale, chat.whole_page)
                    title=td_string!(locale, chat.whole_page)
                >
                    {Icon::Enlarge}
                </a>
                <button
                    class="chat-tool"
                    type="button"
                    aria-label=td_string!(locale, chat.close_panel)
                    on:click=move |_| close()
                    data-testid="chat-close-panel"
                >
                    {Icon::Close}
                </button>
            </TalkView>
        </div>
    }
}
