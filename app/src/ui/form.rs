//! What the shop's forms have in common.

use super::Notice;
use crate::api_error::ApiError;
use crate::browser;
use crate::language::use_locale;
use crate::sentences;
use leptos::prelude::*;
use server_fn::ServerFn;
use shop::{Field, Problem, Refusal};

/// Why the server refused the form the last time; also what it wrote into the address for a
/// browser without JavaScript. Moves the keyboard to the first field that needs another look.
pub fn refusal_of<S>(action: ServerAction<S>) -> Signal<Option<Refusal>>
where
    S: ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    let answer = action.value();
    let refusal = Memo::new(move |_| {
        answer.with(|answer| match answer {
            Some(Err(error)) => Some(error.refusal.clone()),
            _ => None,
        })
    });
    let answers = action.version();
    Effect::new(move |_| {
        answers.track();
        if refusal.with_untracked(|refusal| matches!(refusal, Some(Refusal::Form(_)))) {
            request_animation_frame(browser::focus_first_problem);
        }
    });
    refusal.into()
}

/// What is wrong with a field, if the form was refused for it.
pub fn problem_of(refusal: Signal<Option<Refusal>>, field: Field) -> Option<Problem> {
    refusal.with(|refusal| refusal.as_ref().and_then(|refusal| refusal.problem(field)))
}

/// Calls `done` whenever this action has done what was asked.
pub fn when_done<S>(action: ServerAction<S>, done: impl Fn() + 'static)
where
    S: ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    let answers = action.version();
    Effect::new(move |_| {
        let is_done = |answer: &Option<_>| matches!(answer, Some(Ok(_)));
        if answers.get() > 0 && action.value().with_untracked(is_done) {
            done();
        }
    });
}

/// What is wrong with the form as a whole.
#[component]
pub fn FormNotice(
    /// Why it was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    move || {
        refusal.get().map(|refusal| {
            view! { <Notice text=sentences::refusal(locale, &refusal) /> }
        })
    }
}

/// The button that sends a form, and says that it is being sent.
#[component]
pub fn SubmitButton(
    /// What it does.
    label: &'static str,
    /// What it says while doing so.
    sending: &'static str,
    /// Whether the form is on its way.
    #[prop(into)]
    pending: Signal<bool>,
) -> impl IntoView {
    view! {
        <button class="button is-wide" type="submit" disabled=pending>
            {move || if pending.get() { sending } else { label }}
        </button>
    }
}
