//! `/chat`.

use super::api;
use super::talk::Talk;
use super::talk_view::TalkView;
use super::use_talk;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::ui::{Loading, Notice, PageTitle, answer_with};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shop::chat::MessageKey;

/// The reader's talk as a page of its own. It works without JavaScript.
#[component]
pub fn ChatPage() -> impl IntoView {
    let (me, talk) = (use_me(), use_talk());
    let query = use_query_map();
    let shown = Resource::new(move || me.version.get(), |_| api::show());
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                let answer = shown.await;
                if let Err(error) = &answer {
                    answer_with(error.refusal.status());
                }
                talk.begin_with(answer);
                if query.with_untracked(|query| query.get("new").is_some()) {
                    talk.begin_anew();
                }
                view! { <Shown /> }
            })}
        </Transition>
    }
}

#[component]
fn Shown() -> impl IntoView {
    let locale = use_locale();
    let title = td_string!(locale, chat.title);
    view! {
        <PageTitle text=title description=td_string!(locale, chat.description) />
        <div class="chat-page">
            <SentWithoutScript />
            <TalkView is_page=true>
                // What arrives does not show by itself without JavaScript.
                <a class="text-button only-plain" href="/chat" rel="external">
                    {td_string!(locale, chat.write.reload)}
                </a>
            </TalkView>
        </div>
    }
}

/// Without JavaScript a page may be loaded before the message has its place.
#[component]
fn SentWithoutScript() -> impl IntoView {
    let locale = use_locale();
    let query = use_query_map();
    let sent = query.with_untracked(|query| query.get("sent"));
    let sent: Option<MessageKey> = sent.and_then(|key| key.parse().ok());
    let is_on_its_way = use_talk().tell(move |talk: &Talk| {
        sent.is_some_and(|sent| !talk.lines().iter().any(|line| line.key() == sent))
    });
    move || {
        is_on_its_way.get().then(|| {
            view! {
                <Notice text=td_string!(locale, chat.write.sent).to_owned() quiet=true>
                    <a class="text-button" href="/chat" rel="external">
                        {td_string!(locale, chat.write.reload)}
                    </a>
                </Notice>
            }
        })
    }
}
