//! A field of a form: its label, its input, and what is wrong with it.

use super::problem_of;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::sentences;
use leptos::prelude::*;
use shop::{Field, Refusal};

/// One line of text. What is wrong with it stands beside it, and is tied to it for those who
/// hear the page.
#[component]
pub fn TextField(
    /// Which field of the shop's.
    field: Field,
    /// Its name in the form.
    name: &'static str,
    /// What it asks for.
    label: &'static str,
    /// Why the form was refused.
    refusal: Signal<Option<Refusal>>,
    /// The input's type.
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser may fill in by itself.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The keyboard of a phone.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// What helps to fill it in.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// Whether it may be left empty.
    #[prop(optional)]
    is_optional: bool,
    /// Whether the browser itself shall not send it empty: where empty means something else.
    #[prop(optional)]
    is_required: bool,
    /// What it holds at first.
    #[prop(optional, into)]
    value: Option<String>,
) -> impl IntoView {
    let locale = use_locale();
    let problem = Memo::new(move |_| problem_of(refusal, field));
    let (id, hint_id) = (format!("field-{name}"), format!("hint-{name}"));
    let problem_id = format!("problem-{name}");
    let described_by = {
        let (hint_id, problem_id) = (hint_id.clone(), problem_id.clone());
        move || match (problem.get().is_some(), hint.is_some()) {
            (true, true) => Some(format!("{problem_id} {hint_id}")),
            (true, false) => Some(problem_id.clone()),
            (false, true) => Some(hint_id.clone()),
            (false, false) => None,
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                {is_optional.then(|| {
                    let text = td_string!(locale, common.optional);
                    view! { <span class="field-optional">{text}</span> }
                })}
            </label>
            <input
                id=id
                name=name
                type=kind
                value=value
                autocomplete=autocomplete
                inputmode=inputmode
                required=is_required
                aria-required=(!is_optional).then_some("true")
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=described_by
            />
            <div aria-live="polite">
                {move || problem.get().map(|problem| {
                    view! {
                        <p class="field-problem" id=problem_id.clone() data-problem=name>
                            {sentences::problem(locale, problem)}
                        </p>
                    }
                })}
            </div>
            {hint.map(|hint| view! { <p class="field-hint" id=hint_id>{hint}</p> })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shop::Problem;

    fn rendered(refusal: Option<Refusal>) -> String {
        Owner::new().with(|| {
            let refusal = Signal::stored(refusal);
            let (field, label) = (Field::Email, "이메일");
            view! { <TextField field name="email" label refusal hint="예: name@example.com" /> }
                .to_html()
        })
    }

    #[test]
    fn what_is_wrong_stands_beside_the_field_and_is_tied_to_it() {
        let html = rendered(Some(Refusal::Form(vec![(Field::Email, Problem::Taken)])));
        assert!(html.contains("data-problem=\"email\""), "{html}");
        assert!(html.contains("이미 사용 중인 이메일이에요."), "{html}");
        assert!(html.contains("aria-invalid=\"true\""), "{html}");
        assert!(html.contains("aria-describedby=\"problem-email hint-email\""), "{html}");
    }

    #[test]
    fn a_good_field_says_nothing() {
        for refusal in [None, Some(Refusal::Form(vec![(Field::Name, Problem::Missing)]))] {
            let html = rendered(refusal);
            assert!(!html.contains("data-problem"), "{html}");
            assert!(!html.contains("aria-invalid"), "{html}");
            assert!(html.contains("aria-describedby=\"hint-email\""), "{html}");
        }
    }
}
