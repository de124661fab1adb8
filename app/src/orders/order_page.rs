//! `/orders/:id`: one order, from its placing to its delivery.

mod again;
mod call_off;
mod destination;
mod items;
mod pay_by;
mod pay_form;
mod timeline;

use super::api::{self, Cancel, Pay, Reorder};
use super::bill::Bill;
use super::state::{state_sentence, state_text};
use crate::api_error::ApiError;
use crate::cart::{use_cart, when_done};
use crate::chat::page_is_about;
use crate::i18n::td_string;
use crate::language::{moment, use_locale};
use crate::live::Clock;
use crate::members::use_me;
use crate::ui::{Icon, Loading, NotFound, PageTitle, Refused, use_id};
use again::OrderAgain;
use call_off::CallOff;
use destination::Destination;
use items::Items;
use leptos::prelude::*;
use pay_form::PayForm;
use server_fn::ServerFn;
use shop::Refusal;
use shop::chat::Card;
use shop::orders::{Order, OrderId, State};
use timeline::Timeline;

/// What the reader can do with an order. It outlives what is shown of the order, which is read
/// anew after each of these.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Pays it.
    pub pay: ServerAction<Pay>,
    /// Calls it off.
    pub cancel: ServerAction<Cancel>,
    /// Puts it back into the cart.
    pub reorder: ServerAction<Reorder>,
    changes: RwSignal<u32>,
}

impl Actions {
    fn new() -> Self {
        let (pay, cancel, reorder) =
            (ServerAction::new(), ServerAction::new(), ServerAction::new());
        let cart = use_cart();
        when_done(reorder, move |_| cart.reload());
        let actions = Self { pay, cancel, reorder, changes: RwSignal::new(0) };
        actions.reload_after(pay);
        actions.reload_after(cancel);
        actions
    }

    /// Reads the order again.
    pub fn reload(self) {
        // The page may be gone by the time an answer arrives.
        self.changes.try_update(|changes| *changes += 1);
    }

    /// Whatever the answer is: a refusal says that the order is not what the page shows.
    fn reload_after<S>(self, action: ServerAction<S>)
    where
        S: ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
        S::Output: Send + Sync + 'static,
    {
        let answers = action.version();
        Effect::new(move |_| {
            if answers.get() > 0 {
                self.reload();
            }
        });
    }
}

/// One order of the reader's.
#[component]
pub fn OrderPage() -> impl IntoView {
    let me = use_me();
    let id = use_id();
    let actions = Actions::new();
    let order = Resource::new(
        move || (id.get(), me.version.get(), actions.changes.get()),
        move |(id, _, _)| async move {
            let id = OrderId(id?);
            Some(match me.member.await {
                Ok(None) => Err(Refusal::NotSignedIn.into()),
                _ => api::show(id).await,
            })
        },
    );
    view! {
        <Transition fallback=|| view! { <Loading /> }>
            {move || Suspend::new(async move {
                match order.await {
                    Some(Ok(order)) => view! { <Shown order actions /> }.into_any(),
                    Some(Err(error)) => view! { <Refused error /> }.into_any(),
                    None => view! { <NotFound /> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn Shown(order: Order, actions: Actions) -> impl IntoView {
    let locale = use_locale();
    let state = order.standing.state;
    page_is_about(Card::Order {
        id: order.standing.id,
        state,
        total: order.standing.total,
        placed_at: order.placed_at,
    });
    let number = order.standing.id.0;
    let title = td_string!(locale, orders.number, number = number).to_string();
    let placed = moment(locale, order.placed_at);
    let placed = td_string!(locale, orders.placed_at, at = placed).to_string();
    let clock = Clock::ticking_from(order.now);
    let was_paid = order.events.iter().any(|event| event.state == State::Paid);
    let total_label = match state {
        State::Placed => td_string!(locale, orders.bill.to_pay),
        _ if was_paid => td_string!(locale, orders.bill.paid),
        _ => td_string!(locale, orders.bill.unpaid),
    };
    let totals = Signal::stored(order.totals);
    let is_waiting = state == State::Placed;
    let may_cancel = state.may_become(State::Cancelled);
    view! {
        <PageTitle text=title.clone() />
        <section class="page order">
            <header class="order-head">
                <a class="back" href="/orders">{Icon::Back} {td_string!(locale, orders.title)}</a>
                <p class="order-number">{title} " · " {placed}</p>
                <div role="status" data-testid="order-standing" data-state=state.as_str()>
                    <h1>{state_text(locale, state)}</h1>
                    <p>{state_sentence(locale, state)}</p>
                </div>
            </header>
            <div class="order-main">
                {is_waiting.then(|| view! { <PayForm order=order.clone() actions clock /> })}
                <Timeline order=order.clone() />
                <Items lines=order.lines.clone() />
            </div>
            <div class="order-side">
                <section class="panel" aria-labelledby="bill-title">
                    <h2 id="bill-title">{td_string!(locale, orders.bill.title)}</h2>
                    <Bill totals total_label />
                </section>
                <Destination order=order.clone() />
                <OrderAgain order=order.clone() action=actions.reorder />
                {may_cancel.then(|| view! {
                    <CallOff id=order.standing.id state action=actions.cancel />
                })}
            </div>
        </section>
    }
}
