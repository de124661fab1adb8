//! A role of a member: whether they have it, and a button for the other.

use super::member_page::Actions;
use super::role_text;
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use leptos::prelude::*;
use shop::members::owner::GrantedRole;
use shop::members::{MemberId, Role};

/// What the role is, since when they have it, and the way to give or to take it.
#[component]
pub fn RoleCard(
    /// The member.
    id: MemberId,
    /// The role.
    role: Role,
    /// Since when they have it.
    granted: Option<GrantedRole>,
    /// Whether the reader looks at themselves.
    is_own: bool,
    /// What may be done.
    actions: Actions,
) -> impl IntoView {
    let locale = use_locale();
    let name = role_text(locale, role);
    let about = match role {
        Role::Admin => td_string!(locale, owner_members.roles.admin),
        Role::Counsellor => td_string!(locale, owner_members.roles.counsellor),
    };
    let since = match &granted {
        Some(granted) => {
            let at = moment(locale, granted.granted_at);
            td_string!(locale, owner_members.roles.granted, moment = at).to_string()
        }
        None => td_string!(locale, owner_members.roles.none).to_owned(),
    };
    let fields = move || {
        view! {
            <input type="hidden" name="member_id" value=id.0 />
            <input type="hidden" name="role" value=role.as_str() />
        }
    };
    let button = match granted {
        Some(_) if is_own && role == Role::Admin => {
            view! { <p class="field-hint">{td_string!(locale, owner_members.roles.own)}</p> }
                .into_any()
        }
        Some(_) => {
            let text = td_string!(locale, owner_members.roles.revoke, role = name).to_string();
            view! {
                <ActionForm action=actions.revoke>
                    {fields()}
                    <button
                        class="button is-quiet"
                        type="submit"
                        data-testid=format!("revoke-{}", role.as_str())
                    >
                        {text}
                    </button>
                </ActionForm>
            }
            .into_any()
        }
        None => {
            let text = td_string!(locale, owner_members.roles.grant, role = name).to_string();
            view! {
                <ActionForm action=actions.grant>
                    {fields()}
                    <button
                        class="button"
                        type="submit"
                        data-testid=format!("grant-{}", role.as_str())
                    >
                        {text}
                    </button>
                </ActionForm>
            }
            .into_any()
        }
    };
    view! {
        <li class="role">
            <div class="role-text">
                <h4>{name}</h4>
                <p>{about}</p>
                <p class="role-since">{since}</p>
            </div>
            {button}
        </li>
    }
}
