//! `/admin/members/:id`.

use super::api::{self, Block, Grant, RemoveFactor, Revoke, Unblock};
use super::block_card::BlockCard;
use super::factor_card::FactorCard;
use super::role_card::RoleCard;
use crate::i18n::td_string;
use crate::language::{date, grouped, moment, use_locale};
use crate::members::use_me;
use crate::ui::{
    FormNotice, Icon, Loading, NotFound, OwnerFrame, Refused, refusal_of, use_id, when_done,
};
use leptos::prelude::*;
use shop::members::owner::MemberFacts;
use shop::members::{MemberId, Role};

/// What may be done to a member.
#[derive(Clone, Copy)]
pub struct Actions {
    /// A role more.
    pub grant: ServerAction<Grant>,
    /// A role less.
    pub revoke: ServerAction<Revoke>,
    /// Close the account.
    pub block: ServerAction<Block>,
    /// Open it again.
    pub unblock: ServerAction<Unblock>,
    /// No second factor any more.
    pub remove_factor: ServerAction<RemoveFactor>,
    /// Rises with everything that was done.
    saved: RwSignal<u32>,
}

impl Actions {
    fn new() -> Self {
        let saved = RwSignal::new(0);
        let (grant, revoke) = (ServerAction::new(), ServerAction::new());
        let (block, unblock) = (ServerAction::new(), ServerAction::new());
        let remove_factor = ServerAction::new();
        let done = move || saved.update(|saved| *saved += 1);
        when_done(grant, done);
        when_done(revoke, done);
        when_done(block, done);
        when_done(unblock, done);
        when_done(remove_factor, done);
        Self { grant, revoke, block, unblock, remove_factor, saved }
    }
}

/// One member: who they are to the shop, their roles, and whether they may come in.
#[component]
pub fn MemberPage() -> impl IntoView {
    let locale = use_locale();
    let me = use_me();
    let id = use_id();
    let actions = Actions::new();
    let facts = Resource::new(
        move || (me.version.get(), actions.saved.get(), id.get()),
        |(_, _, id)| async move {
            match id {
                Some(id) => Some(api::show(MemberId(id)).await),
                None => None,
            }
        },
    );
    view! {
        <OwnerFrame title=td_string!(locale, owner_members.title)>
            <a class="back" href="/admin/members">
                {Icon::Back} {td_string!(locale, owner_members.back)}
            </a>
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    let own_id = me.member.await.ok().flatten().map(|member| member.id);
                    match facts.await {
                        Some(Ok(facts)) => {
                            let is_own = own_id == Some(facts.id);
                            view! { <Shown facts is_own actions /> }.into_any()
                        }
                        Some(Err(error)) => view! { <Refused error /> }.into_any(),
                        None => view! { <NotFound /> }.into_any(),
                    }
                })}
            </Transition>
        </OwnerFrame>
    }
}

#[component]
fn Shown(facts: MemberFacts, is_own: bool, actions: Actions) -> impl IntoView {
    let locale = use_locale();
    let id = facts.id;
    let blocked = facts.block.is_some().then(|| {
        view! { <span class="badge is-gone">{td_string!(locale, owner_members.blocked)}</span> }
    });
    let roles = [Role::Counsellor, Role::Admin].map(|role| {
        let granted = facts.roles.iter().find(|granted| granted.role == role).cloned();
        view! { <RoleCard id role granted is_own actions /> }
    });
    let factor = facts.factor_since.map(|set_at| {
        view! { <FactorCard id set_at is_own actions /> }
    });
    view! {
        <h2 class="member-title">{facts.name.clone()} {blocked}</h2>
        <FormNotice refusal=refusal_of(actions.grant) />
        <FormNotice refusal=refusal_of(actions.revoke) />
        <FormNotice refusal=refusal_of(actions.unblock) />
        <FormNotice refusal=refusal_of(actions.remove_factor) />
        <Facts facts=facts.clone() />
        <section class="owner-card" aria-labelledby="member-roles">
            <h3 id="member-roles">{td_string!(locale, owner_members.roles.title)}</h3>
            <ul class="role-list">{roles.collect_view()}</ul>
        </section>
        {factor}
        <BlockCard id block=facts.block is_own actions />
        <p>
            <a href="/admin/audit?subject=member">{td_string!(locale, owner_members.audit)}</a>
        </p>
    }
}

#[component]
fn Facts(facts: MemberFacts) -> impl IntoView {
    let locale = use_locale();
    let signed_in = match facts.signed_in_at {
        Some(at) => moment(locale, at),
        None => td_string!(locale, owner_members.facts.never).to_owned(),
    };
    let orders = grouped(facts.orders);
    let orders = td_string!(locale, owner_members.facts.orders_count, count = orders).to_string();
    let coupons = grouped(facts.coupons);
    let coupons =
        td_string!(locale, owner_members.facts.coupons_count, count = coupons).to_string();
    let paid = td_string!(locale, common.won, amount = grouped(facts.paid_won)).to_string();
    let facts = [
        (td_string!(locale, owner_members.facts.email), facts.email),
        (td_string!(locale, owner_members.facts.signed_up), date(locale, facts.signed_up_at)),
        (td_string!(locale, owner_members.facts.signed_in), signed_in),
        (td_string!(locale, owner_members.facts.orders), orders),
        (td_string!(locale, owner_members.facts.paid), paid),
        (td_string!(locale, owner_members.facts.coupons), coupons),
    ];
    let facts = facts.map(|(name, value)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! {
        <dl class="owner-facts" aria-label=td_string!(locale, owner_members.facts.label)>
            {facts.collect_view()}
        </dl>
    }
}
