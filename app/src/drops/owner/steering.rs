//! The forms that steer a drop. Each is folded up, and says what it does before it does it: that
//! works without JavaScript as well.

use super::api::{AddQuota, Close, Pause, Resume, SetRate};
use super::board::LiveBoard;
use super::board_page::rate_text;
use crate::i18n::td_string;
use crate::language::{grouped, use_locale};
use crate::ui::{FormNotice, TextField, refusal_of};
use leptos::prelude::*;
use shop::Field;

/// A button that unfolds what it would do, and the button that does it.
#[component]
pub fn Confirm(
    /// What it would do.
    label: &'static str,
    /// What that means.
    #[prop(into)]
    body: Signal<String>,
    /// The name by which a test finds it.
    testid: &'static str,
    /// The form.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="confirm">
            <summary class="button is-quiet" data-testid=testid>{label}</summary>
            <div class="confirm-body">
                <p>{body}</p>
                {children()}
            </div>
        </details>
    }
}

/// The button that sends it.
#[component]
pub fn Send(
    /// What it does.
    label: &'static str,
    /// The name by which a test finds it.
    testid: &'static str,
    /// Whether it is being done.
    pending: Memo<bool>,
    /// Whether it is not to be done lightly.
    #[prop(optional)]
    is_hot: bool,
) -> impl IntoView {
    let sending = td_string!(use_locale(), owner_drops.steer.sending);
    view! {
        <button
            class="button"
            class:is-hot=is_hot
            type="submit"
            disabled=pending
            data-testid=testid
        >
            {move || if pending.get() { sending } else { label }}
        </button>
    }
}

#[component]
fn Which(board: LiveBoard) -> impl IntoView {
    view! { <input type="hidden" name="drop_id" value=board.id.0.to_string() /> }
}

/// Pauses it.
#[component]
pub fn PauseForm(
    /// The board.
    board: LiveBoard,
) -> impl IntoView {
    let locale = use_locale();
    let action = ServerAction::<Pause>::new();
    board.look_after(action);
    let refusal = refusal_of(action);
    view! {
        <Confirm
            label=td_string!(locale, owner_drops.steer.pause.label)
            body=td_string!(locale, owner_drops.steer.pause.body)
            testid="pause"
        >
            <FormNotice refusal />
            <ActionForm action>
                <Which board />
                <Send
                    label=td_string!(locale, owner_drops.steer.pause.send)
                    testid="pause-send"
                    pending=action.pending()
                    is_hot=true
                />
            </ActionForm>
        </Confirm>
    }
}

/// Lets it go on.
#[component]
pub fn ResumeForm(
    /// The board.
    board: LiveBoard,
) -> impl IntoView {
    let locale = use_locale();
    let action = ServerAction::<Resume>::new();
    board.look_after(action);
    let refusal = refusal_of(action);
    view! {
        <Confirm
            label=td_string!(locale, owner_drops.steer.resume.label)
            body=td_string!(locale, owner_drops.steer.resume.body)
            testid="resume"
        >
            <FormNotice refusal />
            <ActionForm action>
                <Which board />
                <Send
                    label=td_string!(locale, owner_drops.steer.resume.send)
                    testid="resume-send"
                    pending=action.pending()
                    is_hot=true
                />
            </ActionForm>
        </Confirm>
    }
}

/// Changes how fast it goes.
#[component]
pub fn RateForm(
    /// The board.
    board: LiveBoard,
) -> impl IntoView {
    let locale = use_locale();
    let action = ServerAction::<SetRate>::new();
    board.look_after(action);
    let refusal = refusal_of(action);
    let pending = action.pending();
    let body = board.tell(move |board| {
        let rate = rate_text(locale, board.drop.rate_per_s);
        td_string!(locale, owner_drops.steer.rate.body, rate = rate).to_string()
    });
    view! {
        <Confirm label=td_string!(locale, owner_drops.steer.rate.label) body testid="set-rate">
            <FormNotice refusal />
            <ActionForm action attr:class="form">
                <Which board />
                <TextField
                    field=Field::Rate
                    name="rate_per_s"
                    label=td_string!(locale, owner_drops.steer.rate.field)
                    refusal
                    inputmode="numeric"
                    is_required=true
                />
                <Send
                    label=td_string!(locale, owner_drops.steer.rate.send)
                    testid="set-rate-send"
                    pending
                />
            </ActionForm>
            <ActionForm action>
                <Which board />
                <input type="hidden" name="rate_per_s" value="" />
                <Send
                    label=td_string!(locale, owner_drops.steer.rate.fastest)
                    testid="set-rate-fastest"
                    pending
                />
            </ActionForm>
        </Confirm>
    }
}

/// Adds coupons.
#[component]
pub fn AddQuotaForm(
    /// The board.
    board: LiveBoard,
) -> impl IntoView {
    let locale = use_locale();
    let action = ServerAction::<AddQuota>::new();
    board.look_after(action);
    let refusal = refusal_of(action);
    let body = board.tell(move |board| {
        let quota = grouped(board.drop.quota.into());
        td_string!(locale, owner_drops.steer.quota.body, quota = quota).to_string()
    });
    view! {
        <Confirm label=td_string!(locale, owner_drops.steer.quota.label) body testid="add-quota">
            <FormNotice refusal />
            <ActionForm action attr:class="form" attr:novalidate=true>
                <Which board />
                <TextField
                    field=Field::Count
                    name="count"
                    label=td_string!(locale, owner_drops.steer.quota.field)
                    refusal
                    inputmode="numeric"
                />
                <Send
                    label=td_string!(locale, owner_drops.steer.quota.send)
                    testid="add-quota-send"
                    pending=action.pending()
                />
            </ActionForm>
        </Confirm>
    }
}

/// Closes it early.
#[component]
pub fn CloseForm(
    /// The board.
    board: LiveBoard,
) -> impl IntoView {
    let locale = use_locale();
    let action = ServerAction::<Close>::new();
    board.look_after(action);
    let refusal = refusal_of(action);
    let body = board.tell(move |board| match board.waiting() {
        Some(waiting) => {
            let waiting = grouped(waiting);
            td_string!(locale, owner_drops.steer.close.body, waiting = waiting).to_string()
        }
        None => td_string!(locale, owner_drops.steer.close.body_unknown).to_owned(),
    });
    view! {
        <Confirm label=td_string!(locale, owner_drops.steer.close.label) body testid="close">
            <FormNotice refusal />
            <ActionForm action>
                <Which board />
                <Send
                    label=td_string!(locale, owner_drops.steer.close.send)
                    testid="close-send"
                    pending=action.pending()
                    is_hot=true
                />
            </ActionForm>
        </Confirm>
    }
}
