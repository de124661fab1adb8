//! Notes on a room, for colleagues alone.

use super::api::AddNote;
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use crate::sentences;
use crate::ui::{FormNotice, refusal_of};
use leptos::prelude::*;
use shop::Field;
use shop::chat::counsel::Note;
use shop::chat::{MESSAGE_CHARS_MAX, RoomId};

/// What was noted, and a field for more.
#[component]
pub fn Notes(
    /// The notes, the oldest first.
    notes: Vec<Note>,
    /// On which room.
    room: RoomId,
    /// Adds one.
    add: ServerAction<AddNote>,
) -> impl IntoView {
    let locale = use_locale();
    let none = notes.is_empty().then(|| td_string!(locale, counsel.notes.none));
    let notes = notes.into_iter().map(|note| {
        view! {
            <li data-testid="note">
                <p>{note.text}</p>
                <span class="counsel-fact is-faint">
                    <span>{note.writer}</span>
                    <span>{moment(locale, note.written_at)}</span>
                </span>
            </li>
        }
    });
    view! {
        <section class="counsel-notes">
            <h3>{td_string!(locale, counsel.notes.title)}</h3>
            <p class="counsel-none">{td_string!(locale, counsel.notes.lead)}</p>
            {none.map(|text| view! { <p>{text}</p> })}
            <ul>{notes.collect_view()}</ul>
            <NewNote room add />
        </section>
    }
}

#[component]
fn NewNote(room: RoomId, add: ServerAction<AddNote>) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(add);
    let problem = Memo::new(move |_| {
        refusal.with(|refusal| refusal.as_ref().and_then(|r| r.problem(Field::Message)))
    });
    let other = Signal::derive(move || refusal.get().filter(|_| problem.get().is_none()));
    let pending = add.pending();
    let label = td_string!(locale, counsel.notes.label);
    view! {
        <ActionForm action=add>
            <FormNotice refusal=other />
            <input type="hidden" name="room_id" value=room.0.to_string() />
            <div class="field">
                <label class="visually-hidden" for="counsel-note">{label}</label>
                <textarea
                    id="counsel-note"
                    name="text"
                    rows="2"
                    placeholder=label
                    maxlength=MESSAGE_CHARS_MAX.to_string()
                    aria-invalid=move || problem.get().map(|_| "true")
                    data-testid="note-text"
                ></textarea>
                <div aria-live="polite">
                    {move || problem.get().map(|problem| view! {
                        <p class="field-problem">{sentences::problem(locale, problem)}</p>
                    })}
                </div>
            </div>
            <button class="button is-quiet" type="submit" disabled=pending data-testid="note-add">
                {move || match pending.get() {
                    true => td_string!(locale, counsel.notes.adding),
                    false => td_string!(locale, counsel.notes.add),
                }}
            </button>
        </ActionForm>
    }
}
