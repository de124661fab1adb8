//! What the reader can do with the talk as a whole.

use super::api::{AskCounsellor, Close, Delete, Rate, Reopen};
use super::talk::Talk;
use super::use_talk;
use crate::api_error::ApiError;
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use server_fn::ServerFn;
use shop::chat::{RoomId, RoomState};

/// What the reader asks of the room. After each the room is read anew.
#[derive(Clone, Copy)]
pub struct RoomActions {
    /// Asks for a person.
    pub ask: ServerAction<AskCounsellor>,
    /// Ends the talk.
    pub close: ServerAction<Close>,
    /// Goes on with it.
    pub reopen: ServerAction<Reopen>,
    /// Says how it was.
    pub rate: ServerAction<Rate>,
    /// Deletes it.
    pub delete: ServerAction<Delete>,
}

/// The actions of one view of the talk.
pub fn use_room_actions() -> RoomActions {
    let actions = RoomActions {
        ask: ServerAction::new(),
        close: ServerAction::new(),
        reopen: ServerAction::new(),
        rate: ServerAction::new(),
        delete: ServerAction::new(),
    };
    hear_of(actions.ask);
    hear_of(actions.close);
    hear_of(actions.reopen);
    hear_of(actions.delete);
    actions
}

/// Whatever the answer is: a refusal says that the room is not what the page shows.
fn hear_of<S>(action: ServerAction<S>)
where
    S: ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    let (talk, answers) = (use_talk(), action.version());
    Effect::new(move |_| {
        if answers.get() > 0 {
            talk.hear_change();
        }
    });
}

/// The room's number, for a form. The page's own room, so that a form cannot mean another.
#[component]
pub fn RoomField() -> impl IntoView {
    let room_id = use_talk().tell(Talk::room_id);
    let value = move || room_id.get().map(|RoomId(id)| id.to_string()).unwrap_or_default();
    view! { <input type="hidden" name="room_id" value=value /> }
}

/// Asks for a person while the bot answers; ends a talk that people have.
#[component]
pub fn RoomTools(
    /// The view's actions.
    actions: RoomActions,
) -> impl IntoView {
    let locale = use_locale();
    let state = use_talk().tell(|talk| talk.room().map(|room| room.state));
    let RoomActions { ask, close, .. } = actions;
    let ask_label = move || match ask.pending().get() {
        true => td_string!(locale, chat.person.asking),
        false => td_string!(locale, chat.person.ask),
    };
    let end_label = move || match close.pending().get() {
        true => td_string!(locale, chat.end.sending),
        false => td_string!(locale, chat.end.button),
    };
    move || match state.get() {
        Some(RoomState::Bot) => view! {
            <ActionForm action=ask attr:class="talk-tool">
                <RoomField />
                <button class="talk-ask" type="submit" data-testid="chat-ask">{ask_label}</button>
            </ActionForm>
        }
        .into_any(),
        Some(RoomState::Waiting | RoomState::Taken) => view! {
            <ActionForm action=close attr:class="talk-tool">
                <RoomField />
                <button class="text-button" type="submit" data-testid="chat-end">
                    {end_label}
                </button>
            </ActionForm>
        }
        .into_any(),
        Some(RoomState::Closed) | None => ().into_any(),
    }
}
