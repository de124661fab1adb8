//! The way to the talk, in the corner of every page of the shop.

use super::panel::Panel;
use super::{talk_address, use_talk};
use crate::browser;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Icon;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// More than this is "many".
const SHOWN_MAX: usize = 9;
/// Where the shop's people work, and where the talk is the page.
const WITHOUT: [&str; 3] = ["/admin", "/counsel", "/chat"];

/// A link to the talk, the same for all; with JavaScript it opens a panel over the page.
#[component]
pub fn ChatCorner() -> impl IntoView {
    let talk = use_talk();
    let pathname = use_location().pathname;
    let is_here = Memo::new(move |_| pathname.with(|pathname| has_corner(pathname)));
    Effect::new(move |before: Option<String>| {
        let pathname = pathname.get();
        let has_moved = before.is_some_and(|before| before != pathname);
        // On a phone the panel covers the page that the reader has just gone to.
        if has_moved && (!browser::is_wide() || !has_corner(&pathname)) {
            talk.is_open.set(false);
        }
        pathname
    });
    let address = Signal::derive(move || pathname.with(|pathname| talk_address(pathname)));
    move || {
        is_here.get().then(|| {
            view! {
                <div class="chat-corner">
                    <ChatButton address />
                    {move || talk.is_open.get().then(|| view! { <Panel address /> })}
                </div>
            }
        })
    }
}

#[component]
fn ChatButton(address: Signal<String>) -> impl IntoView {
    let locale = use_locale();
    let talk = use_talk();
    let unread = talk.tell(super::talk::Talk::unread);
    let label = move || match unread.get() {
        0 => td_string!(locale, chat.open).to_owned(),
        count => td_string!(locale, chat.open_unread, count = count).to_string(),
    };
    let badge = move || match unread.get() {
        count if count > SHOWN_MAX => format!("{SHOWN_MAX}+"),
        count => count.to_string(),
    };
    let open = move |event: MouseEvent| {
        // Somebody who wants it in a tab of its own gets one.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            talk.is_open.update(|is_open| *is_open = !*is_open);
        }
    };
    view! {
        <a
            id="chat-button"
            class="chat-button"
            href=address
            aria-label=label
            aria-haspopup="dialog"
            aria-expanded=move || talk.is_open.get().to_string()
            on:click=open
            data-testid="chat-button"
        >
            {Icon::Chat} <span aria-hidden="true">{td_string!(locale, chat.button)}</span>
            <span
                class="chat-badge"
                class:is-none=move || unread.get() == 0
                aria-hidden="true"
                data-testid="chat-unread"
            >
                {badge}
            </span>
        </a>
    }
}

fn has_corner(pathname: &str) -> bool {
    !WITHOUT.iter().any(|place| {
        pathname.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_button_is_where_shoppers_are() {
        for pathname in ["/", "/products/1", "/checkout", "/counselling", "/adminton"] {
            assert!(has_corner(pathname), "{pathname}");
        }
        for pathname in ["/admin", "/admin/orders/1", "/counsel", "/counsel/3", "/chat"] {
            assert!(!has_corner(pathname), "{pathname}");
        }
    }
}
