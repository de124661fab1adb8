//! Whether a member may come in.

use super::member_page::Actions;
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use crate::ui::{SubmitButton, TextField, refusal_of};
use leptos::prelude::*;
use shop::Field;
use shop::members::MemberId;
use shop::members::owner::Block;

/// A blocked member's reason and the way back in; or the form that blocks.
#[component]
pub fn BlockCard(
    /// The member.
    id: MemberId,
    /// Why they may not come in, if so.
    block: Option<Block>,
    /// Whether the reader looks at themselves.
    is_own: bool,
    /// What may be done.
    actions: Actions,
) -> impl IntoView {
    let locale = use_locale();
    let inside = match block {
        Some(block) => view! { <Blocked id block actions /> }.into_any(),
        None if is_own => {
            view! { <p class="field-hint">{td_string!(locale, owner_members.block.own)}</p> }
                .into_any()
        }
        None => view! { <BlockForm id actions /> }.into_any(),
    };
    view! {
        <section class="owner-card" aria-labelledby="member-block">
            <h3 id="member-block">{td_string!(locale, owner_members.block.title)}</h3>
            {inside}
        </section>
    }
}

#[component]
fn Blocked(id: MemberId, block: Block, actions: Actions) -> impl IntoView {
    let locale = use_locale();
    let (at, by) = (moment(locale, block.blocked_at), block.blocked_by.as_str());
    let since = td_string!(locale, owner_members.block.since, moment = at, name = by).to_string();
    view! {
        <p>{since}</p>
        <blockquote class="block-reason">{block.reason}</blockquote>
        <ActionForm action=actions.unblock>
            <input type="hidden" name="member_id" value=id.0 />
            <button class="button is-quiet" type="submit" data-testid="unblock">
                {td_string!(locale, owner_members.block.undo)}
            </button>
        </ActionForm>
    }
}

#[component]
fn BlockForm(id: MemberId, actions: Actions) -> impl IntoView {
    let locale = use_locale();
    let refusal = refusal_of(actions.block);
    view! {
        <p>{td_string!(locale, owner_members.block.lead)}</p>
        <ActionForm action=actions.block attr:class="form" attr:novalidate=true>
            <input type="hidden" name="member_id" value=id.0 />
            <TextField
                field=Field::Reason
                name="reason"
                label=td_string!(locale, owner_members.block.reason)
                refusal
                hint=td_string!(locale, owner_members.block.reason_hint)
            />
            <SubmitButton
                label=td_string!(locale, owner_members.block.submit)
                sending=td_string!(locale, owner_members.block.sending)
                pending=actions.block.pending()
            />
        </ActionForm>
    }
}
