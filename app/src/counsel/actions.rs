//! What a counsellor may do with a room.

use super::open_room::OpenRoom;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::{FormNotice, refusal_of};
use leptos::prelude::*;
use shop::chat::RoomState;

/// The buttons that fit how the room is, and whose it is.
#[component]
pub fn Actions(
    /// The room.
    room: OpenRoom,
) -> impl IntoView {
    let (state, is_mine) = (room.state(), room.is_mine());
    let buttons = move || {
        let (state, is_mine) = (state.get(), is_mine.get());
        let may_steer = is_mine || room.office.is_admin();
        let is_taken = state == RoomState::Taken;
        view! {
            {(!is_mine && state != RoomState::Closed).then(|| view! { <TakeForm room /> })}
            {(is_taken && may_steer).then(|| view! { <HandOverForm room /> })}
            {(state != RoomState::Closed && (may_steer || !is_taken))
                .then(|| view! { <CloseForm room /> })}
            {(state == RoomState::Closed).then(|| view! { <ReopenForm room /> })}
        }
    };
    view! {
        <div class="counsel-actions">{buttons}</div>
        <div class="counsel-refusals">
            <FormNotice refusal=refusal_of(room.take) />
            <FormNotice refusal=refusal_of(room.hand_over) />
            <FormNotice refusal=refusal_of(room.close) />
            <FormNotice refusal=refusal_of(room.reopen) />
        </div>
    }
}

#[component]
fn Which(room: OpenRoom) -> impl IntoView {
    view! { <input type="hidden" name="room_id" value=room.id.0.to_string() /> }
}

/// A button that says that it is being done.
#[component]
fn Do(
    label: &'static str,
    doing: &'static str,
    pending: Memo<bool>,
    testid: &'static str,
    #[prop(optional)] is_hot: bool,
) -> impl IntoView {
    view! {
        <button class="button" class:is-hot=is_hot type="submit" disabled=pending data-testid=testid>
            {move || if pending.get() { doing } else { label }}
        </button>
    }
}

#[component]
fn TakeForm(room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    view! {
        <ActionForm action=room.take>
            <Which room />
            <Do
                label=td_string!(locale, counsel.act.take)
                doing=td_string!(locale, counsel.act.taking)
                pending=room.take.pending()
                testid="take"
                is_hot=true
            />
        </ActionForm>
    }
}

#[component]
fn ReopenForm(room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    view! {
        <ActionForm action=room.reopen>
            <Which room />
            <Do
                label=td_string!(locale, counsel.act.reopen)
                doing=td_string!(locale, counsel.act.reopening)
                pending=room.reopen.pending()
                testid="reopen"
            />
        </ActionForm>
    }
}

/// Folded away, so that nobody ends what they meant to answer.
#[component]
fn CloseForm(room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    view! {
        <details class="counsel-fold">
            <summary class="button is-quiet" data-testid="close">
                {td_string!(locale, counsel.act.close)}
            </summary>
            <div class="counsel-fold-body">
                <p>{td_string!(locale, counsel.act.close_body)}</p>
                <ActionForm action=room.close>
                    <Which room />
                    <Do
                        label=td_string!(locale, counsel.act.close_now)
                        doing=td_string!(locale, counsel.act.closing)
                        pending=room.close.pending()
                        testid="close-now"
                    />
                </ActionForm>
            </div>
        </details>
    }
}

/// Whom it may be handed to: whoever else is at work.
#[component]
fn HandOverForm(room: OpenRoom) -> impl IntoView {
    let locale = use_locale();
    let others = room.office.others();
    let form = move || {
        let others = others.get();
        if others.is_empty() {
            return view! { <p>{td_string!(locale, counsel.act.nobody)}</p> }.into_any();
        }
        let choices = others.into_iter().map(|colleague| {
            view! { <option value=colleague.id.0.to_string()>{colleague.name}</option> }
        });
        view! {
            <ActionForm action=room.hand_over>
                <Which room />
                <div class="field">
                    <label for="counsel-colleague">
                        {td_string!(locale, counsel.act.hand_over_to)}
                    </label>
                    <select id="counsel-colleague" name="member_id">{choices.collect_view()}</select>
                </div>
                <Do
                    label=td_string!(locale, counsel.act.hand_over_now)
                    doing=td_string!(locale, counsel.act.handing_over)
                    pending=room.hand_over.pending()
                    testid="hand-over-now"
                />
            </ActionForm>
        }
        .into_any()
    };
    view! {
        <details class="counsel-fold">
            <summary class="button is-quiet" data-testid="hand-over">
                {td_string!(locale, counsel.act.hand_over)}
            </summary>
            <div class="counsel-fold-body">{form}</div>
        </details>
    }
}
