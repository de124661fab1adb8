//! What is wrong with a field that is no line of text.

use super::problem_of;
use crate::language::use_locale;
use crate::sentences;
use leptos::prelude::*;
use shop::{Field, Refusal};

/// Says it where it stands, also to those who hear the page.
#[component]
pub fn FieldProblem(
    /// Which field of the shop's.
    field: Field,
    /// Its name in the form.
    name: &'static str,
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    let problem = move || problem_of(refusal, field);
    view! {
        <div id=format!("problem-{name}") aria-live="polite">
            {move || problem().map(|problem| {
                view! {
                    <p class="field-problem" data-problem=name>
                        {sentences::problem(locale, problem)}
                    </p>
                }
            })}
        </div>
    }
}
