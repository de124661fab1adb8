//! One line of a room.

use super::open_room::OpenRoom;
use crate::chat::talk::{Delivery, Line, Unshown};
use crate::chat::{Bubble, Eyes, time_of_day};
use crate::i18n::td_string;
use crate::language::{date, use_locale};
use crate::sentences;
use leptos::prelude::*;
use shop::Moment;
use shop::chat::{Body, MessageKey, Side};

/// A message, an event, or what is still on its way: it keeps its place in the page while that
/// changes, and only its foot becomes another.
#[component]
pub fn LineView(
    /// By what it is known.
    key: MessageKey,
    /// All lines of the room.
    lines: Memo<Vec<Line>>,
    /// The room.
    room: OpenRoom,
) -> impl IntoView {
    let locale = use_locale();
    let line = Memo::new(move |before: Option<&Option<Line>>| {
        let now = lines.with(|lines| lines.iter().rev().find(|line| line.key() == key).cloned());
        // On its way out it stays what it was.
        now.or_else(|| before.cloned().flatten())
    });
    let day = Memo::new(move |_| {
        line.with(|line| match line {
            Some(Line::Said { message, opens_day: true, .. }) => {
                Some(date(locale, message.sent_at))
            }
            _ => None,
        })
    });
    let follows = Memo::new(move |_| {
        line.with(|line| matches!(line, Some(Line::Said { follows: true, .. })))
    });
    let (side, name) = line.with_untracked(|line| match line {
        Some(Line::Said { message, .. }) => (message.side, message.name.clone()),
        _ => (Side::Counsellor, None),
    });
    let body = Memo::new(move |_| line.with(|line| line.as_ref().map(body_of)));
    let body = Signal::derive(move || body.get().unwrap_or(Body::Closed));
    let foot = move || line.with(|line| line.clone().map(|line| view! { <Foot line room /> }));
    view! {
        <li>
            {move || day.get().map(|day| view! { <p class="talk-day">{day}</p> })}
            <Bubble side name eyes=Eyes::Shop follows=follows.into() body>
                {foot}
            </Bubble>
        </li>
    }
}

fn body_of(line: &Line) -> Body {
    match line {
        Line::Said { message, .. } => message.body.clone(),
        Line::Unshown(Unshown { draft, .. }) => Body::Text { text: draft.text.clone(), card: None },
    }
}

#[component]
fn Foot(line: Line, room: OpenRoom) -> impl IntoView {
    match line {
        Line::Said { message, .. } => {
            view! { <Placed key=message.key sent_at=message.sent_at room /> }.into_any()
        }
        Line::Unshown(unshown) => view! { <OnItsWay unshown room /> }.into_any(),
    }
}

#[component]
fn Placed(key: MessageKey, sent_at: Moment, room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    let is_read = room.tell(move |talk| talk.read_by_shopper() == Some(key));
    view! {
        {move || is_read.get().then(|| {
            let text = td_string!(locale, chat.delivery.read);
            view! { <span class="message-read" data-testid="counsel-read">{text}</span> }
        })}
        <span class="message-time">{time_of_day(locale, sent_at)}</span>
    }
}

/// How far a message has come, and another try.
#[component]
fn OnItsWay(unshown: Unshown, room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    let key = unshown.draft.key;
    let may_try = matches!(unshown.delivery, Delivery::Delayed | Delivery::Refused(_));
    let text = match unshown.delivery {
        Delivery::Queued => td_string!(locale, chat.delivery.queued).to_owned(),
        Delivery::Sending => td_string!(locale, chat.delivery.sending).to_owned(),
        Delivery::Sent => td_string!(locale, chat.delivery.sent).to_owned(),
        Delivery::Delayed => td_string!(locale, chat.delivery.delayed).to_owned(),
        Delivery::Refused(refusal) => sentences::refusal(locale, &refusal),
    };
    let class = if may_try { "message-way is-stuck" } else { "message-way" };
    view! {
        <span class=class data-testid="counsel-delivery">{text}</span>
        {may_try.then(|| view! {
            <button class="message-again" type="button" on:click=move |_| room.try_again(key)>
                {td_string!(locale, chat.delivery.again)}
            </button>
        })}
    }
}
