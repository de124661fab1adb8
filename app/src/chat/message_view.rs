//! A message on the screen, for either side. Every kind of message is put into words in
//! [`body_view`].

use super::bot_words::BotMessage;
use super::card_view::CardView;
use super::use_talk;
use super::when::time_of_day;
use crate::i18n::{Locale, td_string};
use crate::language::use_locale;
use crate::ui::{Icon, Mark};
use leptos::prelude::*;
use shop::chat::links::{Piece, pieces};
use shop::chat::{Body, Message, Side};

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eyes {
    /// The member or visitor whose talk it is.
    Shopper,
    /// Whoever works for the shop.
    Shop,
}

impl Eyes {
    /// On which side the reader speaks.
    pub fn side(self) -> Side {
        match self {
            Self::Shopper => Side::Shopper,
            Self::Shop => Side::Counsellor,
        }
    }
}

/// A message that has its place, with the time at its foot.
#[component]
pub fn MessageView(
    /// The message.
    message: Message,
    /// Who reads it.
    eyes: Eyes,
    /// Whether it goes on with what the same one has just said.
    #[prop(optional)]
    follows: bool,
) -> impl IntoView {
    let locale = use_locale();
    let Message { side, name, body, sent_at, .. } = message;
    let time = time_of_day(locale, sent_at);
    view! {
        <Bubble side name eyes follows=Signal::stored(follows) body=Signal::stored(body)>
            <span class="message-time">{time}</span>
        </Bubble>
    }
}

/// A message's frame: whose it is, what it says, and (inside) what stands at its foot. What stands
/// there may change without the words being said again to those who hear the page.
#[component]
pub fn Bubble(
    /// Who speaks.
    side: Side,
    /// The counsellor's name, if one speaks.
    name: Option<String>,
    /// Who reads.
    eyes: Eyes,
    /// Whether it goes on with what the same one has just said.
    follows: Signal<bool>,
    /// What is said.
    body: Signal<Body>,
    /// What stands at its foot.
    children: Children,
) -> impl IntoView {
    let locale = use_locale();
    let body = move || body.with(|body| body_view(body, eyes));
    if side == Side::Shop {
        return view! {
            <div class="message is-event" data-testid="chat-event">
                {body} <div class="message-foot">{children()}</div>
            </div>
        }
        .into_any();
    }
    let is_mine = side == eyes.side();
    let speaker = speaker(locale, side, name.as_deref(), is_mine);
    let face = match side {
        _ if is_mine => None,
        Side::Bot => Some(view! { <Mark /> }.into_any()),
        _ => Some(Icon::Person.into_render()),
    };
    view! {
        <div
            class="message"
            class:is-following=follows
            class:is-mine=is_mine
            data-testid="chat-message"
            data-side=side.as_str()
        >
            {face.map(|face| view! { <span class="message-face">{face}</span> })}
            <p class="message-speaker" class:visually-hidden=is_mine>{speaker}</p>
            <div class="message-body">{body}</div>
            <div class="message-foot">{children()}</div>
        </div>
    }
    .into_any()
}

fn speaker(locale: Locale, side: Side, name: Option<&str>, is_mine: bool) -> String {
    match (side, name) {
        _ if is_mine => td_string!(locale, chat.who.you).to_owned(),
        (Side::Counsellor, Some(name)) => {
            td_string!(locale, chat.who.counsellor_named, name = name).to_string()
        }
        (Side::Counsellor, None) => td_string!(locale, chat.who.counsellor).to_owned(),
        (Side::Shopper, _) => td_string!(locale, chat.who.shopper).to_owned(),
        (Side::Bot | Side::Shop, _) => td_string!(locale, chat.who.bot).to_owned(),
    }
}

/// What a message says, in the reader's language. Every kind of message has its arm here.
pub fn body_view(body: &Body, eyes: Eyes) -> AnyView {
    let locale = use_locale();
    match body {
        Body::Text { text, card } => {
            let card = card.clone().map(|card| view! { <CardView card eyes /> });
            view! { {card} <Words text=text.clone() /> }.into_any()
        }
        Body::Bot { says, choices } => {
            let say = (eyes == Eyes::Shopper).then(|| use_talk().say());
            view! { <BotMessage says=says.clone() choices=choices.clone() say /> }.into_any()
        }
        Body::Taken { counsellor } => {
            event(td_string!(locale, chat.event.taken, name = counsellor).to_string())
        }
        Body::Waiting if eyes == Eyes::Shop => event(td_string!(locale, chat.event.waiting_shop)),
        Body::Waiting => event(td_string!(locale, chat.event.waiting)),
        Body::Closed => event(td_string!(locale, chat.event.closed)),
        Body::Reopened => event(td_string!(locale, chat.event.reopened)),
        Body::Unknown => event(td_string!(locale, chat.unknown)),
    }
}

fn event(text: impl Into<String>) -> AnyView {
    view! { <p class="message-event">{text.into()}</p> }.into_any()
}

/// What somebody wrote: text, and nothing but the web's addresses become links.
#[component]
fn Words(text: String) -> impl IntoView {
    let pieces = pieces(&text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned().into_any(),
        Piece::Link(link) => view! {
            <a href=link.to_owned() target="_blank" rel="noopener noreferrer nofollow">
                {link.to_owned()}
            </a>
        }
        .into_any(),
    });
    view! { <p class="message-words">{pieces.collect_view()}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        let body = Body::Text { text: text.to_owned(), card: None };
        Owner::new().with(|| body_view(&body, Eyes::Shopper).to_html())
    }

    #[test]
    fn html_is_text() {
        let html = html("<img src=x onerror=alert(1)>");
        assert!(html.contains("&lt;img"), "{html}");
        assert!(!html.contains("<img"), "{html}");
    }

    #[test]
    fn a_link_opens_elsewhere_and_tells_nobody_whence() {
        let html = html("https://seonchak.kr/?a=\"onclick=\"x");
        assert!(html.contains("href=\"https://seonchak.kr/?a=\""), "{html}");
        assert!(html.contains("rel=\"noopener noreferrer nofollow\""), "{html}");
        assert!(html.contains("target=\"_blank\""), "{html}");
        let script = self::html("javascript:alert(1)");
        assert!(!script.contains("<a"), "{script}");
    }
}
