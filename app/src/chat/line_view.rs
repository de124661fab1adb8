//! One line of a talk, for either side.

use super::message_view::{Bubble, Eyes};
use super::talk::{Line, Unshown};
use crate::language::{date, use_locale};
use leptos::prelude::*;
use shop::chat::{Body, MessageKey};

/// A message, an event, or what is still on its way: it keeps its place in the page on its way from
/// its writer's hand into the room, and only its foot becomes another.
#[component]
pub fn LineView<F>(
    /// By what it is known.
    key: MessageKey,
    /// All lines of the talk.
    lines: Memo<Vec<Line>>,
    /// Who reads; what is still on its way is theirs.
    eyes: Eyes,
    /// What stands at its foot.
    foot: F,
) -> impl IntoView
where
    F: Fn(Line) -> AnyView + Send + Sync + 'static,
{
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
        _ => (eyes.side(), None),
    });
    let body = Memo::new(move |_| line.with(|line| line.as_ref().map(body_of)));
    let body = Signal::derive(move || body.get().unwrap_or(Body::Closed));
    let foot = move || line.get().map(&foot);
    view! {
        <li>
            {move || day.get().map(|day| view! { <p class="talk-day">{day}</p> })}
            <Bubble side name eyes follows=follows.into() body>
                {foot}
            </Bubble>
        </li>
    }
}

fn body_of(line: &Line) -> Body {
    match line {
        Line::Said { message, .. } => message.body.clone(),
        Line::Unshown(Unshown { draft, .. }) => Body::Text {
            text: draft.text.clone(),
            card: draft.about.as_ref().and_then(|about| about.card.clone()),
        },
    }
}
