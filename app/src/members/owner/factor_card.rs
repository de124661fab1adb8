//! A member's second factor, for an admin: since when there is one, and the way to take it away.

use super::member_page::Actions;
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use leptos::prelude::*;
use shop::Moment;
use shop::members::MemberId;

/// For a colleague who has lost their telephone. One's own is removed elsewhere.
#[component]
pub fn FactorCard(
    /// The member.
    id: MemberId,
    /// Since when they have one.
    set_at: Moment,
    /// Whether the reader looks at themselves.
    is_own: bool,
    /// What may be done.
    actions: Actions,
) -> impl IntoView {
    let locale = use_locale();
    let since = moment(locale, set_at);
    let since = td_string!(locale, owner_members.factor.since, moment = since).to_string();
    let inside = if is_own {
        view! { <a href="/account/factor">{td_string!(locale, owner_members.factor.own)}</a> }
            .into_any()
    } else {
        view! {
            <p>{td_string!(locale, owner_members.factor.lead)}</p>
            <ActionForm action=actions.remove_factor>
                <input type="hidden" name="member_id" value=id.0 />
                <button class="button is-quiet" type="submit" data-testid="remove-factor">
                    {td_string!(locale, owner_members.factor.remove)}
                </button>
            </ActionForm>
        }
        .into_any()
    };
    view! {
        <section class="owner-card" aria-labelledby="member-factor">
            <h3 id="member-factor">{td_string!(locale, owner_members.factor.title)}</h3>
            <p>{since}</p>
            {inside}
        </section>
    }
}
