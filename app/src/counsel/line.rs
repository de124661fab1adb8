//! What stands at the foot of a line, for a counsellor.

use super::open_room::OpenRoom;
use crate::chat::talk::{Delivery, Line, Unshown};
use crate::chat::time_of_day;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::sentences;
use leptos::prelude::*;
use shop::Moment;
use shop::chat::MessageKey;

/// How far it has come, and when.
#[component]
pub fn Foot(
    /// The line.
    line: Line,
    /// The room.
    room: OpenRoom,
) -> impl IntoView {
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
