//! Where a member is signed in: a part of their own page.

use super::api::{self, EndOtherSessions, EndSession};
use crate::i18n::{Locale, td_string};
use crate::language::{moment, use_locale};
use crate::members::use_me;
use crate::ui::{FormNotice, refusal_of, when_done};
use leptos::prelude::*;
use shop::members::OpenSession;

/// Every open session of the reader's, and the way to end it.
#[component]
pub fn SessionsCard() -> impl IntoView {
    let locale = use_locale();
    let me = use_me();
    let (end, end_others) = (ServerAction::<EndSession>::new(), ServerAction::new());
    let ended = RwSignal::new(0);
    let note = move || ended.update(|ended| *ended += 1);
    when_done(end, note);
    when_done(end_others, note);
    let sessions = Resource::new(move || (me.version.get(), ended.get()), |_| api::open_sessions());
    view! {
        <section class="account-sessions" aria-labelledby="sessions">
            <h2 id="sessions">{td_string!(locale, security.sessions.title)}</h2>
            <p class="field-hint">{td_string!(locale, security.sessions.lead)}</p>
            <FormNotice refusal=refusal_of(end) />
            <Transition fallback=|| ()>
                {move || Suspend::new(async move {
                    // Who may not see the page is told so by the rest of it.
                    let sessions = sessions.await.unwrap_or_default();
                    view! { <Sessions sessions end end_others /> }
                })}
            </Transition>
        </section>
    }
}

#[component]
fn Sessions(
    sessions: Vec<OpenSession>,
    end: ServerAction<EndSession>,
    end_others: ServerAction<EndOtherSessions>,
) -> impl IntoView {
    let locale = use_locale();
    let has_others = sessions.iter().any(|session| !session.is_this);
    let rows = sessions.into_iter().map(|session| view! { <OneSession session end /> });
    let all_others = has_others.then(|| {
        view! {
            <ActionForm action=end_others>
                <button class="button is-quiet" type="submit" data-testid="end-others">
                    {td_string!(locale, security.sessions.end_others)}
                </button>
            </ActionForm>
        }
    });
    view! {
        <ul class="session-list">{rows.collect_view()}</ul>
        {all_others}
    }
}

#[component]
fn OneSession(session: OpenSession, end: ServerAction<EndSession>) -> impl IntoView {
    let locale = use_locale();
    let device = device_text(locale, session.device);
    let since = moment(locale, session.started_at);
    let since = td_string!(locale, security.sessions.since, moment = since).to_string();
    let label = td_string!(locale, security.sessions.end_of, device = device.as_str()).to_string();
    let end = if session.is_this {
        let text = td_string!(locale, security.sessions.this);
        view! { <span class="badge is-default" data-testid="this-session">{text}</span> }.into_any()
    } else {
        view! {
            <ActionForm action=end>
                <input type="hidden" name="session_id" value=session.id />
                <button
                    class="text-button"
                    type="submit"
                    aria-label=label
                    data-testid="end-session"
                >
                    {td_string!(locale, security.sessions.end)}
                </button>
            </ActionForm>
        }
        .into_any()
    };
    view! {
        <li class="session" data-testid="session">
            <div>
                <h3>{device}</h3>
                <p>{since}</p>
            </div>
            {end}
        </li>
    }
}

fn device_text(locale: Locale, device: Option<String>) -> String {
    device.unwrap_or_else(|| td_string!(locale, security.sessions.unknown).to_owned())
}
