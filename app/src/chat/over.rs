//! After a talk is over: how it was, and how to go on.

use super::room_tools::{RoomActions, RoomField};
use super::talk::Talk;
use super::use_talk;
use crate::browser;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, Icon, refusal_of};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::chat::RoomId;

/// Thumbs and a word, "reopen" and "a new talk".
#[component]
pub fn Over(
    /// The view's actions.
    actions: RoomActions,
) -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let reopen = actions.reopen;
    let anew = move |event: MouseEvent| {
        event.prevent_default();
        talk.begin_anew();
        request_animation_frame(|| browser::focus("chat-text"));
    };
    view! {
        <div class="talk-over" data-testid="chat-over">
            <Rating actions />
            <div class="talk-over-ways">
                <ActionForm action=reopen>
                    <RoomField />
                    <button class="button is-quiet" type="submit" data-testid="chat-reopen">
                        {td_string!(locale, chat.over.reopen)}
                    </button>
                </ActionForm>
                <a
                    class="button"
                    href="/chat?new=1"
                    on:click=anew
                    data-testid="chat-anew"
                >
                    {td_string!(locale, chat.over.anew)}
                </a>
            </div>
            <Keeping actions />
        </div>
    }
}

/// The talk as a file, and its end for good.
#[component]
fn Keeping(actions: RoomActions) -> impl IntoView {
    let locale = use_locale();
    let delete = actions.delete;
    let room_id = use_talk().tell(Talk::room_id);
    let file = move || room_id.get().map(|RoomId(id)| format!("/chat/{id}/export"));
    let sure = move || match delete.pending().get() {
        true => td_string!(locale, chat.keep.deleting),
        false => td_string!(locale, chat.keep.delete_sure),
    };
    view! {
        <div class="talk-keeping">
            <a href=file rel="external" download="" data-testid="chat-file">
                {td_string!(locale, chat.keep.download)}
            </a>
            <details>
                <summary data-testid="chat-delete">{td_string!(locale, chat.keep.delete)}</summary>
                <p>{td_string!(locale, chat.keep.delete_warning)}</p>
                <ActionForm action=delete>
                    <RoomField />
                    <FormNotice refusal=refusal_of(delete) />
                    <button class="button is-quiet" type="submit" data-testid="chat-delete-sure">
                        {sure}
                    </button>
                </ActionForm>
            </details>
        </div>
    }
}

#[component]
fn Rating(actions: RoomActions) -> impl IntoView {
    let locale = use_locale();
    let rate = actions.rate;
    let refusal = refusal_of(rate);
    let query = use_query_map();
    // Without JavaScript the address says so.
    let was_rated = query.with_untracked(|query| query.get("rated").is_some());
    let is_rated =
        Memo::new(move |_| was_rated || rate.value().with(|answer| matches!(answer, Some(Ok(())))));
    let thanks = move || {
        let text = td_string!(locale, chat.rate.thanks);
        view! { <p class="talk-thanks" data-testid="chat-thanks">{text}</p> }
    };
    let form = move || {
        view! {
            <ActionForm action=rate attr:class="talk-rating">
                <RoomField />
                <p id="rate-title">{td_string!(locale, chat.rate.title)}</p>
                <FormNotice refusal />
                <input
                    name="word"
                    autocomplete="off"
                    aria-label=td_string!(locale, chat.rate.word)
                    placeholder=td_string!(locale, chat.rate.word)
                />
                <div class="talk-thumbs" role="group" aria-labelledby="rate-title">
                    <button type="submit" name="is_good" value="true" data-testid="chat-good">
                        {Icon::ThumbUp} {td_string!(locale, chat.rate.good)}
                    </button>
                    <button type="submit" name="is_good" value="false" data-testid="chat-bad">
                        {Icon::ThumbDown} {td_string!(locale, chat.rate.bad)}
                    </button>
                </div>
            </ActionForm>
        }
    };
    view! {
        <div role="status">
            {move || if is_rated.get() { thanks().into_any() } else { form().into_any() }}
        </div>
    }
}
