//! What the owner's pages have around them.

use super::{Loading, PageTitle, Refused};
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use leptos::prelude::*;
use leptos_router::components::A;
use shop::Refusal;
use shop::members::Member;

/// Whom a page of the owner's is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Admins only.
    Admins,
    /// Admins, and counsellors who look on.
    Staff,
}

impl Audience {
    fn includes(self, member: &Member) -> bool {
        match self {
            Self::Admins => member.is_admin(),
            Self::Staff => member.is_staff(),
        }
    }
}

/// The owner's menu and a page beside it, for those whom the page is for. The page decides
/// nothing: each of its verbs asks for the role again.
#[component]
pub fn OwnerFrame(
    /// What the page is called.
    #[prop(into)]
    title: Signal<String>,
    /// Whom it is for.
    #[prop(default = Audience::Admins)]
    audience: Audience,
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    let me = use_me();
    let children = StoredValue::new(children);
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                let refused = match me.member.await {
                    Ok(Some(member)) if audience.includes(&member) => Ok(member),
                    Ok(Some(_)) => Err(Refusal::NotAllowed.into()),
                    Ok(None) => Err(Refusal::NotSignedIn.into()),
                    Err(error) => Err(error),
                };
                match refused {
                    Ok(member) => view! {
                        <PageTitle text=title.get_untracked() />
                        <div class="owner">
                            <OwnerMenu is_admin=member.is_admin() />
                            <section class="owner-page">
                                <h1>{title}</h1>
                                {children.with_value(|children| children())}
                            </section>
                        </div>
                    }
                    .into_any(),
                    Err(error) => view! { <Refused error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn OwnerMenu(is_admin: bool) -> impl IntoView {
    let locale = use_locale();
    let orders = view! { <A href="/admin/orders">{td_string!(locale, owner.nav.orders)}</A> };
    let all = is_admin.then(|| {
        view! {
            <A href="/admin" exact=true>{td_string!(locale, owner.nav.dashboard)}</A>
            <A href="/admin/products">{td_string!(locale, owner.nav.products)}</A>
        }
    });
    let more = is_admin.then(|| {
        view! {
            <A href="/admin/drops">{td_string!(locale, owner.nav.drops)}</A>
            <A href="/admin/members">{td_string!(locale, owner.nav.members)}</A>
            <A href="/admin/audit">{td_string!(locale, owner.nav.audit)}</A>
        }
    });
    view! {
        <nav class="owner-menu" aria-label=td_string!(locale, owner.nav.label)>
            {all} {orders} {more}
        </nav>
    }
}
