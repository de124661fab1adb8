//! An open room: who it is, what was said, and the place to write.

use super::actions::Actions;
use super::address::list_address;
use super::composer::Composer;
use super::line::Foot;
use super::open_room::OpenRoom;
use super::row::Waits;
use super::words::{shopper_name, state_text};
use crate::chat::talk::Line;
use crate::chat::{Eyes, LineView};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::prelude::*;
use shop::chat::RoomState;

/// The box that scrolls.
pub const SCROLL_ID: &str = "counsel-scroll";

/// The talk of a room.
#[component]
pub fn RoomView(
    /// The room.
    room: OpenRoom,
) -> impl IntoView {
    view! {
        <section class="counsel-room" data-testid="counsel-room">
            <Head room />
            <Said room />
            <Composer room />
        </section>
    }
}

#[component]
fn Head(room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    let name = room.shopper.with_value(|shopper| shopper_name(locale, shopper, room.id));
    let state = room.state();
    let since = room.tell(|talk| talk.room().map(|room| room.state_at));
    let counsellor = room.tell(|talk| talk.room().and_then(|room| room.counsellor.clone()));
    let is_mine = room.is_mine();
    let waits = move || {
        let since = since.get().filter(|_| state.get() == RoomState::Waiting)?;
        Some(view! { <Waits since clock=room.clock /> })
    };
    let by = move || {
        let name = counsellor.get().filter(|_| !is_mine.get())?;
        let text = td_string!(locale, counsel.list.by, name = name).to_string();
        Some(view! { <span class="counsel-row-by">{text}</span> })
    };
    let back = move || {
        let (tab, page) = room.office.asked.get();
        list_address(tab, page)
    };
    view! {
        <header class="counsel-room-head">
            <a class="counsel-back" href=back aria-label=td_string!(locale, counsel.room.back)>
                {Icon::Back}
            </a>
            <div class="counsel-room-who">
                <h2>{name}</h2>
                <p class="counsel-room-state" aria-live="polite">
                    <span class=move || format!("counsel-state is-{}", state.get().as_str())>
                        {move || state_text(locale, state.get())}
                    </span>
                    {by}
                    {waits}
                </p>
            </div>
            <a class="text-button counsel-to-beside" href="#beside" rel="external">
                {Icon::Person} <span>{td_string!(locale, counsel.room.beside)}</span>
            </a>
            <Actions room />
        </header>
    }
}

/// What was said. The list is filled from its end, where it begins to be read.
#[component]
fn Said(room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    let lines = room.tell(|talk| talk.lines());
    let keys = move || lines.with(|lines| lines.iter().map(Line::key).collect::<Vec<_>>());
    view! {
        <div class="talk-scroll" id=SCROLL_ID>
            <div class="talk-said">
                <Older room />
                <ol
                    class="talk-lines"
                    role="log"
                    aria-live="polite"
                    aria-relevant="additions"
                    aria-label=td_string!(locale, chat.log)
                >
                    <For
                        each=keys
                        key=|key| *key
                        children=move |key| {
                            let foot = move |line| view! { <Foot line room /> }.into_any();
                            view! { <LineView key lines eyes=Eyes::Shop foot /> }
                        }
                    />
                </ol>
                <Typing room />
            </div>
        </div>
    }
}

/// The way to what was said earlier.
#[component]
fn Older(room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    let has_older = room.tell(|talk| talk.has_older());
    let is_asking = room.tell(|talk| talk.is_asking_older());
    move || {
        has_older.get().then(|| {
            view! {
                <button
                    class="text-button talk-older needs-script"
                    type="button"
                    disabled=is_asking
                    on:click=move |_| room.ask_older()
                >
                    {td_string!(locale, chat.older)}
                </button>
            }
        })
    }
}

/// That the shopper is writing.
#[component]
fn Typing(room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    let is_typing = room.is_typing();
    view! {
        <p class="talk-typing" role="status">
            {move || is_typing.get().then(|| view! {
                <span class="loading-dots" aria-hidden="true"><i></i><i></i><i></i></span>
                <span data-testid="counsel-typing">{td_string!(locale, chat.typing)}</span>
            })}
        </p>
    }
}
