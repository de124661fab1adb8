//! `/admin/orders/:id`.

use super::actions::Actions;
use super::api::{self, MoveOn, OwnerCancel};
use super::bill::Bill;
use super::timeline::Timeline;
use crate::i18n::td_string;
use crate::language::use_locale;
use crate::members::use_me;
use crate::orders::state::StateBadge;
use crate::ui::{Audience, Icon, Loading, NotFound, OwnerFrame, Refused, use_id};
use leptos::prelude::*;
use shop::orders::OrderId;
use shop::orders::owner::OwnerOrder;

/// One order: everything about it, and for admins what may become of it.
#[component]
pub fn OwnerOrderPage() -> impl IntoView {
    let locale = use_locale();
    let me = use_me();
    let id = use_id();
    let move_on = ServerAction::<MoveOn>::new();
    let cancel = ServerAction::<OwnerCancel>::new();
    let order = Resource::new(
        move || (id.get(), move_on.version().get(), cancel.version().get()),
        |(id, _, _)| async move {
            match id {
                Some(id) => Some(api::owner_show(OrderId(id)).await),
                None => None,
            }
        },
    );
    let title = Signal::derive(move || match id.get() {
        Some(id) => td_string!(locale, owner_orders.order_title, number = id).to_string(),
        None => td_string!(locale, owner_orders.title).to_owned(),
    });
    view! {
        <OwnerFrame title audience=Audience::Staff>
            <Transition fallback=|| view! { <Loading /> }>
                {move || Suspend::new(async move {
                    let order = order.await;
                    let is_admin = me.member.await.ok().flatten().is_some_and(|me| me.is_admin());
                    match order {
                        Some(Ok(order)) => {
                            view! { <Shown order is_admin move_on cancel /> }.into_any()
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
fn Shown(
    order: OwnerOrder,
    is_admin: bool,
    move_on: ServerAction<MoveOn>,
    cancel: ServerAction<OwnerCancel>,
) -> impl IntoView {
    let locale = use_locale();
    let (id, state) = (order.id, order.state);
    let actions = is_admin.then(|| view! { <Actions id state move_on cancel /> });
    view! {
        <a class="back" href="/admin/orders">{Icon::Back} {td_string!(locale, owner_orders.back)}</a>
        <p class="owner-order-state"><StateBadge state /></p>
        {actions}
        <div class="owner-order">
            <Bill order=order.clone() />
            <Delivery order=order.clone() is_admin />
            <Timeline events=order.events />
        </div>
    }
}

/// Who bought, and where it goes.
#[component]
fn Delivery(order: OwnerOrder, is_admin: bool) -> impl IntoView {
    let locale = use_locale();
    let buyer = order.buyer;
    let name = if is_admin {
        view! { <a href=format!("/admin/members/{}", buyer.id.0)>{buyer.name}</a> }.into_any()
    } else {
        view! { <span>{buyer.name}</span> }.into_any()
    };
    let phone = order.phone.unwrap_or_else(|| td_string!(locale, owner_orders.no_phone).to_owned());
    view! {
        <section class="owner-card">
            <h2>{td_string!(locale, owner_orders.delivery)}</h2>
            <dl class="owner-order-facts">
                <dt>{td_string!(locale, owner_orders.column.buyer)}</dt>
                <dd data-testid="buyer">
                    {name} " " <span class="owner-email">{buyer.email}</span>
                </dd>
                <dt>{td_string!(locale, owner_orders.column.recipient)}</dt>
                <dd>{order.recipient}</dd>
                <dt>{td_string!(locale, owner_orders.column.phone)}</dt>
                <dd>{phone}</dd>
                <dt>{td_string!(locale, owner_orders.column.address)}</dt>
                <dd>{order.address}</dd>
            </dl>
        </section>
    }
}
