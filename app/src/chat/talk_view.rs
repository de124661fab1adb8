//! The talk itself, in the panel and on its page.

use super::composer::Composer;
use super::greeting::Greeting;
use super::lines::Lines;
use super::over::Over;
use super::room_tools::{RoomTools, use_room_actions};
use super::talk::{Stage, Talk};
use super::use_talk;
use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use crate::live::{Connection, use_live};
use crate::ui::{Loading, Mark, Notice};
use leptos::prelude::*;
use shop::chat::{Room, RoomState};

/// Head, lines and what the reader can do. Inside stand tools for the head.
#[component]
pub fn TalkView(
    /// Whether it is a page of its own.
    #[prop(optional)]
    is_page: bool,
    /// More tools.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    talk.show_here();
    let actions = use_room_actions();
    let is_closed = talk.tell(Talk::is_closed);
    let stage = talk.tell(Talk::stage);
    let title = td_string!(locale, chat.title);
    let title = if is_page {
        view! { <h1 id="talk-title">{title}</h1> }.into_any()
    } else {
        view! { <h2 id="talk-title">{title}</h2> }.into_any()
    };
    view! {
        <section class="talk" class:is-page=is_page aria-labelledby="talk-title">
            <header class="talk-head">
                <span class="talk-face"><Mark /></span>
                <div class="talk-names">{title} <Standing /></div>
                <RoomTools actions />
                {children.map(|children| children())}
            </header>
            // With the keyboard as well one can read back.
            <div
                id="talk-scroll"
                class="talk-scroll"
                role="group"
                aria-labelledby="talk-title"
                tabindex="0"
            >
                // One child in a box that fills from its end: what is read stays where it is.
                <div class="talk-said">
                    {move || match stage.get() {
                        Stage::Loading => view! { <Loading /> }.into_any(),
                        Stage::Trouble(_) => {
                            let text = td_string!(locale, chat.trouble);
                            view! { <Notice text quiet=true /> }.into_any()
                        }
                        Stage::Empty => view! { <Greeting /> }.into_any(),
                        Stage::Lines => ().into_any(),
                    }}
                    <Lines />
                </div>
            </div>
            {move || {
                if is_closed.get() {
                    view! { <Over actions /> }.into_any()
                } else {
                    view! { <Composer /> }.into_any()
                }
            }}
        </section>
    }
}

/// Who looks after the talk just now.
#[component]
fn Standing() -> impl IntoView {
    let locale = use_locale();
    let live = use_live();
    let room = use_talk().tell(|talk| talk.room().cloned());
    let state = move || room.with(|room| room.as_ref().map_or("none", |room| room.state.as_str()));
    let text = move || {
        if live.connection() == Connection::Lost {
            return td_string!(locale, chat.state.lost).to_owned();
        }
        room.with(|room| sentence(locale, room.as_ref()))
    };
    view! {
        <p class="talk-state" role="status" data-testid="chat-state" data-state=state>{text}</p>
    }
}

fn sentence(locale: Locale, room: Option<&Room>) -> String {
    let Some(room) = room else {
        return td_string!(locale, chat.state.none).to_owned();
    };
    match (room.state, &room.counsellor) {
        (RoomState::Bot, _) => td_string!(locale, chat.state.bot).to_owned(),
        (RoomState::Waiting, _) => td_string!(locale, chat.state.waiting).to_owned(),
        (RoomState::Taken, Some(name)) => {
            td_string!(locale, chat.state.taken, name = name).to_string()
        }
        (RoomState::Taken, None) => td_string!(locale, chat.state.taken_unnamed).to_owned(),
        (RoomState::Closed, _) => td_string!(locale, chat.state.closed).to_owned(),
    }
}
