//! Before anything was said.

use super::say_button::SayButton;
use super::use_talk;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::Mark;
use leptos::prelude::*;

/// Says hello, and offers what is often asked. Each button says its own words.
#[component]
pub fn Greeting() -> impl IntoView {
    let locale = use_locale();
    let say = use_talk().say();
    let asked = [
        td_string!(locale, chat.quick.order),
        td_string!(locale, chat.quick.coupons),
        td_string!(locale, chat.quick.drops),
        td_string!(locale, chat.quick.delivery),
        td_string!(locale, chat.quick.person),
    ];
    view! {
        <div class="chat-greeting" data-testid="chat-greeting">
            <span class="chat-greeting-mark"><Mark /></span>
            <p class="chat-greeting-title">{td_string!(locale, chat.greeting.title)}</p>
            <p>{td_string!(locale, chat.greeting.body)}</p>
            <ul class="chat-quick" aria-label=td_string!(locale, chat.quick.label)>
                {asked.map(|words| view! { <li><SayButton words say testid="chat-quick" /></li> })
                    .into_iter()
                    .collect_view()}
            </ul>
        </div>
    }
}
