//! What a shopper agrees to.

use crate::i18n::td_string;
use crate::language::use_locale;
use crate::sentences;
use leptos::prelude::*;
use shop::{Field, Refusal};

/// The box that has to be ticked, and what is wrong if it is not.
#[component]
pub fn Agreement(
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    let problem = Memo::new(move |_| {
        refusal.with(|refusal| refusal.as_ref().and_then(|no| no.problem(Field::Agreement)))
    });
    view! {
        <div class="agreement">
            <label>
                <input
                    type="checkbox"
                    name="agreed"
                    value="true"
                    aria-required="true"
                    aria-invalid=move || problem.get().map(|_| "true")
                    aria-describedby="problem-agreed"
                    data-testid="agreed"
                />
                <span>{td_string!(locale, checkout.agree)}</span>
            </label>
            <div id="problem-agreed" aria-live="polite">
                {move || problem.get().map(|problem| {
                    view! {
                        <p class="field-problem" data-problem="agreed">
                            {sentences::problem(locale, problem)}
                        </p>
                    }
                })}
            </div>
        </div>
    }
}
