//! The emergency stop.

use super::api::{GoOn, Stop};
use super::steering::{Confirm, Send};
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use crate::ui::{FormNotice, refusal_of};
use leptos::prelude::*;
use shop::drops::Stopped;

/// The switch, and who turned it and when.
#[component]
pub fn EmergencyStop(
    /// If clicks are stopped.
    stopped: Option<Stopped>,
    /// Stops them.
    stop: ServerAction<Stop>,
    /// Takes them again.
    go_on: ServerAction<GoOn>,
) -> impl IntoView {
    let locale = use_locale();
    let told = match &stopped {
        Some(Stopped { at, by }) => {
            let at = moment(locale, *at);
            td_string!(locale, owner_drops.stop.since, at = at, by = by).to_string()
        }
        None => td_string!(locale, owner_drops.stop.off).to_owned(),
    };
    let is_stopped = stopped.is_some();
    view! {
        <section class="steering" aria-labelledby="stop-title" data-testid="emergency-stop">
            <h2 id="stop-title">{td_string!(locale, owner_drops.stop.title)}</h2>
            <p>{told}</p>
            // A place for each: what is unfolded of the one is not unfolded of the other.
            {is_stopped.then(|| view! { <GoOnForm action=go_on /> })}
            {(!is_stopped).then(|| view! { <StopForm action=stop /> })}
        </section>
    }
}

#[component]
fn StopForm(action: ServerAction<Stop>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(action);
    view! {
        <Confirm
            label=td_string!(locale, owner_drops.stop.label)
            body=td_string!(locale, owner_drops.stop.body)
            testid="stop"
        >
            <FormNotice refusal />
            <ActionForm action>
                <Send
                    label=td_string!(locale, owner_drops.stop.send)
                    testid="stop-send"
                    pending=action.pending()
                    is_hot=true
                />
            </ActionForm>
        </Confirm>
    }
}

#[component]
fn GoOnForm(action: ServerAction<GoOn>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(action);
    view! {
        <Confirm
            label=td_string!(locale, owner_drops.stop.go_on_label)
            body=td_string!(locale, owner_drops.stop.go_on_body)
            testid="go-on"
        >
            <FormNotice refusal />
            <ActionForm action>
                <Send
                    label=td_string!(locale, owner_drops.stop.go_on_send)
                    testid="go-on-send"
                    pending=action.pending()
                    is_hot=true
                />
            </ActionForm>
        </Confirm>
    }
}
