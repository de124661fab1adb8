//! Where the reader writes.

use super::about::{AboutTools, AlongField};
use super::api::SendMessage;
use super::room_tools::RoomField;
use super::talk::Talk;
use super::use_talk;
use crate::browser;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::sentences;
use crate::ui::{Icon, Notice};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use server_fn::ServerFn;
use shop::chat::{MESSAGE_CHARS_MAX, MessageText};
use shop::{Field, Refusal};

/// So many characters before the end it is said how many are left.
const LEFT_SHOWN: usize = 100;

/// The field and its button. Enter sends where there is a keyboard; a form without JavaScript.
#[component]
pub fn Composer() -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let refused = refused_without_script();
    let problem = refused.as_ref().and_then(|refusal| refusal.problem(Field::Message));
    let refused = refused.filter(|_| problem.is_none());
    let (text, problem) = (talk.text, RwSignal::new(problem));
    let is_held_back = talk.tell(Talk::is_held_back);
    let send = move || {
        let written = text.get_untracked();
        problem.set(MessageText::parse(&written).err());
        if talk.write(&written) {
            text.set(String::new());
            browser::scroll_to_origin("talk-scroll");
        }
        browser::focus("chat-text");
    };
    let press = move |event: KeyboardEvent| {
        // Enter may only finish a syllable; a phone's Enter begins a line.
        let is_enter = event.key() == "Enter" && !event.shift_key() && !event.is_composing();
        if is_enter && browser::has_keyboard() {
            event.prevent_default();
            send();
        }
    };
    view! {
        <div class="talk-foot">
            <div aria-live="polite">
                {move || is_held_back.get().then(|| {
                    let text = td_string!(locale, chat.delivery.held_back);
                    view! { <Notice text quiet=true /> }
                })}
                {refused.map(|refusal| view! {
                    <Notice text=sentences::refusal(locale, &refusal) />
                })}
                {move || problem.get().map(|problem| view! {
                    <p class="field-problem" id="chat-problem" data-testid="chat-problem">
                        {sentences::problem(locale, problem)}
                    </p>
                })}
            </div>
            <AboutTools />
            <form
                class="composer"
                method="post"
                action=SendMessage::url()
                on:submit=move |event: SubmitEvent| {
                    event.prevent_default();
                    send();
                }
            >
                <RoomField />
                <AlongField />
                <label class="visually-hidden" for="chat-text">
                    {td_string!(locale, chat.write.label)}
                </label>
                <textarea
                    id="chat-text"
                    name="text"
                    rows="1"
                    placeholder=td_string!(locale, chat.write.placeholder)
                    prop:value=text
                    aria-invalid=move || problem.get().map(|_| "true")
                    aria-describedby=move || problem.get().map(|_| "chat-problem")
                    on:input:target=move |event| {
                        text.set(event.target().value());
                        problem.set(None);
                        talk.tell_typing();
                    }
                    on:keydown=press
                    data-testid="chat-text"
                ></textarea>
                <button
                    class="composer-send"
                    type="submit"
                    aria-label=td_string!(locale, chat.write.send)
                    data-testid="chat-send"
                >
                    {Icon::Send}
                </button>
            </form>
            <Left />
        </div>
    }
}

/// How much may still be written, near the end.
#[component]
fn Left() -> impl IntoView {
    let locale = use_locale();
    let text = use_talk().text;
    let most = usize::try_from(MESSAGE_CHARS_MAX).unwrap_or(usize::MAX);
    let left = Memo::new(move |_| {
        let written = text.with(|text| text.trim().chars().count());
        if written > most {
            Some(td_string!(locale, chat.write.over, count = written - most).to_string())
        } else {
            let left = most - written;
            let is_near = left <= LEFT_SHOWN;
            is_near.then(|| td_string!(locale, chat.write.left, count = left).to_string())
        }
    });
    move || left.get().map(|left| view! { <p class="composer-left" role="status">{left}</p> })
}

/// Why a message that was sent without JavaScript was refused: it stands in the address.
fn refused_without_script() -> Option<Refusal> {
    let action = ServerAction::<SendMessage>::new();
    action.value().with_untracked(|answer| match answer {
        Some(Err(error)) => Some(error.refusal.clone()),
        _ => None,
    })
}
