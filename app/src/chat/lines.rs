//! Everything that was said, and what is still under way.

use super::line_view::LineView;
use super::message_view::Eyes;
use super::talk::{Delivery, Line, Talk, Unshown};
use super::use_talk;
use super::when::time_of_day;
use crate::browser;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::sentences;
use leptos::prelude::*;
use shop::Moment;
use shop::chat::{MessageKey, Side};

/// The lines, the oldest first. Those who hear the page are told what is added.
#[component]
pub fn Lines() -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let lines = talk.tell(Talk::lines);
    let keys = move || lines.with(|lines| lines.iter().map(Line::key).collect::<Vec<_>>());
    let typing = talk.tell(|talk| {
        let name = talk.typing(Moment::from_ms(browser::uptime_ms()))?;
        Some(name.map(str::to_owned))
    });
    view! {
        <Older />
        <div
            role="log"
            aria-live="polite"
            aria-relevant="additions"
            aria-label=td_string!(locale, chat.log)
            data-testid="chat-log"
        >
            <ol class="talk-lines">
                <For
                    each=keys
                    key=|key| *key
                    children=move |key| {
                        let foot = |line| view! { <Foot line /> }.into_any();
                        view! { <LineView key lines eyes=Eyes::Shopper foot /> }
                    }
                />
            </ol>
        </div>
        <p class="talk-typing" role="status">
            {move || typing.get().map(|name| {
                let text = match name {
                    Some(name) => td_string!(locale, chat.typing_named, name = name).to_string(),
                    None => td_string!(locale, chat.typing).to_owned(),
                };
                view! {
                    <span class="loading-dots" aria-hidden="true"><i></i><i></i><i></i></span>
                    <span data-testid="chat-typing">{text}</span>
                }
            })}
        </p>
    }
}

/// The way to what was said earlier.
#[component]
fn Older() -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let has_older = talk.tell(Talk::has_older);
    let is_asking = talk.tell(Talk::is_asking_older);
    let label = move || match is_asking.get() {
        true => td_string!(locale, chat.older_loading),
        false => td_string!(locale, chat.older),
    };
    move || {
        has_older.get().then(|| {
            view! {
                <button
                    class="text-button talk-older needs-script"
                    type="button"
                    on:click=move |_| talk.ask_older()
                    data-testid="chat-older"
                >
                    {label}
                </button>
            }
        })
    }
}

#[component]
fn Foot(line: Line) -> impl IntoView {
    match line {
        Line::Said { message, .. } => {
            view! { <Placed key=message.key side=message.side sent_at=message.sent_at /> }
                .into_any()
        }
        Line::Unshown(unshown) => view! { <OnItsWay unshown /> }.into_any(),
    }
}

#[component]
fn Placed(key: MessageKey, side: Side, sent_at: Moment) -> impl IntoView {
    let locale = use_locale();
    let read =
        use_talk().tell(move |talk| side == Side::Shopper && talk.read_by_shop() == Some(key));
    view! {
        {move || read.get().then(|| {
            let text = td_string!(locale, chat.delivery.read);
            view! { <span class="message-read" data-testid="chat-read">{text}</span> }
        })}
        <span class="message-time">{time_of_day(locale, sent_at)}</span>
    }
}

/// How far a message has come, and what the reader can do about it.
#[component]
fn OnItsWay(unshown: Unshown) -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let Unshown { draft, delivery } = unshown;
    let key = draft.key;
    let text = match &delivery {
        Delivery::Queued => td_string!(locale, chat.delivery.queued).to_owned(),
        Delivery::Sending => td_string!(locale, chat.delivery.sending).to_owned(),
        Delivery::Sent => td_string!(locale, chat.delivery.sent).to_owned(),
        Delivery::Delayed => td_string!(locale, chat.delivery.delayed).to_owned(),
        Delivery::Refused(refusal) => {
            let why = sentences::refusal(locale, refusal);
            format!("{} {why}", td_string!(locale, chat.delivery.refused))
        }
    };
    let is_refused = matches!(delivery, Delivery::Refused(_));
    let may_try = is_refused || delivery == Delivery::Delayed;
    let class = if may_try { "message-way is-stuck" } else { "message-way" };
    view! {
        <span class=class data-testid="chat-delivery">{text}</span>
        {may_try.then(|| view! {
            <button
                class="message-again"
                type="button"
                on:click=move |_| talk.try_again(key)
                data-testid="chat-again"
            >
                {td_string!(locale, chat.delivery.again)}
            </button>
        })}
        {is_refused.then(|| view! {
            <button
                class="message-again"
                type="button"
                on:click=move |_| {
                    talk.rewrite(key);
                    browser::focus("chat-text");
                }
            >
                {td_string!(locale, chat.delivery.rewrite)}
            </button>
        })}
    }
}
