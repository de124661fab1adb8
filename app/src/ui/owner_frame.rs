//! What the owner's pages have around them.

use super::{Admitted, Audience, PageTitle};
use crate::i18n::td_string;
use crate::language::use_locale;
use leptos::prelude::*;
use leptos_router::components::A;

/// The owner's menu and a page beside it, for those whom the page is for.
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
    let children = StoredValue::new(children);
    view! {
        <Admitted audience let:member>
            <PageTitle text=title.get_untracked() />
            <div class="owner">
                <OwnerMenu is_admin=member.is_admin() />
                <section class="owner-page">
                    <h1>{title}</h1>
                    {children.with_value(|children| children())}
                </section>
            </div>
        </Admitted>
    }
}

#[component]
fn OwnerMenu(is_admin: bool) -> impl IntoView {
    let locale = use_locale();
    let orders = view! {
        <A href="/admin/orders">{td_string!(locale, owner.nav.orders)}</A>
        <A href="/counsel">{td_string!(locale, owner.nav.counsel)}</A>
    };
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
