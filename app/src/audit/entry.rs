//! One entry of the record.

use super::words::{action_text, kind_text};
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use leptos::prelude::*;
use shop::audit::{Entry, Subject};

/// Who did what to what, when, and what changed by it.
#[component]
pub fn EntryCard(
    /// The entry.
    entry: Entry,
) -> impl IntoView {
    let locale = use_locale();
    let Entry { at, actor, action, subject, detail } = entry;
    let (kind, id) = subject.parts();
    let kind = kind_text(locale, kind);
    let subject_text = match subject {
        Subject::Shop => kind.to_owned(),
        _ => td_string!(locale, owner.audit.subject_of, kind = kind, id = id).to_string(),
    };
    let detail = (!detail.is_empty()).then(|| {
        let pairs = detail.into_iter().map(|(name, value)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            }
        });
        view! { <dl class="audit-detail">{pairs.collect_view()}</dl> }
    });
    view! {
        <li class="audit-entry" data-testid="audit-entry">
            <p class="audit-what">
                <a href=page_of(subject)>{subject_text}</a>
                <strong title=action.clone()>{action_text(locale, &action)}</strong>
            </p>
            <p class="audit-who">
                <a href=page_of(Subject::Member(actor.id.0))>{actor.name}</a>
                <span>{moment(locale, at)}</span>
            </p>
            {detail}
        </li>
    }
}

/// The owner's page of a subject.
fn page_of(subject: Subject) -> String {
    match subject {
        Subject::Product(id) => format!("/admin/products/{id}"),
        Subject::Order(id) => format!("/admin/orders/{id}"),
        Subject::Drop(id) => format!("/admin/drops/{id}"),
        Subject::Member(id) => format!("/admin/members/{id}"),
        Subject::Shop => "/admin".to_owned(),
    }
}
