//! The road of an order, and where it is.

use super::super::state::state_text;
use crate::i18n::{Locale, td_string};
use crate::language::{moment, use_locale};
use crate::ui::Icon;
use leptos::prelude::*;
use shop::Moment;
use shop::orders::{Order, OrderEvent, State};

/// The way from the button to the door.
const ROAD: [State; 5] =
    [State::Placed, State::Paid, State::Preparing, State::Shipped, State::Delivered];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Done,
    Here,
    Ahead,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    state: State,
    place: Place,
    at: Option<Moment>,
    reason: Option<String>,
}

/// What has happened, where the order is, and what is still ahead of it. An order that has ended
/// early has nothing ahead.
fn steps(now: State, events: &[OrderEvent]) -> Vec<Step> {
    let ended_early = matches!(now, State::Cancelled | State::Expired);
    let event_of = |state| events.iter().find(|event| event.state == state);
    let step = |state| {
        let event = event_of(state);
        let place = match (state == now, event) {
            (true, _) => Place::Here,
            (false, Some(_)) => Place::Done,
            (false, None) => Place::Ahead,
        };
        let (at, reason) = (event.map(|e| e.at), event.and_then(|e| e.reason.clone()));
        Step { state, place, at, reason }
    };
    if ended_early {
        let happened = State::ALL.into_iter().filter(|state| event_of(*state).is_some());
        happened.map(step).collect()
    } else {
        ROAD.into_iter().map(step).collect()
    }
}

/// An order that went on was placed; one that did not waits to be paid.
fn step_text(locale: Locale, step: &Step) -> &'static str {
    match (step.state, step.place) {
        (State::Placed, Place::Done) => td_string!(locale, orders.was_placed),
        (state, _) => state_text(locale, state),
    }
}

/// The road, from top to bottom.
#[component]
pub fn Timeline(
    /// The order.
    order: Order,
) -> impl IntoView {
    let locale = use_locale();
    let steps = steps(order.standing.state, &order.events).into_iter().map(|step| {
        let (class, current) = match step.place {
            Place::Done => ("step is-done", None),
            Place::Here => ("step is-here", Some("step")),
            Place::Ahead => ("step is-ahead", None),
        };
        let name = step_text(locale, &step);
        let mark = match (step.place, step.state) {
            (Place::Here, State::Cancelled | State::Expired) => Some(Icon::Attention),
            (Place::Done | Place::Here, _) => Some(Icon::Check),
            (Place::Ahead, _) => None,
        };
        view! {
            <li class=class aria-current=current data-step=step.state.as_str()>
                <span class="step-mark" aria-hidden="true">{mark.map(Icon::into_render)}</span>
                <span class="step-name">{name}</span>
                <span class="step-at">{step.at.map(|at| moment(locale, at))}</span>
                {step.reason.map(|reason| view! { <span class="step-reason">{reason}</span> })}
            </li>
        }
    });
    let refunded = order.refunded_at.map(|at| {
        let at = moment(locale, at);
        let text = td_string!(locale, orders.refunded_at, at = at).to_string();
        view! { <p class="order-refund">{text}</p> }
    });
    view! {
        <section class="panel" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{td_string!(locale, orders.timeline)}</h2>
            <ol class="timeline">{steps.collect_view()}</ol>
            {refunded}
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(states: &[State]) -> Vec<OrderEvent> {
        let event = |(i, state): (usize, &State)| OrderEvent {
            state: *state,
            at: Moment::from_ms(i as i64),
            reason: None,
        };
        states.iter().enumerate().map(event).collect()
    }

    #[test]
    fn an_order_on_its_way_shows_what_is_ahead() {
        let steps = steps(State::Preparing, &events(&ROAD[..3]));
        let places: Vec<Place> = steps.iter().map(|step| step.place).collect();
        let expected = [Place::Done, Place::Done, Place::Here, Place::Ahead, Place::Ahead];
        assert_eq!(places, expected);
        assert!(steps[3].at.is_none() && steps[2].at.is_some());
    }

    #[test]
    fn an_order_that_ended_early_has_nothing_ahead() {
        let happened = [State::Placed, State::Paid, State::Cancelled];
        let steps = steps(State::Cancelled, &events(&happened));
        assert_eq!(steps.iter().map(|step| step.state).collect::<Vec<_>>(), happened);
        assert_eq!(steps.last().map(|step| step.place), Some(Place::Here));
    }
}
