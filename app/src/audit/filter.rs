//! Which entries of the record are wanted. A plain GET form: the filter is in the address.

use super::words::kind_text;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::ui::escape;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::params::ParamsMap;
use shop::audit::{Actor, Subject};

/// What a page's address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A kind of subject, or nothing.
    pub subject: String,
    /// A member's number, or nothing.
    pub actor: String,
    /// Which page, from 1.
    pub page: u32,
}

impl Filter {
    /// Reads it.
    pub fn of(query: &ParamsMap) -> Self {
        Self {
            subject: query.get("subject").unwrap_or_default(),
            actor: query.get("actor").unwrap_or_default(),
            page: query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1),
        }
    }

    /// Whether nothing is left out.
    pub fn lets_everything_through(&self) -> bool {
        self.subject.is_empty() && self.actor.is_empty()
    }

    /// The address of another page of it.
    pub fn address(&self, page: u32) -> String {
        let (subject, actor) = (escape(&self.subject), escape(&self.actor));
        format!("/admin/audit?subject={subject}&actor={actor}&page={page}")
    }
}

/// Two lists to choose from.
#[component]
pub fn FilterForm(
    /// What is chosen.
    filter: Filter,
    /// Whom to choose from.
    actors: Vec<Actor>,
) -> impl IntoView {
    let locale = use_locale();
    let all = td_string!(locale, owner.audit.filter.all);
    let kinds = Subject::KINDS.map(|kind| {
        let is_chosen = filter.subject == kind;
        view! { <option value=kind selected=is_chosen>{kind_text(locale, kind)}</option> }
    });
    let actors = actors.into_iter().map(move |actor| {
        let is_chosen = filter.actor == actor.id.0.to_string();
        view! { <option value=actor.id.0 selected=is_chosen>{actor.name}</option> }
    });
    view! {
        <search class="owner-search">
            <Form method="GET" action="/admin/audit">
                <div class="field">
                    <label for="audit-subject">
                        {td_string!(locale, owner.audit.filter.subject)}
                    </label>
                    <select id="audit-subject" name="subject">
                        <option value="">{all}</option>
                        {kinds.collect_view()}
                    </select>
                </div>
                <div class="field">
                    <label for="audit-actor">{td_string!(locale, owner.audit.filter.actor)}</label>
                    <select id="audit-actor" name="actor">
                        <option value="">{all}</option>
                        {actors.collect_view()}
                    </select>
                </div>
                <button class="button" type="submit">
                    {td_string!(locale, owner.audit.filter.submit)}
                </button>
            </Form>
        </search>
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn another_page_keeps_the_filter() {
        let filter = Filter { subject: "drop".into(), actor: "7".into(), page: 1 };
        assert_eq!(filter.address(2), "/admin/audit?subject=drop&actor=7&page=2");
        let odd = Filter { subject: "a&b".into(), ..Filter::default() };
        assert_eq!(odd.address(1), "/admin/audit?subject=a%26b&actor=&page=1");
    }
}
